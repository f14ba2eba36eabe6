#include "report/bar_chart.h"

#include "report/cell_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>

#include <algorithm>

namespace amparo::report {

namespace {

constexpr double lowRowInLines = 1.4;  // one line of words and a gap
constexpr double highRowInLines = 2.3;
constexpr double barInLines = 1.0;
constexpr double gapInLines = 0.6;  // between words, bar and value

double longestOf(const BarChart &chart)
{
    double longest = 0;
    for (const BarChart::Bar &bar : chart.bars)
        longest = std::max(longest, bar.value);
    return longest;
}

double widestValue(const BarChart &chart, const QFontMetricsF &metrics)
{
    double widest = 0;
    for (const BarChart::Bar &bar : chart.bars)
        widest = std::max(widest, metrics.horizontalAdvance(bar.valueText));
    return widest;
}

double rowHeight(const BarChart &chart, const QFontMetricsF &metrics, double labels)
{
    const bool fits = std::all_of(chart.bars.begin(), chart.bars.end(), [&](const BarChart::Bar &bar) {
        return metrics.horizontalAdvance(bar.label) <= labels;
    });
    return metrics.height() * (fits ? lowRowInLines : highRowInLines);
}

/// The words in at most two lines; what goes beyond ends in an ellipsis.
QString inTwoLines(const QString &text, const QFontMetricsF &metrics, double width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    qsizetype cut = 0;
    for (qsizetype i = text.indexOf(u' '); i > 0; i = text.indexOf(u' ', i + 1)) {
        if (metrics.horizontalAdvance(text.first(i)) > width)
            break;
        cut = i;
    }
    if (cut == 0)
        return metrics.elidedText(text, Qt::ElideRight, width);
    return text.first(cut) + u'\n' + metrics.elidedText(text.sliced(cut + 1), Qt::ElideRight, width);
}

}  // namespace

BarChartStyle BarChartStyle::fromPalette(const QPalette &palette, const QFont &font)
{
    QColor track = palette.color(QPalette::WindowText);
    track.setAlphaF(0.10f);
    return {font, palette.color(QPalette::WindowText), palette.color(QPalette::Highlight), track};
}

BarChart barChartOf(const Table &table, const QLocale &locale)
{
    BarChart chart;
    for (const Table::Row &row : table.rows) {
        const int *count = row.cells.isEmpty() ? nullptr : std::get_if<int>(&row.cells.first());
        if (!count || row.isTotal)
            continue;
        QStringList shown;
        for (const Cell &cell : row.cells)
            shown.append(shownText(cell, locale));
        chart.bars.append({row.heading, double(*count), shown.join(QStringLiteral(" · "))});
    }
    return chart;
}

double barChartHeight(const BarChart &chart, const BarChartStyle &style, double width, QPaintDevice *device)
{
    const QFontMetricsF metrics(style.font, device);
    return rowHeight(chart, metrics, width * style.labelShare) * double(chart.bars.size());
}

void paintBarChart(QPainter &painter, const QRectF &area, const BarChart &chart, const BarChartStyle &style)
{
    painter.save();
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font, painter.device());
    const double line = metrics.height();
    const double gap = gapInLines * line;
    const double labels = area.width() * style.labelShare;
    const double values = widestValue(chart, metrics);
    const double room = std::max(0.0, area.width() - labels - values - 2 * gap);
    const double longest = longestOf(chart);

    QRectF row(area.left(), area.top(), area.width(), rowHeight(chart, metrics, labels));
    for (const BarChart::Bar &bar : chart.bars) {
        painter.setPen(style.text);
        painter.drawText(QRectF(row.left(), row.top(), labels, row.height()),
                         Qt::AlignRight | Qt::AlignVCenter, inTwoLines(bar.label, metrics, labels));
        QRectF track(row.left() + labels + gap, row.center().y() - barInLines * line / 2, room,
                     barInLines * line);
        painter.fillRect(track, style.track);
        const double length = longest > 0 ? room * bar.value / longest : 0;
        painter.fillRect(QRectF(track.topLeft(), QSizeF(length, track.height())), style.bar);
        painter.drawText(QRectF(track.right() + gap, row.top(), values + 1, row.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, bar.valueText);
        row.translate(0, row.height());
    }
    painter.restore();
}

}  // namespace amparo::report
