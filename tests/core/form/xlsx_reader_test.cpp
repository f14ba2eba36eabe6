#include "form/xlsx_reader.h"
#include "form/zip_reader.h"

#include "core/form/zip_support.h"
#include "support/catch.h"
#include "support/xlsx_builder.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

QString refusal(const QByteArray &bytes)
{
    const auto read = readXlsx(bytes);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::InvalidInput);
    return read.error().detail;
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
    const QList<Sheet> sheets = require(readXlsx(bareWorkbook(
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
    CHECK(refusal(bareWorkbook(row.sheetData)).contains(row.message));
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

TEST_CASE("a failed formula is told by its place, the rest of the sheet stays", "[form]")
{
    const QList<Sheet> sheets = require(readXlsx(bareWorkbook(
        R"(<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="str"><v>#REF!</v></c></row>)")));
    CHECK(sheets[0].isError(0, 0));
    CHECK_FALSE(sheets[0].isError(0, 1));
    CHECK(sheets[0].cell(0, 1) == QStringLiteral("#REF!"));
}

TEST_CASE("of several sheets those that are wanted are read", "[form]")
{
    const QByteArray bytes = XlsxBuilder().sheet("Survey", "type").sheet("notes", "a | b").bytes();
    const QList<Sheet> sheets = require(readXlsx(bytes, {QStringLiteral("survey")}));
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[0].cell(0, 0) == QStringLiteral("type"));
    CHECK(sheets[1].name == QStringLiteral("notes"));
    CHECK(sheets[1].rows.isEmpty());
    const QByteArray alone = XlsxBuilder().sheet("notes", "a | b").bytes();
    CHECK(require(readXlsx(alone, {QStringLiteral("survey")}))[0].cell(0, 1) == QStringLiteral("b"));
}

TEST_CASE("stored values read as a form can take them", "[form]")
{
    struct Row {
        QByteArray cell;
        QString text;
    };
    const auto row = GENERATE(values<Row>({
        {R"(<c><v>1</v></c>)", QStringLiteral("1")},
        {R"(<c><v>1.0</v></c>)", QStringLiteral("1")},
        {R"(<c><v>-0.5</v></c>)", QStringLiteral("-0.5")},
        {R"(<c><v>1E-7</v></c>)", QStringLiteral("0.0000001")},
        {R"(<c><v>1.5E+20</v></c>)", QStringLiteral("150000000000000000000")},
        {R"(<c><v>0.30000000000000004</v></c>)", QStringLiteral("0.3")},
        {R"(<c t="b"><v>0</v></c>)", QStringLiteral("FALSE")},
        {R"(<c t="str"><v>a_x0041_b_x000D_</v></c>)", QStringLiteral("aAb")},
        {R"(<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>)", QStringLiteral(" a ")},
        {R"(<c t="d"><v>2026-03-02</v></c>)", QStringLiteral("2026-03-02")},
        {R"(<c t="inlineStr"><is><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r></is></c>)",
         QStringLiteral("rich")},
    }));
    CAPTURE(row.cell);
    const QList<Sheet> sheets = require(readXlsx(bareWorkbook("<row>" + row.cell + "</row>")));
    CHECK(sheets[0].cell(0, 0) == row.text);
}

TEST_CASE("parts lie where the package says, also in strict workbooks", "[form]")
{
    const QByteArray relation = R"(" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/)";
    const QByteArray bytes = zipOf({
        {"_rels/.rels", "<Relationships><Relationship Id=\"r" + relation +
                            "officeDocument\" Target=\"book/w.xml\"/></Relationships>"},
        {"book/w.xml",
         "<workbook xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><sheets>"
         "<sheet name=\"survey\" r:id=\"a\"/></sheets></workbook>"},
        {"book/_rels/w.xml.rels", "<Relationships><Relationship Id=\"a" + relation +
                                      "worksheet\" Target=\"/s.xml\"/>"
                                      "<Relationship Id=\"b" +
                                      relation + "sharedStrings\" Target=\"t.xml\"/></Relationships>"},
        {"book/t.xml", "<sst><si><t>there</t></si></sst>"},
        {"s.xml", "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"},
    });
    CHECK(require(readXlsx(bytes))[0].cell(0, 0) == QStringLiteral("there"));
}

TEST_CASE("an older or encrypted workbook is told what to do", "[form]")
{
    const QByteArray old = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + QByteArray(600, 'x');
    CHECK(refusal(old).contains(QStringLiteral("save it as .xlsx without password")));
}
