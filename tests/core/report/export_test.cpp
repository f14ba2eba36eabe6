#include "report/report_export.h"

#include "core/report/exported_files.h"
#include "core/report/sample_day.h"
#include "report/cell_text.h"
#include "report/csv_report.h"
#include "report/pdf_report.h"
#include "support/catch.h"
#include "support/file_size_limit.h"
#include "support/fixed_clock.h"
#include "support/spoken_language.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::report;
using namespace amparo::test;

namespace {

Report sampleReport()
{
    return describe(computeFigures(sampleDay(), FixedClock()), QLocale(QStringLiteral("en")));
}

/// Whether one row of the sheet has the heading and then these cells, with the types that they should have.
bool sheetHas(const QList<QList<SheetCell>> &rows, const Table::Row &row, const QLocale &locale)
{
    for (const QList<SheetCell> &found : rows) {
        bool same = found.size() == row.cells.size() + 1 && found.first().value == row.heading;
        for (qsizetype i = 0; same && i < row.cells.size(); ++i) {
            const Cell &cell = row.cells[i];
            const SheetCell &shown = found[i + 1];
            if (const int *count = std::get_if<int>(&cell))
                same = !shown.isText && shown.value.toDouble() == *count;
            else if (const Share *share = std::get_if<Share>(&cell))
                same = !shown.isText && qAbs(shown.value.toDouble() - share->value) < 1e-9;
            else if (const QDateTime *time = std::get_if<QDateTime>(&cell))
                same = !shown.isText &&
                       qAbs(shown.value.toDouble() -
                            (double(QDate(1899, 12, 30).daysTo(time->date())) +
                             double(time->time().msecsSinceStartOfDay()) / 86'400'000.0)) < 1e-6;
            else
                same = shown.isText && shown.value == shownText(cell, locale);
        }
        if (same)
            return true;
    }
    return false;
}

/// The text of a PDF as its readers see it, blanks and line breaks made one.
QString pdfText(const QString &path)
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput()).simplified();
}

int pdfPages(const QString &path)
{
    QProcess process;
    process.start(QStringLiteral("pdfinfo"), {path});
    REQUIRE(process.waitForFinished());
    static const QRegularExpression pages(QStringLiteral("Pages:\\s+(\\d+)"));
    return pages.match(QString::fromUtf8(process.readAllStandardOutput())).captured(1).toInt();
}

struct Folder {
    QTemporaryDir dir;
    QString file(const QString &name) const { return dir.filePath(name); }
    QStringList content() const { return QDir(dir.path()).entryList(QDir::Files | QDir::Hidden); }
};

const auto allFormats = {Format::Pdf, Format::Xlsx, Format::Csv};

}  // namespace

TEST_CASE("every figure stands in the PDF, the workbook and the CSV alike", "[report]")
{
    const Report report = sampleReport();
    const Folder folder;
    for (const Format format : allFormats)
        require(exportReport(report, format, folder.file(formatName(format))));
    QFile csvFile(folder.file(QStringLiteral("csv")));
    REQUIRE(csvFile.open(QIODevice::ReadOnly));
    const QList<QStringList> csv = readCsv(csvFile.readAll());
    const auto page = readSheet(folder.file(QStringLiteral("xlsx")), "xl/worksheets/sheet1.xml");
    const auto annex = readSheet(folder.file(QStringLiteral("xlsx")), "xl/worksheets/sheet2.xml");
    const QString pdf = pdfText(folder.file(QStringLiteral("pdf")));

    const auto checkTable = [&](const Table &table, const auto &sheet) {
        CAPTURE(table.title);
        CHECK(pdf.contains(table.title));
        for (const Table::Row &row : table.rows) {
            CAPTURE(row.heading);
            CHECK(sheetHas(sheet, row, report.locale));
            for (qsizetype i = 0; i < row.cells.size(); ++i)
                CHECK(csv.contains(
                    QStringList{table.title, row.heading, table.columns[i + 1], plainText(row.cells[i])}));
            // In print the words may wrap; the values stand in one line, in order.
            QStringList values;
            for (const Cell &cell : row.cells)
                values.append(shownText(cell, report.locale));
            CHECK(pdf.contains(values.join(table.isChart ? QStringLiteral(" · ") : QStringLiteral(" "))));
        }
    };
    for (const Table &table : report.tables)
        checkTable(table, page);
    for (const Table &table : report.annex)
        checkTable(table, annex);
    for (const Fact &fact : report.headline)
        CHECK(pdf.contains(shownText(fact.value, report.locale)));
    CHECK(pdf.contains(std::get<QString>(report.dataHash.value)));
    CHECK(csv.last() == QStringList{report.title, report.dataHash.label, QString(),
                                    std::get<QString>(report.dataHash.value)});
}

