#include "form/xlsx_reader.h"
#include "form/zip_reader.h"

#include "support/catch.h"
#include "support/xlsx_builder.h"

#include <QFile>
#include <QTemporaryDir>

#include <zip.h>

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

struct Entry {
    QByteArray name;
    QByteArray content;
    bool isStored = false;
};

QByteArray zipOf(const QList<Entry> &entries)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.zip"));
    zip_t *zip = zip_open(path.toUtf8().constData(), ZIP_CREATE, nullptr);
    for (const Entry &entry : entries) {
        zip_source_t *source = zip_source_buffer(zip, entry.content.constData(),
                                                 static_cast<zip_uint64_t>(entry.content.size()), 0);
        const zip_int64_t index = zip_file_add(zip, entry.name.constData(), source, ZIP_FL_ENC_UTF_8);
        if (entry.isStored)
            zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    zip_close(zip);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString refusal(const QByteArray &bytes)
{
    const auto read = readXlsx(bytes);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::InvalidInput);
    return read.error().detail;
}

/// The least that a workbook consists of, with that content of its one sheet's data.
QByteArray workbook(const QByteArray &sheetData)
{
    return zipOf({
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
            <sheet name="survey" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>)"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>"},
    });
}

}  // namespace

TEST_CASE("cells read as they are shown", "[form]")
{
    const QByteArray bytes = XlsxBuilder()
                                 .sheet("survey", R"(
                                     type | name
                                     text | Qué
                                 )")
                                 .number("survey", 2, 0, 7)
                                 .number("survey", 2, 1, 0.1)
                                 .number("survey", 3, 0, 1e15)
                                 .number("survey", 3, 1, 46083, "yyyy-mm-dd")
                                 .number("survey", 4, 0, 46083.75, "dd/mm/yyyy hh:mm")
                                 .number("survey", 4, 1, 0.5, "hh:mm")
                                 .number("survey", 5, 0, 3, "0.00 \"days\"")
                                 .boolean("survey", 5, 1, true)
                                 .formula("survey", 6, 0, "=1+1", 2)
                                 .bytes();
    const QList<Sheet> sheets = require(readXlsx(bytes));
    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].name == QStringLiteral("survey"));
    const QList<QStringList> expected{
        {QStringLiteral("type"), QStringLiteral("name")},
        {QStringLiteral("text"), QStringLiteral("Qué")},
        {QStringLiteral("7"), QStringLiteral("0.1")},
        {QStringLiteral("1000000000000000"), QStringLiteral("2026-03-02")},
        {QStringLiteral("2026-03-02T18:00:00"), QStringLiteral("12:00:00")},
        {QStringLiteral("3"), QStringLiteral("TRUE")},
        {QStringLiteral("2")},
    };
    CHECK(sheets[0].rows == expected);
}

TEST_CASE("rows and columns that are left out stay empty", "[form]")
{
    const QList<Sheet> sheets = require(readXlsx(workbook(
        R"(<row r="2"><c r="C2" t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r><rPh><t>x</t></rPh></is></c></row>
           <row><c t="str"><v>next</v></c></row>)")));
    CHECK(sheets[0].rows ==
          QList<QStringList>{{}, {QString(), QString(), QStringLiteral("rich")}, {QStringLiteral("next")}});
    CHECK(sheets[0].cell(1, 2) == QStringLiteral("rich"));
    CHECK(sheets[0].cell(9, 9) == QString());
}

TEST_CASE("columns are named as Excel names them", "[form]")
{
    CHECK(columnLetters(0) == QStringLiteral("A"));
    CHECK(columnLetters(25) == QStringLiteral("Z"));
    CHECK(columnLetters(26) == QStringLiteral("AA"));
    CHECK(columnLetters(701) == QStringLiteral("ZZ"));
    CHECK(columnLetters(16383) == QStringLiteral("XFD"));
}

TEST_CASE("a broken workbook is refused with the cell", "[form]")
{
    struct Row {
        QByteArray sheetData;
        QString message;
    };
    const auto row = GENERATE(values<Row>({
        {R"(<row r="3"><c r="B3" t="s"><v>0</v></c></row>)",
         QStringLiteral("sheet survey: cell B3 refers to a text")},
        {R"(<row r="0"><c r="A1"/></row>)", QStringLiteral("a row that does not exist")},
        {R"(<row r="1048577"/>)", QStringLiteral("a row that does not exist")},
        {R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)", QStringLiteral("a place that does not exist")},
        {R"(<row r="1"><c r="A2"><v>1</v></c></row>)", QStringLiteral("a place that does not exist")},
        {R"(<row r="1"><c r="A1"><v>1</c></row>)", QStringLiteral("not well-formed XML")},
    }));
    CAPTURE(row.sheetData);
    CHECK(refusal(workbook(row.sheetData)).contains(row.message));
}

TEST_CASE("what is no workbook says so", "[form]")
{
    CHECK(refusal("PK but no archive").contains(QStringLiteral("no .xlsx file, or it is damaged")));
    CHECK(refusal(zipOf({{"readme.txt", "hello"}})).contains(QStringLiteral("no .xlsx file")));
    const QByteArray whole = XlsxBuilder().sheet("survey", "type | name").bytes();
    CHECK(refusal(whole.first(whole.size() / 2)).contains(QStringLiteral("damaged")));
}

TEST_CASE("a document type in a workbook is refused", "[form]")
{
    const QByteArray bytes = zipOf({{"xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook/>"},
                                    {"xl/_rels/workbook.xml.rels", "<Relationships/>"}});
    CHECK(refusal(bytes).contains(QStringLiteral("DOCTYPE")));
}

TEST_CASE("an archive may unpack to 200 times its size, and not to more", "[form]")
{
    // Blanks compress about a thousandfold; the stored part brings the whole near to the limit, from both
    // sides.
    const QByteArray zeros(4 * 1024 * 1024, ' ');
    CHECK(refusal(zipOf({{"bomb.xml", zeros}})).contains(QStringLiteral("more than 200 times its size")));
    const QByteArray small(1024 * 1024, ' ');
    CHECK(ZipReader::open(zipOf({{"small.xml", small}})));
}

TEST_CASE("an archive has up to 2,000 entries", "[form]")
{
    QList<Entry> entries;
    for (int i = 0; i < 2'000; ++i)
        entries.append(Entry{"e" + QByteArray::number(i), "x"});
    const QByteArray full = zipOf(entries);
    CHECK(ZipReader::open(full));
    entries.append(Entry{"one more", "x"});
    CHECK(refusal(zipOf(entries)).contains(QStringLiteral("more than 2000 entries")));
}

TEST_CASE("an archive unpacks to up to 256 MB", "[form]")
{
    // Stored, so that the ratio is no matter.
    const Entry part{"a", QByteArray(128 * 1024 * 1024, 'x'), true};
    Entry other = part;
    other.name = "b";
    const QByteArray full = zipOf({part, other});
    CHECK(ZipReader::open(full));
    const QByteArray over = zipOf({part, other, {"c", "x"}});
    const auto opened = ZipReader::open(over);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().detail.contains(QStringLiteral("more than 256 MB")));
}

TEST_CASE("an entry stays inside its archive", "[form]")
{
    const QByteArray name = GENERATE(as<QByteArray>(), "../a", "/a", "x/../../a", "C:a", "a\\..\\b");
    CAPTURE(name);
    CHECK(refusal(zipOf({{name, "x"}})).contains(QStringLiteral("leads outside")));
}
