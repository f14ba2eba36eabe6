#pragma once

#include "sync/thin/thin_transport.h"

#include <array>

namespace amparo::thin {

/// A pair of thin transports: two batches are under way at once, so that the link is not idle while the next
/// is packed or a receipt is waited for. On a satellite link each pause costs a second. Two are as many as it
/// takes, since half of what is under way fills such a link.
///
/// It begins with one; a batch that arrives opens the second half, a failure closes it. Each batch is packed
/// against the last that arrived in either. What broke off in a half goes on there.
class PairedTransport final : public sync::Transport {
public:
    using MakeStation = std::function<std::unique_ptr<Station>()>;

    /// `clock` is borrowed.
    PairedTransport(const sync::ServerSettings &settings, const Clock &clock, const MakeStation &makeStation,
                    std::chrono::milliseconds patience = ThinTransport::defaultPatience);

    int room() const override;
    void send(const QList<sync::Parcel> &parcels, Settled settled) override;
    sync::Traffic traffic() const override;
    void probe(std::function<void(const std::optional<sync::Unsent> &)> done) override;

private:
    bool mayBegin() const;
    ThinTransport &halfFor(const QString &instanceId) const;
    void note(const sync::Outcome &outcome);

    std::array<std::unique_ptr<ThinTransport>, 2> m_halves;
    bool m_isSecondOpen = false;
};

}  // namespace amparo::thin
