#include "leaflet/card_layout.h"

#include "core/leaflet/sample_card.h"
#include "support/catch.h"

#include <QPainter>

using namespace amparo;
using namespace amparo::leaflet;
using namespace amparo::test;

namespace {

const QString rights = QStringLiteral("rights");
constexpr double cardWidth = 600;

QImage painted(const CardLayout &layout)
{
    QImage picture(int(cardWidth), int(layout.height()) + 1, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    layout.paint(painter, {0, 0}, paperColours());
    return picture;
}

/// The share of ink that lies in the left half, among the first lines.
double inkOnTheLeft(const QImage &picture)
{
    int left = 0;
    int all = 0;
    for (int y = 0; y < std::min(picture.height(), 60); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const bool isInk = qGray(picture.pixel(x, y)) < 160;
            all += isInk;
            left += isInk && x < picture.width() / 2;
        }
    }
    REQUIRE(all > 0);
    return double(left) / all;
}

}  // namespace

TEST_CASE("larger text takes more room, narrower columns too", "[leaflet]")
{
    const auto card = builtinCard(rights, QStringLiteral("en"));
    const double height = CardLayout(card, cardWidth, 16).height();
    CHECK(CardLayout(card, cardWidth, 24).height() > 1.3 * height);
    CHECK(CardLayout(card, cardWidth / 2, 16).height() > 1.3 * height);
}

TEST_CASE("a card begins where its script begins", "[leaflet]")
{
    CHECK(inkOnTheLeft(painted(CardLayout(builtinCard(rights, QStringLiteral("es")), cardWidth, 16))) > 0.65);
    CHECK(inkOnTheLeft(painted(CardLayout(builtinCard(rights, QStringLiteral("ar")), cardWidth, 16))) < 0.35);
}

TEST_CASE("nothing is painted beside the column", "[leaflet]")
{
    const QString id = GENERATE(from_range(builtinCardIds()));
    const QString language = GENERATE(from_range(builtinLanguages()));
    const int size = GENERATE(12, 60);
    CAPTURE(id, language, size);
    const CardLayout layout(builtinCard(id, language, {QStringLiteral("BRA")}), cardWidth, size);
    QImage picture(int(cardWidth) + 200, int(layout.height()) + 1, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    layout.paint(painter, {100, 0}, paperColours());
    painter.end();
    int beside = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (const int x : {10, 50, 90, 709, 740, 790})
            beside += picture.pixelColor(x, y) != Qt::white;
    }
    CHECK(beside == 0);
}

TEST_CASE("pages hold every block once and break between blocks", "[leaflet]")
{
    const CardLayout layout(builtinCard(rights, QStringLiteral("fr")), cardWidth, 16);
    const double pageHeight = GENERATE(as<double>(), 150, 400, 1000, 100000);
    const auto pages = layout.pages(pageHeight);
    REQUIRE_FALSE(pages.isEmpty());
    qsizetype next = 0;
    for (const CardLayout::Page &page : pages) {
        CHECK(page.begin == next);
        CHECK(page.end > page.begin);
        next = page.end;
    }
    CHECK((pageHeight < layout.height()) == (pages.size() > 1));
    CHECK(layout.pages(layout.height()).size() == 1);
}

TEST_CASE("the code on a painted card is read by a telephone", "[leaflet]")
{
    const QString language = GENERATE(as<QString>(), QStringLiteral("en"), QStringLiteral("ar"));
    const auto card = builtinCard(QStringLiteral("help-lines"), language, {QStringLiteral("PER")});
    CHECK(scanned(painted(CardLayout(card, cardWidth, 16))) == QStringList{QStringLiteral("tel:1818")});
    const auto without = builtinCard(rights, language, {QStringLiteral("PER")}, QString());
    CHECK(scanned(painted(CardLayout(without, cardWidth, 16))).isEmpty());
}
