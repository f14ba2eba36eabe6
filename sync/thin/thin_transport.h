#pragma once

#include "exchange/frame.h"
#include "exchange/receipt.h"
#include "sync/thin/reconciliation.h"

#include <QHash>
#include <QObject>

namespace amparo::thin {

/// Sends records to amparo-gateway in batches and takes nothing for received without its signature.
///
/// Each batch is packed against the last one that arrived, where the server still has that. A batch that
/// broke off goes on as it was as soon as its records are sent again, whatever else is sent with them. A
/// store in a later life than its first asks the server what it has before it sends that (reconciliation.h).
/// The server's key is the one pinned in the settings, else the first that it shows.
///
/// Where the settings name headquarters' key, every batch is sealed to it, and packed against nothing that
/// headquarters may not have: a form that was brought to the server before, or nothing.
class ThinTransport final : public QObject, public sync::Transport {
public:
    static constexpr std::chrono::milliseconds defaultPatience = std::chrono::seconds(60);

    /// `clock` is borrowed. `base` is what the next batch is packed against: several transports to one server
    /// share it.
    ThinTransport(const sync::ServerSettings &settings, const Clock &clock, std::unique_ptr<Station> station,
                  std::chrono::milliseconds patience = defaultPatience,
                  std::shared_ptr<exchange::Dictionary> base = std::make_shared<exchange::Dictionary>());
    ~ThinTransport() override;

    int room() const override { return m_settling.isEmpty() ? m_batchSize : 0; }
    void send(const QList<sync::Parcel> &parcels, Settled settled) override;
    /// Whether a batch with this record broke off and waits to go on.
    bool hasBrokenOff(const QString &instanceId) const;

    void probe(std::function<void(const std::optional<sync::Unsent> &)> done) override;

    sync::Traffic traffic() const override { return m_client.traffic(); }

private:
    /// A batch on its way: what went into it, and what came of that.
    struct Outgoing {
        exchange::Batch batch;
        exchange::Manifest manifest;
        QByteArray encoded;
        QByteArray frame;
        QByteArray base = {};  // id of the batch that it is packed against; empty: none
    };

    using Greeted = std::function<void(const std::optional<sync::Unsent> &)>;

    void schedule();
    void proceed();
    void identify(std::function<void()> done, std::function<void(const sync::Unsent &)> failed);
    void greet(const Greeted &done);
    void meet(const Hello &hello, const Greeted &done);
    void beginAnew(const Greeted &done);
    bool resume();
    void begin();
    void askFirst();
    void fill(qsizetype mostItems);
    void pack();
    void packForHeadquarters();
    void packAgainst(const exchange::Dictionary &dictionary);
    void seal();
    void upload();
    void uploaded(const Judgement &judgement);
    void accept(const Stored &stored);
    void refuse(const Refusal &refusal);
    void sayKeyAgain(const Refusal &refusal);
    void leaveOut(const Refusal &refusal);
    void divide(const Refusal &refusal);
    void settle(const QString &instanceId, const sync::Outcome &outcome);
    void failAll(const sync::Unsent &unsent);

    const Clock &m_clock;
    std::unique_ptr<Station> m_station;
    ThinClient m_client;
    QByteArray m_serverKey;  // empty: not known yet
    QByteArray m_sealKey;    // headquarters'; empty: nothing is sealed
    QByteArray m_postKey;    // under what is sealed; empty: not known yet, or nothing is sealed
    bool m_hasSaidKeyAgain = false;
    QHash<QByteArray, bool> m_forms;  // by name: whether the server has it
    bool m_hasGreeted = false;
    bool m_isScheduled = false;
    bool m_mayBeKnown = true;        // the server may have what this store holds as unsent
    bool m_isReconciled = false;     // it was asked about what waits
    std::optional<Sender> m_sender;  // for the next batch
    QByteArray m_storeId;            // empty: not known yet
    QByteArray m_generation;
    int m_batchSize;
    int m_mostItems;                // of a batch, as the server says
    qsizetype m_mostBytes;          // of a batch, before it is packed
    QList<sync::Parcel> m_waiting;  // not yet in a batch
    QList<QString> m_settling;      // instanceIDs of what was sent and is not settled
    Settled m_settled;
    std::optional<Outgoing> m_outgoing;            // also while nothing is sent: it broke off
    std::chrono::milliseconds m_begun{};           // when the batch under way was, monotonic
    std::shared_ptr<exchange::Dictionary> m_base;  // shared by those that send to the same server
};

}  // namespace amparo::thin
