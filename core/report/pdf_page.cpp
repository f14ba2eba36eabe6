#include "report/pdf_page.h"

#include "report/cell_text.h"

#include <QFontMetricsF>
#include <QPageSize>

#include <algorithm>
#include <numeric>

namespace amparo::report {

namespace {

constexpr double dotsPerInch = 1200;
constexpr double millimetresPerInch = 25.4;
constexpr double bodySize = 8.5;  // points
constexpr double noteSize = 7;
constexpr double titleSize = 10.5;
constexpr double columnGap = 3;  // millimetres
constexpr double rowPadding = 0.6;
constexpr double titleGap = 1;
constexpr double leastHeading = 0.3;  // of a table's width, for its first column

constexpr double mostTaken = 0.6;  // of a column's width, where a table is too wide

constexpr double headShare = 0.65;  // of a head's length, so that it wraps into two lines at most

bool readsFromLeft(const Cell &cell)
{
    return std::holds_alternative<QString>(cell) || std::holds_alternative<QDateTime>(cell);
}

}  // namespace

/// Widths of a table's columns; the first one heads the rows.
struct PdfPage::Columns {
    QList<double> widths;
    QList<bool> isText;

    double heading() const { return widths.first(); }
    double total() const { return std::accumulate(widths.begin(), widths.end(), 0.0); }
    Qt::Alignment alignment(qsizetype column) const
    {
        return isText.value(column) ? Qt::AlignLeft : Qt::AlignRight;
    }

    /// What is too wide is taken from the widest text, which wraps then.
    void narrow(double width)
    {
        qsizetype widest = 0;
        for (qsizetype i = 1; i < widths.size(); ++i) {
            if (isText[i] && (widest == 0 || widths[i] > widths[widest]))
                widest = i;
        }
        if (widest > 0 && total() > width)
            widths[widest] -= std::min(total() - width, widths[widest] * mostTaken);
    }
};

PdfPage::PdfPage(QIODevice *device, const Report &report)
    : m_report(report), m_writer(device), m_scale(dotsPerInch / millimetresPerInch)
{
    m_writer.setResolution(int(dotsPerInch));
    m_writer.setPageSize(QPageSize(QPageSize::A4));
    m_writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    m_writer.setTitle(QStringLiteral("%1 · %2").arg(report.title, report.number));
    m_writer.setCreator(QStringLiteral("Amparo " AMPARO_VERSION));
    m_painter.begin(&m_writer);
}

QFont PdfPage::font(double points, bool bold) const
{
    QFont font;
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

QRectF PdfPage::toDevice(const QRectF &area) const
{
    return {area.left() * m_scale, area.top() * m_scale, area.width() * m_scale, area.height() * m_scale};
}

double PdfPage::lineHeight(const QFont &font) const
{
    return fromDevice(QFontMetricsF(font, m_painter.device()).height());
}

double PdfPage::textHeight(double width, const QString &words, const QFont &font) const
{
    const QFontMetricsF metrics(font, m_painter.device());
    const QRectF room(0, 0, toDevice(width), toDevice(sheetHeight));
    return fromDevice(metrics.boundingRect(room, Qt::TextWordWrap, words).height());
}

double PdfPage::text(const QRectF &area, const QString &words, const QFont &font, const QColor &color,
                     Qt::Alignment alignment)
{
    m_painter.setFont(font);
    m_painter.setPen(color);
    QRectF took;
    m_painter.drawText(toDevice(area), int(alignment) | Qt::TextWordWrap | Qt::TextDontClip, words, &took);
    return fromDevice(took.height());
}

void PdfPage::rule(double left, double top, double width, const QColor &color, double thickness)
{
    box({left, top, width, thickness}, color);
}

void PdfPage::box(const QRectF &area, const QColor &color) { m_painter.fillRect(toDevice(area), color); }

PdfPage::Columns PdfPage::columnsOf(double width, const Table &table)
{
    const QFontMetricsF body(font(bodySize, true), m_painter.device());
    const QFontMetricsF heads(font(noteSize), m_painter.device());
    Columns columns;
    columns.widths.append(width);
    columns.isText.append(true);
    for (qsizetype column = 1; column < table.columns.size(); ++column) {
        double widest = headShare * heads.horizontalAdvance(table.columns[column]);
        const QStringList words = table.columns[column].split(u' ');
        for (const QString &word : words)
            widest = std::max(widest, heads.horizontalAdvance(word));
        bool text = !table.rows.isEmpty();
        for (const Table::Row &row : table.rows) {
            const Cell cell = row.cells.value(column - 1);
            widest = std::max(widest, body.horizontalAdvance(shownText(cell, m_report.locale)));
            text = text && readsFromLeft(cell);
        }
        columns.widths.append(fromDevice(widest) + columnGap);
        columns.isText.append(text);
        columns.widths.first() -= columns.widths.last();
    }
    double heading = 0;
    for (const Table::Row &row : table.rows)
        heading = std::max(heading, fromDevice(body.horizontalAdvance(row.heading)));
    columns.widths.first() = std::max(columns.widths.first(), std::min(heading + rowPadding, width * leastHeading));
    columns.narrow(width);
    return columns;
}

double PdfPage::head(double left, double top, const Columns &columns, const Table &table, bool paint)
{
    const QFont small = font(noteSize);
    double tallest = 0;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const double room = columns.widths[i] - (i ? columnGap : 0);
        tallest = std::max(tallest, textHeight(room, table.columns[i], small));
    }
    double x = left;
    for (qsizetype i = 0; paint && i < table.columns.size(); ++i) {
        const double gap = i ? columnGap : 0;
        text({x + gap, top, columns.widths[i] - gap, tallest}, table.columns[i], small, paper::muted,
             columns.alignment(i) | Qt::AlignBottom);
        x += columns.widths[i];
    }
    if (paint)
        rule(left, top + tallest + rowPadding / 2, x - left, paper::rule);
    return tallest + rowPadding;
}

double PdfPage::rowHeight(const Columns &columns, const Table::Row &row) const
{
    const QFont body = font(bodySize, row.isTotal);
    double tallest = textHeight(columns.heading(), row.heading, body);
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        if (columns.isText.value(i + 1))
            tallest = std::max(tallest, textHeight(columns.widths[i + 1] - columnGap,
                                                   shownText(row.cells[i], m_report.locale), body));
    }
    return tallest + rowPadding;
}

