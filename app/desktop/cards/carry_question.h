#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace amparo::desktop {

/// What an officer does who has been asked whether the traveller is safe with a card.
struct CarryAnswers {
    std::function<void()> isSafe;
    std::function<void()> showInstead;
};

/// Asks before a card leaves the counter: whoever controls the traveller could find it. `question` is in the
/// traveller's language, to be shown or read out. Returns at once; without an answer nothing happens.
void askWhetherSafeToCarry(QWidget *parent, const QString &question, CarryAnswers answers);

}  // namespace amparo::desktop
