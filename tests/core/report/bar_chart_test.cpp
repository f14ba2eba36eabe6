#include "report/bar_chart.h"

#include "report/report_tables.h"
#include "support/catch.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPalette>

using namespace amparo;
using namespace amparo::report;

namespace {

constexpr QRgb barColor = 0xff0000ff;

/// How many pixels of the bars' colour each row of bars has, from the top.
QList<int> paintedLengths(const BarChart &chart)
{
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    BarChartStyle style{QFont(), Qt::black, QColor(barColor), Qt::lightGray};
    style.font.setPixelSize(12);
    const double rowHeight = barChartHeight(chart, style, 400, &image) / double(chart.bars.size());
    QPainter painter(&image);
    paintBarChart(painter, QRectF(0, 0, 400, 200), chart, style);
    painter.end();
    QList<int> lengths;
    for (qsizetype i = 0; i < chart.bars.size(); ++i) {
        int length = 0;
        for (int x = 0; x < image.width(); ++x)
            length += image.pixel(x, int((double(i) + 0.5) * rowHeight)) == barColor ? 1 : 0;
        lengths.append(length);
    }
    return lengths;
}

}  // namespace

TEST_CASE("bars are as long as their values", "[report]")
{
    const BarChart chart{{{QStringLiteral("a"), 8, QStringLiteral("8")},
                          {QStringLiteral("b"), 4, QStringLiteral("4")},
                          {QStringLiteral("c"), 0, QStringLiteral("0")}}};
    const QList<int> lengths = paintedLengths(chart);
    CHECK(lengths[0] > 100);
    CHECK(std::abs(lengths[0] - 2 * lengths[1]) <= 2);
    CHECK(lengths[2] == 0);
}

TEST_CASE("rows are higher where words take two lines", "[report]")
{
    QImage image(10, 10, QImage::Format_RGB32);
    const BarChartStyle style{QFont(), Qt::black, Qt::blue, Qt::lightGray};
    const auto height = [&](const QString &label) {
        return barChartHeight({{{label, 1, QStringLiteral("1")}}}, style, 300, &image);
    };
    CHECK(height(QStringLiteral("a word")) < height(QStringLiteral("many words ").repeated(6)));
}

TEST_CASE("a chart of zeros paints no bar", "[report]")
{
    CHECK(paintedLengths({{{QStringLiteral("a"), 0, QStringLiteral("0")}}}) == QList<int>{0});
}

TEST_CASE("a chart takes counts and shown values from its table, without totals", "[report]")
{
    Table table;
    table.rows = {Table::Row{QStringLiteral("Fear"), {Cell(3), Cell(Share{0.25})}},
                  Table::Row{QStringLiteral("Total"), {Cell(3), Cell(Share{1})}, true}};
    const BarChart chart = barChartOf(table, QLocale(QStringLiteral("en")));
    REQUIRE(chart.bars.size() == 1);
    CHECK(chart.bars.first().label == QLatin1String("Fear"));
    CHECK(chart.bars.first().value == 3);
    CHECK(chart.bars.first().valueText == QStringLiteral("3 · 25.0%"));
}

TEST_CASE("a chart on the screen has the colours of its window", "[report]")
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Highlight, Qt::cyan);
    const BarChartStyle style = BarChartStyle::fromPalette(palette, QFont());
    CHECK(style.text == QColor(Qt::white));
    CHECK(style.bar == QColor(Qt::cyan));
}
