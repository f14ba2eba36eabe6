#include "app/desktop/widgets/theme.h"

#include "support/catch.h"

#include <QPalette>

#include <cmath>

using namespace amparo::desktop;

namespace {

// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace

TEST_CASE("texts and signs can be read in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)", "[desktop]")
{
    const auto scheme = GENERATE(Scheme::Light, Scheme::Dark);
    const QPalette palette = paletteFor(scheme);

    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::Button}) {
        CAPTURE(int(ground));
        CHECK(contrast(palette.color(QPalette::Text), palette.color(ground)) >= 7);
        CHECK(contrast(secondaryText(palette), palette.color(ground)) >= 4.5);
        CHECK(contrast(palette.color(QPalette::Highlight), palette.color(ground)) >= 3);
    }
    CHECK(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);

    for (const auto tone : {Tone::Neutral, Tone::Good, Tone::Caution, Tone::Warning, Tone::Danger}) {
        CAPTURE(int(tone));
        const ToneColours colours = toneColours(tone, palette);
        CHECK(contrast(colours.text, colours.background) >= 4.5);
        CHECK(contrast(colours.accent, colours.background) >= 3);
        CHECK(contrast(colours.accent, palette.color(QPalette::Base)) >= 3);
    }
}
