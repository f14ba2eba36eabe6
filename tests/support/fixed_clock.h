#pragma once

#include "base/clock.h"

namespace amparo::test {

/// A clock that stands still until it is moved. Starts at 2026-03-02 14:00:00 UTC.
class FixedClock final : public Clock {
public:
    QDateTime utcNow() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return m_monotonic; }

    void set(const QDateTime &utc) { m_now = utc.toUTC(); }
    void advance(std::chrono::milliseconds time)
    {
        m_now = m_now.addMSecs(time.count());
        m_monotonic += time;
    }

    /// The computer starts: what counts from there begins anew, and the date stays as it is.
    void restart() { m_monotonic = {}; }

private:
    QDateTime m_now = QDateTime(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);
    std::chrono::milliseconds m_monotonic{1'000'000};
};

}  // namespace amparo::test
