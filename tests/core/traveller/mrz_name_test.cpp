#include "traveller/mrz_name.h"

#include "support/catch.h"

using namespace amparo::traveller;

TEST_CASE("names are taken apart as Doc 9303-3 puts them together", "[traveller]")
{
    struct Row {
        QString field;
        QString surname;
        QString given;
        bool truncated = false;
        bool malformed = false;
    };
    const auto t = [](const char *text) { return QString::fromLatin1(text); };
    const QList<Row> rows{
        {t("ERIKSSON<<ANNA<MARIA<<<<<<<<<<"), t("ERIKSSON"), t("ANNA MARIA")},
        {t("VAN<DER<MUELLEN<<JOHANNES<<<<<"), t("VAN DER MUELLEN"), t("JOHANNES")},
        {t("OCONNOR<<ENYA<SIOBHAN<<<<<<<<<"), t("OCONNOR"), t("ENYA SIOBHAN")},
        {t("ARKFREITH<<<<<<<<<<<<<<<<<<<<<"), t("ARKFREITH"), {}},
        {t("NILAVADHANANANDA<<CHAYAPA<DEJT"), t("NILAVADHANANANDA"), t("CHAYAPA DEJT"), true},
        {t("BENNELONG<WOOLOOMOOLOO<WARRAND"), t("BENNELONG WOOLOOMOOLOO WARRAND"), {}, true},
        {t("MAMANI<QUISPE<<ROSA<<MARIA<<<<"), t("MAMANI QUISPE"), t("ROSA MARIA"), false, true},
        {t("MAMANI<<<ROSA<<<<<<<<<<<<<<<<<"), t("MAMANI"), t("ROSA"), false, true},
        {t("<<ROSA<<<<<<<<<<<<<<<<<<<<<<<<"), t("ROSA"), {}, false, true},
        {t("<MAMANI<<ROSA<<<<<<<<<<<<<<<<<"), t("MAMANI"), t("ROSA"), false, true},
        {t("<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"), {}, {}, false, true},
        {{}, {}, {}},
    };
    for (const Row &row : rows) {
        CAPTURE(row.field);
        CHECK((nameFrom(row.field) == MrzName{row.surname, row.given, row.truncated, row.malformed}));
    }
}
