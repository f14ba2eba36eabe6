#include "app/desktop/widgets/theme.h"

#include "app/desktop/widgets/style.h"

#include <QApplication>
#include <QFontMetrics>

namespace amparo::desktop {

namespace {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPalette paletteOf(const char *window, const char *base, const char *raised, const char *text,
                   const char *weak, const char *line, const char *accent, const char *onAccent)
{
    const auto colour = [](const char *name) { return QColor(QLatin1String(name)); };
    QPalette palette(colour(text), colour(raised), colour(base), colour(line), colour(line), colour(text),
                     colour(onAccent), colour(base), colour(window));
    palette.setColor(QPalette::AlternateBase, colour(window));
    palette.setColor(QPalette::PlaceholderText, colour(weak));
    palette.setColor(QPalette::Highlight, colour(accent));
    palette.setColor(QPalette::HighlightedText, colour(onAccent));
    palette.setColor(QPalette::Link, colour(accent));
    palette.setColor(QPalette::LinkVisited, colour(accent));
    palette.setColor(QPalette::ToolTipBase, colour(raised));
    palette.setColor(QPalette::ToolTipText, colour(text));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(weak));
    return palette;
}

ToneColours tone(const char *background, const char *text, const char *accent)
{
    return {QColor(QLatin1String(background)), QColor(QLatin1String(text)), QColor(QLatin1String(accent))};
}

}  // namespace

QPalette paletteFor(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return paletteOf("#eef1f4", "#ffffff", "#ffffff", "#17212b", "#566472", "#c3ccd5", "#1a5c96",
                         "#ffffff");
    case Scheme::Dark:
        return paletteOf("#171c22", "#20262e", "#2a323b", "#e9eef3", "#a3b0bd", "#485562", "#74b4ec",
                         "#0e1821");
    }
    Q_UNREACHABLE();
}

void applyTheme(Scheme scheme)
{
    QApplication::setStyle(new Style);  // the application owns it
    QApplication::setPalette(paletteFor(scheme));
    QApplication::setEffectEnabled(Qt::UI_AnimateCombo, false);
}

ToneColours toneColours(Tone of, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (of) {
    case Tone::Neutral:
        return dark ? tone("#2b3540", "#dbe4ec", "#9fb2c4") : tone("#e6ecf1", "#27384a", "#4d6479");
    case Tone::Good:
        return dark ? tone("#1d3a2c", "#c4ecd3", "#6fcf97") : tone("#dff3e7", "#12482b", "#1e7d4a");
    case Tone::Caution:
        return dark ? tone("#3d3517", "#f5e6ad", "#e0c04a") : tone("#fdf3cf", "#54420a", "#8a6a00");
    case Tone::Warning:
        return dark ? tone("#46301a", "#ffdcb8", "#f0994a") : tone("#fde6d2", "#6b3207", "#b95512");
    case Tone::Danger:
        return dark ? tone("#4b2124", "#ffd4d3", "#ff8683") : tone("#fbdedd", "#7a1216", "#c0272d");
    }
    Q_UNREACHABLE();
}

QColor secondaryText(const QPalette &palette) { return palette.color(QPalette::PlaceholderText); }

QColor lineColour(const QPalette &palette) { return palette.color(QPalette::Mid); }

int touchSize(const QFontMetrics &metrics) { return metrics.height() * 9 / 4; }

int space(const QFontMetrics &metrics, int steps) { return metrics.height() * steps / 2; }

}  // namespace amparo::desktop