double PdfPage::row(double left, double top, const Columns &columns, const Table::Row &row, bool paint)
{
    const double tall = rowHeight(columns, row);
    if (!paint)
        return tall;
    const QFont body = font(bodySize, row.isTotal);
    double x = left + columns.heading();
    if (row.isTotal)
        rule(left, top, columns.total(), paper::ink, 0.15);
    text({left, top + rowPadding / 2, columns.heading(), tall}, row.heading, body);
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const double room = columns.widths.value(i + 1);
        text({x + columnGap, top + rowPadding / 2, room - columnGap, tall},
             shownText(row.cells[i], m_report.locale), body, paper::ink, columns.alignment(i + 1));
        x += room;
    }
    return tall;
}

double PdfPage::tableTitle(double left, double top, double width, const Table &table)
{
    double y = top;
    y += text({left, y, width, 10}, table.title, font(titleSize, true), paper::accent);
    y += text({left, y, width, 10}, table.unit, font(noteSize), paper::muted);
    return y - top + titleGap;
}

double PdfPage::titleHeight(double width, const Table &table) const
{
    return textHeight(width, table.title, font(titleSize, true)) +
           textHeight(width, table.unit, font(noteSize)) + titleGap;
}

double PdfPage::layTable(double left, double top, double width, const Table &table, bool paint)
{
    const Columns columns = columnsOf(width, table);
    double y = top;
    y += paint ? tableTitle(left, top, width, table) : titleHeight(width, table);
    y += head(left, y, columns, table, paint);
    for (const Table::Row &line : table.rows)
        y += row(left, y, columns, line, paint);
    if (table.rows.isEmpty()) {
        if (paint)
            text({left, y + rowPadding / 2, width, 10}, m_report.emptyTable, font(bodySize), paper::muted);
        y += lineHeight(font(bodySize)) + rowPadding;
    }
    return y - top;
}

double PdfPage::table(double left, double top, double width, const Table &table)
{
    return layTable(left, top, width, table, true);
}

double PdfPage::tableHeight(double width, const Table &table) { return layTable(0, 0, width, table, false); }

qsizetype PdfPage::tablePart(double top, const Table &table, qsizetype first, double &end)
{
    const Columns columns = columnsOf(inner, table);
    double y = top + tableTitle(margin, top, inner, table);
    y += head(margin, y, columns, table, true);
    qsizetype next = first;
    while (next < table.rows.size() && (next == first || y + rowHeight(columns, table.rows[next]) <=
                                                             bottom - lineHeight(font(noteSize)))) {
        y += row(margin, y, columns, table.rows[next], true);
        ++next;
    }
    end = y;
    return next;
}

void PdfPage::newSheet()
{
    m_writer.newPage();
    ++m_sheet;
}

void PdfPage::footer(const QString &left)
{
    const double top = sheetHeight - margin + 3;
    text({margin, top, inner, 5}, left, font(noteSize), paper::muted);
    text({margin, top, inner, 5}, m_report.locale.toString(m_sheet), font(noteSize), paper::muted,
         Qt::AlignRight);
}

}  // namespace amparo::report
