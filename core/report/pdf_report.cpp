// The first page is composed (head, key figures, pairs of tables, chart, signatures) and fits one sheet for
// any figures: the chart gets what the rest leaves. The annex flows over as many sheets as it needs.

#include "report/pdf_report.h"

#include "report/bar_chart.h"
#include "report/cell_text.h"
#include "report/pdf_page.h"

#include <QBuffer>

#include <algorithm>

namespace amparo::report {

namespace {

constexpr double gutter = 8;      // millimetres, between the two columns
constexpr double interval = 4.5;  // between blocks

constexpr double halfWidth = (PdfPage::inner - gutter) / 2;
constexpr double narrowWidth = PdfPage::inner * 0.7;  // eyes follow a short line to its figure
constexpr qsizetype wideTable = 5;                    // columns, above which a table takes the whole width
constexpr double secondColumn = PdfPage::margin + halfWidth + gutter;

double head(PdfPage &page, const Report &report)
{
    double y = PdfPage::begin;
    page.box({0, 0, PdfPage::sheetWidth, 4}, paper::accent);
    page.text({PdfPage::margin, y, PdfPage::inner, 8}, report.number, page.font(9), paper::muted,
              Qt::AlignRight);
    y += page.text({PdfPage::margin, y, PdfPage::inner * 0.6, 12}, report.title, page.font(19, true),
                   paper::accent);
    y += page.text({PdfPage::margin, y, PdfPage::inner, 12}, report.subject, page.font(11));
    return y + 2;
}

/// Label and value in two columns, in the order of reading.
double facts(PdfPage &page, double top, const Report &report)
{
    const QFont small = page.font(7.5);
    constexpr double labelWidth = 32;
    double ends[2] = {top, top};
    const qsizetype perColumn = (report.facts.size() + 1) / 2;
    for (qsizetype i = 0; i < report.facts.size(); ++i) {
        const bool isSecond = i >= perColumn;
        const double left = isSecond ? secondColumn : PdfPage::margin;
        double &y = ends[isSecond];
        page.text({left, y, labelWidth, 5}, report.facts[i].label, small, paper::muted);
        y += page.text({left + labelWidth, y, halfWidth - labelWidth, 5},
                       shownText(report.facts[i].value, report.locale), small);
    }
    return std::max(ends[0], ends[1]);
}

double headline(PdfPage &page, double top, const Report &report)
{
    constexpr double boxHeight = 17;
    constexpr double gap = 3;
    const double count = double(report.headline.size());
    const double boxWidth = (PdfPage::inner - gap * (count - 1)) / count;
    double left = PdfPage::margin;
    for (const Fact &fact : report.headline) {
        page.box({left, top, boxWidth, boxHeight}, paper::tint);
        page.box({left, top, 1, boxHeight}, paper::accent);
        page.text({left + 4, top + 1.5, boxWidth - 5, 9}, shownText(fact.value, report.locale),
                  page.font(18, true), paper::ink);
        page.text({left + 4, top + 11, boxWidth - 5, 5}, fact.label, page.font(8), paper::muted);
        left += boxWidth + gap;
    }
    return top + boxHeight;
}

/// Tables one below another in two columns, each in the column that is the shorter one so far.
double columns(PdfPage &page, double top, const QList<Table> &tables)
{
    double ends[2] = {top, top};
    for (const Table &table : tables) {
        const bool toRight = ends[1] < ends[0];
        double &y = ends[toRight];
        y += page.table(toRight ? secondColumn : PdfPage::margin, y, halfWidth, table) + interval;
    }
    return std::max(ends[0], ends[1]);
}

double signatureHeight(PdfPage &page) { return 13 + 4 * page.lineHeight(page.font(7)); }

void signatures(PdfPage &page, const Report &report)
{
    const QFont small = page.font(7);
    double y = PdfPage::bottom - signatureHeight(page);
    y += page.text({PdfPage::margin, y, PdfPage::inner, 9}, report.notice, small, paper::muted);
    y += 11;
    double left = PdfPage::margin;
    for (const QString &signer : report.signatures) {
        page.rule(left, y, halfWidth, paper::ink);
        page.text({left, y + 0.5, halfWidth, 4}, signer, small, paper::muted);
        left = secondColumn;
    }
    y += 0.5 + page.lineHeight(small);
    page.text(
        {PdfPage::margin, y, PdfPage::inner, 4},
        QStringLiteral("%1: %2").arg(report.dataHash.label, shownText(report.dataHash.value, report.locale)),
        page.font(6), paper::muted);
}

/// Paints the table as a chart, if there is room for it at a size that can be read.
bool chart(PdfPage &page, double top, double room, const Table &table, const Report &report)
{
    constexpr double largest = 8;  // points
    constexpr double smallest = 6;
    BarChartStyle style{page.font(largest), paper::ink, paper::accent, paper::tint};
    style.labelShare = 0.5;
    const BarChart bars = barChartOf(table, report.locale);
    const double titleHeight = page.titleHeight(PdfPage::inner, table);
    const auto barsHeight = [&] {
        return page.fromDevice(
            barChartHeight(bars, style, page.toDevice(PdfPage::inner), page.painter().device()));
    };
    for (double size = largest; size >= smallest && titleHeight + barsHeight() > room; size -= 0.5)
        style.font = page.font(size);
    if (table.rows.isEmpty() || titleHeight + barsHeight() > room)
        return false;
    page.tableTitle(PdfPage::margin, top, PdfPage::inner, table);
    paintBarChart(page.painter(),
                  page.toDevice({PdfPage::margin, top + titleHeight, PdfPage::inner, barsHeight()}), bars,
                  style);
    return true;
}

/// The first page; the tables that found no place on it.
QList<Table> firstPage(PdfPage &page, const Report &report)
{
    QList<Table> tables;
    QList<Table> charts;
    for (const Table &table : report.tables)
        (table.isChart ? charts : tables).append(table);
    double y = head(page, report);
    y = facts(page, y, report) + interval;
    y = headline(page, y, report) + interval;
    y = columns(page, y, tables);
    const double end = PdfPage::bottom - signatureHeight(page) - interval;
    QList<Table> left;
    for (const Table &table : charts) {
        if (chart(page, y, end - y, table, report))
            y = end;
        else
            left.append(table);
    }
    signatures(page, report);
    return left;
}

void annex(PdfPage &page, const Report &report, const QList<Table> &tables, const QString &footer)
{
    const auto beginSheet = [&](bool isFirst) {
        page.newSheet();
        page.footer(footer);
        return isFirst ? PdfPage::margin +
                             page.text({PdfPage::margin, PdfPage::margin, PdfPage::inner, 12},
                                       report.annexTitle, page.font(15, true), paper::accent) +
                             3
                       : PdfPage::margin;
    };
    double y = beginSheet(true);
    for (const Table &table : tables) {
        const double room = PdfPage::bottom - y;
        const double width = table.columns.size() > wideTable ? PdfPage::inner : narrowWidth;
        if (page.tableHeight(width, table) <= room) {
            y += page.table(PdfPage::margin, y, width, table) + 2 * interval;
            continue;
        }
        if (room < PdfPage::sheetHeight / 3)
            y = beginSheet(false);
        for (qsizetype next = 0; next < table.rows.size();) {
            next = page.tablePart(y, table, next, y);
            y = next < table.rows.size() ? beginSheet(false) : y + 2 * interval;
        }
    }
}

}  // namespace

QByteArray pdfReport(const Report &report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        PdfPage page(&buffer, report);
        const QString footer = QStringLiteral("%1 · %2").arg(report.title, report.number);
        page.footer(footer);
        const QList<Table> left = firstPage(page, report);
        annex(page, report, left + report.annex, footer);
    }
    return bytes;
}

}  // namespace amparo::report
