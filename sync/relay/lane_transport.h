#pragma once

#include "sync/relay/lane_waiting.h"
#include "sync/thin/thin_transport.h"

#include <QTimer>

namespace amparo::relay {

/// A lane's way to its post's relay: the thin transport, sealed, with a covering note to each record.
/// Afterwards it asks the relay from time to time how far the records have come, until headquarters has them:
/// its receipts then take the place of the relay's. What the relay no longer has goes out again.
class LaneTransport final : public QObject, public sync::Transport {
public:
    static constexpr std::chrono::milliseconds usualInterval = std::chrono::seconds(60);

    /// `clock` is borrowed. `requeued` is called when records wait again.
    LaneTransport(const sync::ServerSettings &settings, const Clock &clock,
                  std::unique_ptr<thin::Station> station, std::unique_ptr<LaneWaiting> waiting,
                  std::function<void()> requeued, std::chrono::milliseconds interval = usualInterval);
    ~LaneTransport() override;

    int room() const override { return m_transport.room(); }
    bool needsNotes() const override { return true; }
    void send(const QList<sync::Parcel> &parcels, Settled settled) override;
    void probe(std::function<void(const std::optional<sync::Unsent> &)> done) override;
    sync::Traffic traffic() const override;

private:
    void ask();
    void askAbout(const QList<WaitingRecord> &records);
    void hear(const QList<WaitingRecord> &records, const QByteArray &answer);
    void rest();
    std::optional<store::Receipt> receiptFrom(const WaitingRecord &record,
                                              const exchange::PassedOn &said) const;

    const Clock &m_clock;
    thin::ThinTransport m_transport;
    thin::ThinClient m_client;  // of its own: it asks while a batch is under way
    std::unique_ptr<LaneWaiting> m_waiting;
    std::function<void()> m_requeued;
    QByteArray m_relayKey;
    QByteArray m_headquartersKey;
    QByteArray m_storeId;
    QTimer m_timer;
    bool m_isAsking = false;
    qint64 m_place = 0;  // of the last record asked about in this round
};

}  // namespace amparo::relay
