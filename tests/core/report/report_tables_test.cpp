#include "report/report_tables.h"

#include "core/report/sample_day.h"
#include "report/cell_text.h"
#include "support/catch.h"
#include "support/fixed_clock.h"
#include "support/golden.h"
#include "support/spoken_language.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::report;
using namespace amparo::test;

namespace {

FixedClock evening()
{
    FixedClock clock;
    clock.set(QDateTime(QDate(2026, 3, 2), QTime(22, 15), Qt::UTC));
    return clock;
}

void addTable(QString &text, const Table &table, const QLocale &locale)
{
    text += QStringLiteral("\n## %1 (%2)\n%3\n").arg(table.title, table.unit, table.columns.join(u'|'));
    for (const Table::Row &row : table.rows) {
        QStringList line{row.heading};
        for (const Cell &cell : row.cells)
            line.append(shownText(cell, locale));
        text += line.join(u'|') + u'\n';
    }
}

/// The whole report as a person reads it.
QString shownReport(const Report &report)
{
    QString text = QStringLiteral("# %1\n%2\n%3\n").arg(report.title, report.subject, report.number);
    for (const QList<Fact> &facts : {report.facts, report.headline, {report.dataHash}}) {
        for (const Fact &fact : facts)
            text += QStringLiteral("%1: %2\n").arg(fact.label, shownText(fact.value, report.locale));
    }
    text += report.notice + u'\n' + report.signatures.join(u'|') + u'\n';
    for (const Table &table : report.tables)
        addTable(text, table, report.locale);
    text += QStringLiteral("\n# %1\n").arg(report.annexTitle);
    for (const Table &table : report.annex)
        addTable(text, table, report.locale);
    return text;
}

}  // namespace

TEST_CASE("a day's report reads as it should, in each language", "[report]")
{
    const auto language =
        GENERATE(as<QString>(), QStringLiteral("en"), QStringLiteral("es-BO"), QStringLiteral("pt-BR"));
    const SpokenLanguage spoken(language);
    const Report report = describe(computeFigures(sampleDay(), evening()), QLocale(language));
    CHECK(matchesGolden(QStringLiteral("report/day_%1.txt").arg(language), shownReport(report).toUtf8()));
}

TEST_CASE("a day without records has a report too", "[report]")
{
    const Report report = describe(computeFigures(emptyDay(), evening()), QLocale(QStringLiteral("en")));
    CHECK(matchesGolden(QStringLiteral("report/empty_day_en.txt"), shownReport(report).toUtf8()));
}

TEST_CASE("a shift's report says when it began and ended", "[report]")
{
    Source source = sampleDay();
    record::Shift shift = source.shifts.first();
    const QString heading = QStringLiteral("Puente Desaguadero · Monday, March 2, 2026, ");
    const auto subject = [&] {
        source.period = shift;
        return describe(computeFigures(source, evening()), QLocale(QStringLiteral("en"))).subject;
    };
    SECTION("in the same day") { CHECK(subject() == heading + QStringLiteral("6:00 AM to 2:00 PM")); }
    SECTION("in the next")
    {
        shift.closedAt = shift.openedAt.addSecs(20 * 3600);
        CHECK(subject() == heading + QStringLiteral("6:00 AM to 3/3/2026 2:00 AM"));
    }
    SECTION("or that it has not")
    {
        shift.closedAt.reset();
        CHECK(subject() == heading + QStringLiteral("from 6:00 AM, still open"));
    }
}

