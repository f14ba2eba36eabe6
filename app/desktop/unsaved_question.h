#pragma once

#include <functional>

class QWidget;

namespace amparo::desktop {

/// Tells who is about to leave that answers are not saved, and asks. Returns at once; calls `leave` where that
/// is the answer, and otherwise nothing happens.
void askWhetherToLeave(QWidget *parent, std::function<void()> leave);

}  // namespace amparo::desktop
