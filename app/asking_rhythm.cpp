#include "app/asking_rhythm.h"

namespace amparo::app {

namespace {

constexpr std::chrono::hours between{6};

}  // namespace

bool AskingRhythm::begin(const sync::Status &status)
{
    const bool isDue = !m_askedAt || m_clock.monotonic() - *m_askedAt >= between;
    if (!isDue || m_isAsking || status.link != sync::LinkState::Online || status.hold || status.isPaused)
        return false;
    m_isAsking = true;
    m_askedAt = m_clock.monotonic();
    return true;
}

}  // namespace amparo::app