TEST_CASE("a CSV has a byte order mark, CRLF and four fields in each record (RFC 4180)", "[report]")
{
    const QByteArray csv = csvReport(sampleReport());
    CHECK(csv.startsWith("\xEF\xBB\xBF"));
    CHECK(csv.endsWith("\r\n"));
    CHECK(csv.count('\n') == csv.count("\r\n"));
    for (const QStringList &record : readCsv(csv))
        CHECK(record.size() == 4);
}

TEST_CASE("text that a spreadsheet would run is written as text", "[report][SEC-O1]")
{
    const auto text =
        GENERATE(as<QString>(), QStringLiteral("=1+1"), QStringLiteral("+1"), QStringLiteral("-1"),
                 QStringLiteral("@SUM(A1)"), QStringLiteral("\t=1"), QStringLiteral("\r=1"),
                 QStringLiteral("=cmd|' /C calc'!A0"), QStringLiteral("=HYPERLINK(\"x\",\"y\")"));
    Report report = sampleReport();
    report.facts = {{QStringLiteral("Name"), text}};
    report.tables.first().rows.first().heading = text;
    CAPTURE(text);

    SECTION("in CSV, with a quote before it")
    {
        const QList<QStringList> records = readCsv(csvReport(report));
        CHECK(records[1] == QStringList{report.title, QStringLiteral("Name"), QString(), u'\'' + text});
        CHECK(records[2][1] == u'\'' + text);
    }
    SECTION("in a workbook, as a string")
    {
        const Folder folder;
        const QString path = folder.file(QStringLiteral("a.xlsx"));
        require(exportReport(report, Format::Xlsx, path));
        const auto rows = readSheet(path, "xl/worksheets/sheet1.xml");
        CHECK(rows[2][1].isText);
        CHECK(rows[2][1].value == text);
    }
}

TEST_CASE("commas, quotes and line breaks survive in a CSV (RFC 4180)", "[report]")
{
    const QString text = QStringLiteral("Puente \"Nuevo\", norte\nsegunda línea");
    Report report = sampleReport();
    report.facts = {{QStringLiteral("Post"), text}};
    CHECK(readCsv(csvReport(report))[1][3] == text);
}

TEST_CASE("the workbook has a chart that draws from the cells of its table", "[report]")
{
    const Report report = sampleReport();
    const Folder folder;
    const QString path = folder.file(QStringLiteral("a.xlsx"));
    require(exportReport(report, Format::Xlsx, path));
    const QString chart = QString::fromUtf8(zipEntry(path, "xl/charts/chart1.xml"));
    CHECK(chart.contains(QLatin1String("<c:barChart>")));
    static const QRegularExpression range(
        QStringLiteral("<c:f>'Daily report'!\\$B\\$(\\d+):\\$B\\$(\\d+)</c:f>"));
    const QRegularExpressionMatch values = range.match(chart);
    REQUIRE(values.hasMatch());
    CHECK(values.captured(2).toInt() - values.captured(1).toInt() + 1 == 10);
}

