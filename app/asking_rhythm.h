#pragma once

#include "base/clock.h"
#include "sync/status.h"

#include <optional>

namespace amparo::app {

/// When a post asks its server what is new there: once after sign-in and then every six hours, while the link
/// is there and the rules for it hold nothing back. Thread: one.
class AskingRhythm {
public:
    explicit AskingRhythm(const Clock &clock) : m_clock(clock) {}  // borrowed

    /// Whether to ask now; then end() has to follow.
    bool begin(const sync::Status &status);
    void end() { m_isAsking = false; }

private:
    const Clock &m_clock;
    std::optional<std::chrono::milliseconds> m_askedAt;  // monotonic
    bool m_isAsking = false;
};

}  // namespace amparo::app
