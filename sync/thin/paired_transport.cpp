#include "sync/thin/two_lanes.h"

#include <algorithm>

namespace amparo::thin {

TwoLanes::TwoLanes(const sync::ServerSettings &settings, const Clock &clock, const MakeStation &makeStation,
                   std::chrono::milliseconds patience)
{
    const auto base = std::make_shared<exchange::Dictionary>();
    for (auto &lane : m_lanes)
        lane = std::make_unique<ThinTransport>(settings, clock, makeStation(), patience, base);
}

int TwoLanes::room() const { return mayBegin() ? std::max(m_lanes[0]->room(), m_lanes[1]->room()) : 0; }

bool TwoLanes::mayBegin() const
{
    const auto isFree = [](const auto &lane) { return lane->room() > 0; };
    return m_isSecondOpen ? std::any_of(m_lanes.begin(), m_lanes.end(), isFree)
                          : std::all_of(m_lanes.begin(), m_lanes.end(), isFree);
}

/// Where a batch with this record broke off, else whichever is free.
ThinTransport &TwoLanes::laneFor(const QString &instanceId) const
{
    for (const auto &lane : m_lanes) {
        if (lane->room() > 0 && lane->hasBrokenOff(instanceId))
            return *lane;
    }
    return m_lanes[0]->room() > 0 ? *m_lanes[0] : *m_lanes[1];
}

void TwoLanes::send(const QList<sync::Parcel> &parcels, Settled settled)
{
    laneFor(parcels.first().instanceId)
        .send(parcels,
              [this, settled = std::move(settled)](const QString &instanceId, const sync::Outcome &outcome) {
                  note(outcome);
                  settled(instanceId, outcome);
              });
}

void TwoLanes::note(const sync::Outcome &outcome)
{
    if (std::holds_alternative<sync::Accepted>(outcome))
        m_isSecondOpen = true;
    else if (std::holds_alternative<sync::Unsent>(outcome))
        m_isSecondOpen = false;
}

sync::Traffic TwoLanes::traffic() const
{
    const sync::Traffic first = m_lanes[0]->traffic();
    const sync::Traffic second = m_lanes[1]->traffic();
    return {first.sent + second.sent, first.received + second.received};
}

void TwoLanes::probe(std::function<void(const std::optional<sync::Unsent> &)> done)
{
    m_lanes[0]->probe(std::move(done));
}

}  // namespace amparo::thin
