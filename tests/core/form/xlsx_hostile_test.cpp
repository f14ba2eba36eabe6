// Workbooks that mean harm: each is refused within a limit that xlsx_reader.h and zip_reader.h state.

#include "core/form/xlsform_support.h"
#include "core/form/zip_support.h"
#include "form/xlsx_reader.h"
#include "form/zip_reader.h"
#include "support/xlsx_builder.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

/// Why it is refused.
QString hostileRefusal(const QByteArray &bytes)
{
    const ReadForm read = readForm(bytes, {});
    CHECK_FALSE(read.definition);
    return problemLines(read.problems).join(u'\n');
}

/// The bytes of a zip archive with one field of its central directory's first entry overwritten.
QByteArray withDirectoryField(QByteArray zip, qsizetype offset, const QByteArray &value)
{
    const qsizetype directory = zip.indexOf("PK\x01\x02");
    REQUIRE(directory > 0);
    return zip.replace(directory + offset, value.size(), value);
}

}  // namespace

TEST_CASE("a zip bomb of 1 GB is refused before it is unpacked", "[form][SEC-I2]")
{
    // As a workbook would hide it: the sheet itself, a gigabyte of blanks in a file of a megabyte.
    QByteArray bomb;
    {
        const QByteArray blanks(1024 * 1024 * 1024, ' ');
        bomb = bareWorkbook({}, {{"xl/sharedStrings.xml", blanks}});
    }
    CHECK(bomb.size() < 2 * 1024 * 1024);
    CHECK(mentions(hostileRefusal(bomb), "it unpacks to more than 256 MB"));
}