TEST_CASE("only the owner can read an export", "[report][SEC-O2]")
{
    const Folder folder;
    for (const Format format : allFormats) {
        const QString path = folder.file(formatName(format));
        require(exportReport(sampleReport(), format, path));
        CHECK(QFile::permissions(path) ==
              (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    }
}

TEST_CASE("an export replaces an older one and what an ended run left behind", "[report]")
{
    const auto format = GENERATE(values(allFormats));
    const Folder folder;
    const QString path = folder.file(QStringLiteral("report"));
    for (const QString &name : {path, path + QStringLiteral(".part")}) {
        QFile old(name);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    require(exportReport(sampleReport(), format, path));
    CHECK(folder.content() == QStringList{QStringLiteral("report")});
    CHECK(QFileInfo(path).size() > 1000);
}

TEST_CASE("a folder that is not there is not made", "[report]")
{
    const auto format = GENERATE(values(allFormats));
    const Folder folder;
    CHECK(errorOf(exportReport(sampleReport(), format, folder.file(QStringLiteral("no/such/report")))) ==
          ErrorCode::NotFound);
    CHECK(folder.content().isEmpty());
}

#ifdef Q_OS_LINUX
TEST_CASE("a folder of the system cannot be written", "[report]")
{
    CHECK(errorOf(exportReport(sampleReport(), Format::Csv, QStringLiteral("/sys/report.csv"))) ==
          ErrorCode::ReadOnly);
}

TEST_CASE("where space runs out, the older report stays and nothing is left behind", "[report]")
{
    const auto format = GENERATE(values(allFormats));
    const Folder folder;
    const QString path = folder.file(QStringLiteral("report"));
    QFile old(path);
    REQUIRE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();

    const Result<> outcome = [&] {
        const FileSizeLimit limit(600);
        return exportReport(sampleReport(), format, path);
    }();

    CHECK(errorOf(outcome) == ErrorCode::DiskFull);
    CHECK(folder.content() == QStringList{QStringLiteral("report")});
    CHECK(QFileInfo(path).size() == 3);
}
#endif

TEST_CASE("the first page of a PDF fits one sheet, whatever the day", "[report]")
{
    Source source = sampleDay();
    const auto cases = GENERATE(0, 17, 400);
    source.screenings.clear();
    for (int i = 0; i < cases; ++i) {
        source.screenings.append(finalScreening(QDateTime(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC),
                                                record::Decision::SecondLine));
        addHits(source.screenings.last(), {{QStringLiteral("GEN-%1").arg(i % 30), QStringLiteral("CR")}});
    }
    const Report report = describe(computeFigures(source, FixedClock()), QLocale(QStringLiteral("en")));
    const Folder folder;
    const QString path = folder.file(QStringLiteral("report.pdf"));
    require(exportReport(report, Format::Pdf, path));
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), QStringLiteral("-l"),
                                                QStringLiteral("1"), path, QStringLiteral("-")});
    REQUIRE(process.waitForFinished());
    const QString first = QString::fromUtf8(process.readAllStandardOutput());
    CHECK(first.contains(report.dataHash.label));
    const qsizetype notice = first.indexOf(report.notice.section(u' ', 0, 4));
    CHECK(notice > 0);
    for (const Table &table : report.tables) {
        for (const Table::Row &row : table.rows)
            CHECK(first.indexOf(row.heading) < notice);  // nothing runs into the signatures
    }
    CHECK_FALSE(first.contains(report.annexTitle));
    CHECK(pdfPages(path) >= 2);
    CHECK(pdfPages(path) <= 2 + cases / 40);
    const QString all = pdfText(path);
    for (const record::Screening &screening : source.screenings)
        CHECK(all.contains(caseNumber(screening.encounter)));
}

TEST_CASE("nothing runs over the edge of a PDF, however long lanes' names are", "[report]")
{
    const auto language =
        GENERATE(as<QString>(), QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR"));
    const SpokenLanguage spoken(language);
    Source source = sampleDay();
    for (const record::Screening &screening : source.screenings)
        source.lanes.insert(screening.id, QStringLiteral("Carril norte de los autobuses 02"));
    const Folder folder;
    const QString path = folder.file(QStringLiteral("report.pdf"));
    require(
        exportReport(describe(computeFigures(source, FixedClock()), QLocale(language)), Format::Pdf, path));
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path, QStringLiteral("-")});
    REQUIRE(process.waitForFinished());
    const QString words = QString::fromUtf8(process.readAllStandardOutput());
    static const QRegularExpression rightEdge(QStringLiteral("<word [^>]*xMax=\"([0-9.]+)\""));
    constexpr double a4Width = 595.28;  // points
    int count = 0;
    for (auto word = rightEdge.globalMatch(words); word.hasNext(); ++count)
        CHECK(word.next().captured(1).toDouble() < a4Width - 20);
    CHECK(count > 100);
    CHECK(words.contains(QStringLiteral(">autobuses<")));
}
