#pragma once

#include <QColor>
#include <QPalette>

class QFontMetrics;

namespace amparo::desktop {

enum class Scheme { Light, Dark };

/// What a patch of colour says. There is no "all is well" for a traveller: an empty checklist clears nobody,
/// so that Neutral and not Good stands for "nothing recorded".
enum class Tone { Neutral, Good, Caution, Warning, Danger };

struct ToneColours {
    QColor background;
    QColor text;    ///< on `background`, contrast at least 4.5 to 1 (WCAG 2.2, 1.4.3)
    QColor accent;  ///< for edges and icons, contrast at least 3 to 1 (WCAG 2.2, 1.4.11)
};

QPalette paletteFor(Scheme scheme);

/// Style, palette and sizes of the whole program. Once, before the first window.
void applyTheme(Scheme scheme);

/// The tone's colours beside the given palette, light or dark.
ToneColours toneColours(Tone tone, const QPalette &palette);

/// Text that explains: weaker than the text, still 4.5 to 1.
QColor secondaryText(const QPalette &palette);

/// Lines between and around things.
QColor lineColour(const QPalette &palette);

/// The least height of what a finger must hit.
int touchSize(const QFontMetrics &metrics);

/// A distance, in steps of half the text's height: 1 between what belongs together, 2 between groups.
int space(const QFontMetrics &metrics, int steps);

}  // namespace amparo::desktop
