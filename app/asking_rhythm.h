#pragma once

#include "base/clock.h"
#include "sync/status.h"

#include <optional>

namespace amparo::app {

/// When a post asks its server what is new there: once after sign-in and then from time to time, while the
/// link is there and the rules for it hold nothing back. Thread: one.
class AskingRhythm {
public:
    static constexpr std::chrono::hours usualInterval{6};

    explicit AskingRhythm(const Clock &clock) : m_clock(clock) {}  // borrowed

    /// Whether to ask now; then end() has to follow.
    bool begin(const sync::Status &status);
    /// The next time is so long after the last began.
    void end(std::chrono::milliseconds interval = usualInterval);

private:
    const Clock &m_clock;
    std::optional<std::chrono::milliseconds> m_askedAt;  // monotonic
    std::chrono::milliseconds m_interval = usualInterval;
    bool m_isAsking = false;
};

}  // namespace amparo::app
