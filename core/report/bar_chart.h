#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>

class QLocale;
class QPaintDevice;
class QPainter;
class QPalette;

namespace amparo::report {

struct Table;

/// Bars that lie, each with its words before it and its value behind: readable without colour, and as text
/// wherever the chart is painted. For the screen and for paper.
struct BarChart {
    struct Bar {
        QString label;
        double value = 0;  ///< from 0
        QString valueText;

        bool operator==(const Bar &) const = default;
    };
    QList<Bar> bars;

    bool operator==(const BarChart &) const = default;
};

struct BarChartStyle {
    QFont font;
    QColor text;
    QColor bar;
    QColor track;              ///< the ground on which a bar lies, as long as the longest
    double labelShare = 0.45;  ///< of the width, for the words; two lines at most

    /// As the window around it: text and highlight of its palette.
    static BarChartStyle fromPalette(const QPalette &palette, const QFont &font);
};

/// The first column of counts of a table, with its shown values; rows of totals are left out.
BarChart barChartOf(const Table &table, const QLocale &locale);

/// Height that the bars want in this width; rows are lower where all words fit into one line. `device` as for
/// QFontMetricsF, painter.device().
double barChartHeight(const BarChart &chart, const BarChartStyle &style, double width, QPaintDevice *device);

/// Paints into `area`, from its top, each bar as high as barChartHeight() reckons with.
void paintBarChart(QPainter &painter, const QRectF &area, const BarChart &chart, const BarChartStyle &style);

}  // namespace amparo::report