TEST_CASE("an entry that says less than it holds is not read beyond what it says", "[form]")
{
    // The uncompressed size stands 24 bytes into an entry of the central directory (APPNOTE 4.3.12).
    const QByteArray zip = zipOf({{"a.xml", QByteArray(100'000, ' ')}});
    const QByteArray lying = withDirectoryField(zip, 24, QByteArray("\x10\x00\x00\x00", 4));
    const auto reader = ZipReader::open(lying);
    REQUIRE(reader);
    CHECK_FALSE(reader->read(QStringLiteral("a.xml")));
}

TEST_CASE("a directory that promises what is not there is refused", "[form]")
{
    const QByteArray zip = zipOf({{"a.xml", "x"}});
    const QByteArray allOnes("\xFF\xFF\xFF\xFF", 4);
    const qsizetype field =
        GENERATE(as<qsizetype>(), 20, 24, 42);  // sizes, place of the local header; zip64 marks
    CAPTURE(field);
    const auto reader = ZipReader::open(withDirectoryField(zip, field, allOnes));
    CHECK((!reader || !reader->read(QStringLiteral("a.xml"))));
}

TEST_CASE("a workbook cut short anywhere is refused or read, never more", "[form]")
{
    const QByteArray whole = workbook({"type | name | label\ntext | a | A"});
    for (qsizetype size = 0; size < whole.size(); size += 97) {
        CAPTURE(size);
        CHECK_FALSE(readXlsx(whole.first(size)));
    }
}

TEST_CASE("a bit that tips anywhere is refused or read, never more", "[form]")
{
    const QByteArray whole = workbook({"type | name | label\ntext | a | A"});
    int read = 0;
    for (qsizetype at = 0; at < whole.size(); at += 13) {
        QByteArray tipped = whole;
        tipped[at] = static_cast<char>(tipped[at] ^ 0x10);
        read += readXlsx(tipped) ? 1 : 0;
    }
    CHECK(read < whole.size() / 13);
}

TEST_CASE("entities of XML do not expand in a workbook", "[form][SEC-I2]")
{
    QByteArray laughs = "<!DOCTYPE s [<!ENTITY a \"ha\">";
    for (char name = 'b'; name <= 'z'; ++name)
        laughs += QByteArray("<!ENTITY ") + name + " \"" +
                  QByteArray(10, '&').replace("&", QByteArray("&") + char(name - 1) + ";") + "\">";
    laughs += "]><sst><si><t>&z;</t></si></sst>";
    CHECK(mentions(hostileRefusal(bareWorkbook({}, {{"xl/sharedStrings.xml", laughs}})), "DOCTYPE"));
}

TEST_CASE("more shared strings than a part may have nodes are refused", "[form]")
{
    // Each is a node of its own with one inside; numbered, so that they compress as real ones do.
    QByteArray strings = "<sst>";
    for (int i = 0; i < 1'000'000; ++i)
        strings += "<si><t>" + QByteArray::number(i * 7919LL % 1'000'003) + "</t></si>";
    CHECK(mentions(hostileRefusal(bareWorkbook({}, {{"xl/sharedStrings.xml", strings + "</sst>"}})),
                   "more than 1000000 elements"));
}

TEST_CASE("a sheet nested too deeply is refused", "[form][SEC-I2]")
{
    const QByteArray deep =
        "<row>" + QByteArray("<c>").repeated(100'000) + QByteArray("</c>").repeated(100'000) + "</row>";
    CHECK(mentions(hostileRefusal(bareWorkbook(deep)), "deeper than 256"));
}

TEST_CASE("rows and columns that no sheet has are refused", "[form]")
{
    struct Row {
        QByteArray sheetData;
        const char *message;
    };
    const auto row = GENERATE(values<Row>({
        {R"(<row r="1048577"/>)", "a row that does not exist"},
        {R"(<row r="99999999999999999999"/>)", "a row that does not exist"},
        {R"(<row r="-1"/>)", "a row that does not exist"},
        {R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)", "a place that does not exist"},
        {R"(<row r="1"><c r="AAAAAAAAAAAAAAA1"><v>1</v></c></row>)", "a place that does not exist"},
        {R"(<row r="1"><c r="XFD1"><v>1</v></c><c><v>1</v></c></row>)", "a place that does not exist"},
    }));
    CAPTURE(row.sheetData);
    CHECK(mentions(hostileRefusal(bareWorkbook(row.sheetData)), row.message));
}

TEST_CASE("empty rows and cells before a far one count against the limit", "[form]")
{
    // Two hundred cells in the last column, each in a row of its own, would ask for 3.3 million.
    QByteArray far;
    for (int row = 1; row <= 200; ++row)
        far += "<row r=\"" + QByteArray::number(row) + "\"><c r=\"XFD" + QByteArray::number(row) +
               "\"><v>1</v></c></row>";
    CHECK(mentions(hostileRefusal(bareWorkbook(far)), "more than 2000000 cells"));
    CHECK(readXlsx(bareWorkbook(R"(<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>)")));
}

TEST_CASE("one long text in many cells is refused", "[form]")
{
    QByteArray cells = "<row>";
    for (int i = 0; i < 2'100; ++i)
        cells += "<c t=\"s\"><v>0</v></c>";
    const QByteArray text = "<sst><si><t>" + QByteArray(32'767, 'x') + "</t></si></sst>";
    CHECK(mentions(hostileRefusal(bareWorkbook(cells + "</row>", {{"xl/sharedStrings.xml", text}})),
                   "more than 64000000 characters"));
}

TEST_CASE("an archive may unpack to 200 times its size, and not to more", "[form][SEC-I2]")
{
    // Blanks compress about a thousandfold; the stored part brings the whole near to the limit, from both
    // sides.
    const QByteArray zeros(4 * 1024 * 1024, ' ');
    CHECK(mentions(hostileRefusal(zipOf({{"bomb.xml", zeros}})), "more than 200 times its size"));
    const QByteArray small(1024 * 1024, ' ');
    CHECK(ZipReader::open(zipOf({{"small.xml", small}})));
}

TEST_CASE("an archive has up to 2,000 entries", "[form][SEC-I2]")
{
    QList<ZipEntry> entries;
    for (int i = 0; i < 2'000; ++i)
        entries.append(ZipEntry{"e" + QByteArray::number(i), "x"});
    const QByteArray full = zipOf(entries);
    CHECK(ZipReader::open(full));
    entries.append(ZipEntry{"one more", "x"});
    CHECK(mentions(hostileRefusal(zipOf(entries)), "more than 2000 entries"));
}

TEST_CASE("an archive unpacks to up to 256 MB", "[form]")
{
    // Stored, so that the ratio is no matter.
    const ZipEntry part{"a", QByteArray(128 * 1024 * 1024, 'x'), true};
    ZipEntry other = part;
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
    CHECK(mentions(hostileRefusal(zipOf({{name, "x"}})), "leads outside"));
}
