#include "sync/thin/paired_transport.h"

#include <algorithm>

namespace amparo::thin {

PairedTransport::PairedTransport(const sync::ServerSettings &settings, const Clock &clock,
                                 const MakeStation &makeStation, std::chrono::milliseconds patience)
{
    const auto base = std::make_shared<exchange::Dictionary>();
    for (auto &half : m_halves)
        half = std::make_unique<ThinTransport>(settings, clock, makeStation(), patience, base);
}

int PairedTransport::room() const
{
    return mayBegin() ? std::max(m_halves[0]->room(), m_halves[1]->room()) : 0;
}

bool PairedTransport::mayBegin() const
{
    const auto isFree = [](const auto &half) { return half->room() > 0; };
    return m_isSecondOpen ? std::any_of(m_halves.begin(), m_halves.end(), isFree)
                          : std::all_of(m_halves.begin(), m_halves.end(), isFree);
}

/// Where a batch with this record broke off, else whichever is free.
ThinTransport &PairedTransport::halfFor(const QString &instanceId) const
{
    for (const auto &half : m_halves) {
        if (half->room() > 0 && half->hasBrokenOff(instanceId))
            return *half;
    }
    return m_halves[0]->room() > 0 ? *m_halves[0] : *m_halves[1];
}

void PairedTransport::send(const QList<sync::Parcel> &parcels, Settled settled)
{
    halfFor(parcels.first().instanceId)
        .send(parcels,
              [this, settled = std::move(settled)](const QString &instanceId, const sync::Outcome &outcome) {
                  note(outcome);
                  settled(instanceId, outcome);
              });
}

void PairedTransport::note(const sync::Outcome &outcome)
{
    if (std::holds_alternative<sync::Accepted>(outcome))
        m_isSecondOpen = true;
    else if (std::holds_alternative<sync::Unsent>(outcome))
        m_isSecondOpen = false;
}

sync::Traffic PairedTransport::traffic() const
{
    const sync::Traffic first = m_halves[0]->traffic();
    const sync::Traffic second = m_halves[1]->traffic();
    return {first.sent + second.sent, first.received + second.received};
}

void PairedTransport::probe(std::function<void(const std::optional<sync::Unsent> &)> done)
{
    m_halves[0]->probe(std::move(done));
}

}  // namespace amparo::thin
