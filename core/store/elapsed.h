#pragma once

#include "base/clock.h"

#include <QByteArray>

namespace amparo::store {

/// A moment as it can be kept: by the wall clock, and by the one that cannot be set, which counts while the
/// computer is not restarted.
struct Moment {
    QDateTime utc;
    qint64 monotonicInMs = 0;
    QByteArray boot;  ///< of the computer; empty where the system does not tell
};

Moment momentOf(const Clock &clock);

/// Time since then, never negative: by the clock that cannot be set where the computer has not been restarted
/// since. Where it has, at least the time since its start: a clock that lost the date with the power says
/// nothing.
std::chrono::milliseconds elapsedSince(const Moment &moment, const Clock &clock);

}  // namespace amparo::store
