#pragma once

#include "base/clock.h"

#include <atomic>

namespace amparo::test {

/// The computer's clock, but for what was done to the time of day. Thread: any.
class MovableClock final : public Clock {
public:
    QDateTime utcNow() const override { return systemClock().utcNow().addDays(m_days); }
    std::chrono::milliseconds monotonic() const override { return systemClock().monotonic(); }
    void moveByDays(int days) { m_days += days; }

private:
    std::atomic<int> m_days = 0;
};

}  // namespace amparo::test
