#include "app/desktop/widgets/icon_drawing.h"

#include "app/desktop/widgets/icon.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>

using namespace amparo::desktop;

namespace {

/// An icon of these elements, ten pixels for each step of the grid.
QImage painted(const QByteArray &elements)
{
    QImage image(240, 240, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintIcon(painter, image.rect(), readIcon("<svg viewBox=\"0 0 24 24\">" + elements + "</svg>"), Qt::red);
    return image;
}

bool isInk(const QImage &image, double x, double y)
{
    return image.pixelColor(int(x * 10), int(y * 10)) == QColor(Qt::red);
}

}  // namespace

TEST_CASE("an icon's elements are painted where they say", "[desktop]")
{
    struct Row {
        QByteArray elements;
        QPointF ink;
        QPointF paper;
    };
    const auto row = GENERATE(values<Row>({
        {"<path d=\"M12 4v16M4 12h16\"/>", {5, 12}, {5, 5}},
        {"<path d=\"M12 4v16M4 12h16\"/>", {12, 18}, {18, 18}},
        {"<path d=\"M12 4V20\"/>", {12, 18}, {14, 18}},
        {"<path d=\"M4 12H20\"/>", {18, 12}, {18, 14}},
        {"<path d=\"m4 4l16 16\"/>", {10, 10}, {10, 14}},
        {"<path d=\"M4 4L20 20\"/>", {10, 10}, {14, 10}},
        {"<path d=\"M4 4h16v16z\"/>", {12, 12}, {6, 18}},
        {"<path d=\"M2 12c0-10 20-10 20 0\"/>", {12, 4.5}, {12, 12}},
        {"<path d=\"M2 12C2 2 22 2 22 12\"/>", {12, 4.5}, {12, 12}},
        {"<path d=\"M4 12h16\" stroke-width=\"6\"/>", {12, 14.5}, {12, 16}},
        {"<path d=\"M4 4h16v16z\" fill=\"currentColor\"/>", {17, 9}, {6, 18}},
        {"<circle cx=\"12\" cy=\"12\" r=\"8\"/>", {20, 12}, {12, 12}},
        {"<rect x=\"4\" y=\"6\" width=\"16\" height=\"12\" rx=\"2\"/>", {4, 12}, {3.3, 5.4}},
    }));
    CAPTURE(row.elements.toStdString());
    const QImage image = painted(row.elements);
    CHECK(isInk(image, row.ink.x(), row.ink.y()));
    CHECK_FALSE(isInk(image, row.paper.x(), row.paper.y()));
}

TEST_CASE("what an icon may not hold is not half painted", "[desktop]")
{
    const auto elements = GENERATE(values<QByteArray>(
        {"<path d=\"M4 4q1 1 2 2\"/>", "<path d=\"M4\"/>", "<path d=\"M4 4z5\"/>", "<path d=\"4 4\"/>",
         "<ellipse cx=\"1\" cy=\"1\"/>", "<path d=\"M4 4h1\"/><text>x</text>", "<path d=\"M4 4h1\"/><path"}));
    CAPTURE(elements.toStdString());
    CHECK(readIcon("<svg>" + elements + "</svg>").isEmpty());
}

TEST_CASE("every icon of the program can be painted", "[desktop]")
{
    REQUIRE_FALSE(icon(Sign::Check, Qt::black).isNull());  // brings the drawings with it
    const QDir drawings(QStringLiteral(":/amparo/icons"));
    const QStringList names = drawings.entryList({QStringLiteral("*.svg")});
    REQUIRE_FALSE(names.isEmpty());
    for (const QString &name : names) {
        CAPTURE(name);
        QFile file(drawings.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(readIcon(file.readAll()).isEmpty());
    }
}
