#pragma once

#include <QColor>
#include <QIcon>

class QLabel;

namespace amparo::desktop {

/// The signs that stand beside a text. Colour alone never says anything: each tone has its own form too.
enum class Sign {
    Check,
    Done,
    Open,
    Partial,
    Information,
    Caution,
    SecondLine,
    Urgent,
    Shield,
    Covered,
    Document,
    Edit,
    Add,
    Remove,
    Expand,
    Calendar,
    Waiting
};

/// Sharp at every scale, in one colour.
QIcon icon(Sign sign, const QColor &colour);

/// Shows it in a label, as high as the label's text.
void showSign(QLabel *label, Sign sign, const QColor &colour);

}  // namespace amparo::desktop
