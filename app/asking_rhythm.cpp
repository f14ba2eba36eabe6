#include "app/asking_rhythm.h"

namespace amparo::app {

bool AskingRhythm::begin(const sync::Status &status)
{
    const bool isDue = !m_askedAt || m_clock.monotonic() - *m_askedAt >= m_interval;
    if (!isDue || m_isAsking || status.link != sync::LinkState::Online || status.hold || status.isPaused)
        return false;
    m_isAsking = true;
    m_askedAt = m_clock.monotonic();
    return true;
}

void AskingRhythm::end(std::chrono::milliseconds interval)
{
    m_isAsking = false;
    m_interval = interval;
}

}  // namespace amparo::app
