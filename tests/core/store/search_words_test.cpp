#include "store/search_words.h"

#include "support/catch.h"

using namespace amparo;

TEST_CASE("names are searched without accents, case and marks", "[store]")
{
    struct Row {
        const char *text;
        const char *words;
    };
    const auto row = GENERATE(values<Row>({{"O'Brien-Núñez", "obrien nunez"},
                                           {"José  María", "jose maria"},
                                           {"D\u2019Souza", "dsouza"},
                                           {"AB 123.456", "ab 123456"},
                                           {"Ana ANA ana", "ana"},
                                           {"Чехов Антон", "чехов антон"},
                                           {"محمد", "محمد"},
                                           {"\u00a0-,;", ""},
                                           {"", ""}}));
    CAPTURE(row.text);
    CHECK(store::searchWords(QString::fromUtf8(row.text)).join(QLatin1Char(' ')) ==
          QString::fromUtf8(row.words));
}

TEST_CASE("one accent written in two ways is one word", "[store]")
{
    CHECK(store::searchWords(u"Nu\u0301n\u0303ez") == store::searchWords(u"N\u00fa\u00f1ez"));
}
