#pragma once

#include "base/clock.h"
#include "sync/link_account.h"
#include "sync/outbox.h"
#include "sync/server_settings.h"
#include "sync/status.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace amparo::sync {

/// Makes the transport that suits the settings, in the thread of the engine.
using TransportFactory = std::function<std::unique_ptr<Transport>(const ServerSettings &)>;

/// How long to wait after the n-th failure of its kind in a row.
using BackoffPolicy = std::function<std::chrono::milliseconds(const Unsent &, int failures)>;

/// The policy of the program: backoff() with the system's randomness.
BackoffPolicy systemBackoff();

/// Empties the outbox, as many records at once as the transport takes, and keeps at it for as long as it
/// takes.
///
/// Nothing is lost: a record leaves the queue by a receipt or into quarantine, never by an error. Nothing is
/// doubled: the same bytes under the same instanceID go out until the server has said that it has them.
/// - A record's own trouble holds it back, longer each time, and the others go on. Three such in a row may be
/// the server's:
///   from then on there is a pause after each, until one gets through.
/// - The server's trouble stops the batch until its back-off is over.
/// - A matter of signing in stops everything until configure() or sendNow().
/// - Records that were under way together fail together: that counts as one failure, and an answer to one
/// that was sent before the failure ends no back-off.
/// - With nothing to send it asks the server every five minutes whether it is there.
///
/// Thread: one, with an event loop; signals never come from within a call.
class Engine : public QObject {
    Q_OBJECT
public:
    /// `clock` is borrowed.
    Engine(std::unique_ptr<Outbox> outbox, TransportFactory makeTransport, const Clock &clock,
           BackoffPolicy backoff);
    ~Engine() override;

    /// Sends there from now on; what is under way is broken off and begun anew, and
    /// what was held back may go. nullopt: to nobody.
    void configure(const std::optional<ServerSettings> &settings);

    /// The rules for the link from now on; none until then.
    void setPolicy(const SyncPolicy &policy);

    /// Whether the system says that the link is paid by use.
    void setMetered(bool isMetered);

    /// Tries at once, whatever back-off was to be waited for; the rules for the link stay in force.
    void sendNow();

    /// Takes no further record; those under way are finished.
    void pause();
    void resume();

    /// The outbox has got more, or a record was let out of quarantine.
    void outboxChanged();

    /// As last published.
    const Status &status() const { return m_published; }

Q_SIGNALS:
    void statusChanged(const amparo::sync::Status &status);
    void recordAcknowledged(amparo::ScreeningId id);

private:
    /// What the next step waits for. What becomes of records under way is settled beside it.
    enum class Activity { None, Store, Probe };

    struct Flight {
        OutboxEntry entry;
        int round = 0;  // of m_round, when it was sent
    };

    void proceed();
    void restoreUse();
    void recover();
    void release();
    void takeWhatMayGo();
    void take(int most, Outbox::Which which);
    void send(const QList<OutboxEntry> &entries, Outbox::Notes notes);
    void settle(const Flight &flight, const Outcome &outcome);
    void settleAccepted(const Flight &flight, const Accepted &accepted);
    void settleRejected(const Flight &flight, const Rejected &rejected);
    void settleUnsent(const Flight &flight, const Unsent &unsent);
    void rest();
    void restUntilAllowed();
    void noteTraffic();
    void probe();
    void stopFor(const Unsent &unsent);
    void forgetTrouble();
    void storeFailed(const Error &error);
    void wakeAfter(std::chrono::milliseconds time);
    Outbox::Done<> proceedWhenDone();
    Outbox::Done<> whenSettled(std::function<void()> kept = {});
    void publish();
    void refresh();

    std::unique_ptr<Outbox> m_outbox;
    LinkAccount m_account;
    TransportFactory m_makeTransport;
    const Clock &m_clock;
    BackoffPolicy m_backoff;

    std::unique_ptr<Transport> m_transport;  // null: not configured
    QString m_server;                        // its address, for receipts
    LinkMonitor m_link;
    Status m_status;
    Status m_published;
    QTimer m_wake;
    QTimer m_publish;

    Activity m_activity = Activity::None;
    QHash<QString, Flight> m_underWay;  // by instanceID: the transport has them
    int m_settling = 0;                 // the outbox is being told what became of them
    int m_round = 0;                    // grows with each failure of the server's
    bool m_mustRecover = true;          // the outbox may hold records marked as being sent that nobody sends
    bool m_mustRelease = false;         // what was held back may go
    bool m_hasNews = false;             // proceed() was called while the next step was waited for
    bool m_needsSignIn = false;
    std::optional<std::chrono::milliseconds> m_notBefore;  // monotonic
    std::optional<Trouble> m_repeated;  // what the server's last failures were, and how many
    int m_failures = 0;
    int m_recordTroubles = 0;  // in a row
};

}  // namespace amparo::sync
