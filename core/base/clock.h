#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>

namespace amparo {

/// What time it is, handed in from outside so that a test can choose it. Thread: any.
class Clock {
public:
    virtual ~Clock() = default;

    virtual QDateTime utcNow() const = 0;

    /// Never goes back, knows no wall clock and goes on while the computer sleeps; only differences mean
    /// anything.
    virtual std::chrono::milliseconds monotonic() const = 0;

    /// The post's local date.
    QDate today() const { return utcNow().toLocalTime().date(); }
};

/// The computer's own clock.
const Clock &systemClock();

/// A name for the time since the computer was started, the same for all programs: monotonic times of one start
/// can be compared, whatever the wall clock was set to in between. Empty where the system tells none. Thread:
/// any.
QByteArray bootId();

}  // namespace amparo