TEST_CASE("where there are lanes a report tells them apart", "[report]")
{
    Source source = sampleDay();
    const auto tableIn = [](const Report &report, const char *title) {
        const auto table = std::find_if(report.annex.begin(), report.annex.end(), [&](const Table &each) {
            return each.title == QLatin1String(title);
        });
        return table == report.annex.end() ? Table() : *table;
    };
    const Report without = describe(computeFigures(source, evening()), QLocale(QStringLiteral("en")));
    CHECK(tableIn(without, "By lane") == Table());
    CHECK_FALSE(tableIn(without, "Cases to follow up").columns.contains(QStringLiteral("Lane")));

    for (const record::Screening &screening : source.screenings) {
        if (screening.verdict && screening.verdict->decision == record::Decision::UrgentProtection)
            source.lanes.insert(screening.id, QStringLiteral("Lane 2"));
    }
    const DayFigures figures = computeFigures(source, evening());
    const Report report = describe(figures, QLocale(QStringLiteral("en")));
    const Table lanes = tableIn(report, "By lane");
    REQUIRE(lanes.rows.size() == 3);
    CHECK(lanes.rows[0].heading == QLatin1String("This station"));
    CHECK(lanes.rows[0].cells.last() == Cell(0));
    CHECK(lanes.rows[1].heading == QLatin1String("Lane 2"));
    CHECK(lanes.rows[1].cells[2] == lanes.rows[1].cells[3]);
    CHECK(lanes.rows[2].cells[2] == Cell(figures.screenings()));
    const Table cases = tableIn(report, "Cases to follow up");
    CHECK(cases.columns.last() == QLatin1String("Lane"));
    for (const Table::Row &row : cases.rows)
        CHECK((row.cells[1] == Cell(QStringLiteral("Urgent protection"))) ==
              (row.cells.last() == Cell(QStringLiteral("Lane 2"))));
    CHECK(report.dataHash == without.dataHash);
}

TEST_CASE("no name, document number or narrative is in a report", "[report]")
{
    const QString text =
        shownReport(describe(computeFigures(sampleDay(), evening()), QLocale(QStringLiteral("en"))));
    for (const QString &secret : secretsOfSampleDay()) {
        CAPTURE(secret);
        CHECK_FALSE(text.contains(secret, Qt::CaseInsensitive));
    }
}

TEST_CASE("values are shown as the language writes them, and kept plain for programs", "[report]")
{
    struct Row {
        Cell cell;
        QString english;
        QString spanish;
        QString plain;
    };
    const QDateTime time(QDate(2026, 3, 2), QTime(9, 5), Qt::OffsetFromUTC, -5 * 3600);
    const auto row = GENERATE_COPY(values<Row>({
        {12345, QStringLiteral("12,345"), QStringLiteral("12.345"), QStringLiteral("12345")},
        {Share{0.125}, QStringLiteral("12.5%"), QStringLiteral("12,5%"), QStringLiteral("0.1250")},
        {{}, QStringLiteral("–"), QStringLiteral("–"), QString()},
        {time, QStringLiteral("3/2/2026 9:05 AM"), QStringLiteral("2/3/2026 9:05"),
         QStringLiteral("2026-03-02T09:05:00-05:00")},
    }));
    CHECK(shownText(row.cell, QLocale(QStringLiteral("en"))) == row.english);
    CHECK(shownText(row.cell, QLocale(QStringLiteral("es"))) == row.spanish);
    CHECK(plainText(row.cell) == row.plain);
}

TEST_CASE("a file's name comes from post and period, whatever the post is called", "[report]")
{
    Source source = sampleDay();
    CHECK(fileNameFor(computeFigures(source, evening())) == QLatin1String("amparo-PE-DES-01-2026-03-02"));
    source.post.code = QStringLiteral("../A b");
    CHECK(fileNameFor(computeFigures(source, evening())) == QLatin1String("amparo--A-b-2026-03-02"));
    source.period = source.shifts.first();
    CHECK(fileNameFor(computeFigures(source, evening())) == QLatin1String("amparo--A-b-2026-03-02-0600"));
}

TEST_CASE("in every table the row of totals is the sum of the rows above it", "[report]")
{
    const Report report = describe(computeFigures(sampleDay(), evening()), QLocale(QStringLiteral("en")));
    int crosstabs = 0;
    for (const QList<Table> &tables : {report.tables, report.annex}) {
        for (const Table &table : tables) {
            const bool hasColumnOfTotals = table.columns.last() == QLatin1String("Total");
            if (!hasColumnOfTotals)
                continue;
            ++crosstabs;
            CAPTURE(table.title);
            QList<int> sums(table.columns.size() - 1);
            for (const Table::Row &row : table.rows) {
                int rowSum = 0;
                for (qsizetype i = 0; i < row.cells.size(); ++i) {
                    const int count = std::get<int>(row.cells[i]);
                    rowSum += i + 1 < row.cells.size() ? count : 0;
                    if (row.isTotal)
                        CHECK(count == sums[i]);
                    else
                        sums[i] += count;
                }
                CHECK(rowSum == std::get<int>(row.cells.last()));
            }
        }
    }
    CHECK(crosstabs == 3);
}
