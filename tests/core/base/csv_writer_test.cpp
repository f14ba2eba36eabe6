#include "base/csv_writer.h"

#include "base/csv_reader.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::test;

TEST_CASE("a row is written as RFC 4180 says, and no field is a formula", "[base][SEC-O1]")
{
    struct Row {
        const char *field;
        QByteArray written;
    };
    const auto row = GENERATE(values<Row>({
        {"plain", "plain"},
        {"", ""},
        {"a,b", "\"a,b\""},
        {"say \"no\"", "\"say \"\"no\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"=1+1", "\"'=1+1\""},
        {"+5", "\"'+5\""},
        {"-600", "\"'-600\""},
        {"@here", "\"'@here\""},
        {"\ttab", "\"'\ttab\""},
        {"Inés", "Inés"},
    }));
    CAPTURE(row.field);
    CHECK(csvRow({QString::fromUtf8(row.field), QStringLiteral("next")}) == row.written + ",next\r\n");
}

TEST_CASE("what is written is read again", "[base]")
{
    const QStringList fields{QStringLiteral("a,b"), QStringLiteral("\"q\""), QStringLiteral("x\r\ny"),
                             QString()};
    const QByteArray csv = csvByteOrderMark + csvRow(fields);
    CsvReader reader(csv);
    REQUIRE(require(reader.next()));
    REQUIRE(reader.fields().size() == fields.size());
    for (int i = 0; i < fields.size(); ++i)
        CHECK(reader.text(i) == fields[i]);
}
