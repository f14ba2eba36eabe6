#pragma once

#include "sync/engine.h"

#include <QThread>

namespace amparo::sync {

/// The engine in a thread of its own, with all that it uses. Calls return at once and act there, in their
/// order; signals arrive in the thread of this object.
///
/// Destruction breaks off what is under way and waits for the thread, which takes milliseconds; the store
/// must outlive it.
class SyncThread : public QObject {
    Q_OBJECT
public:
    using OutboxFactory = std::function<std::unique_ptr<Outbox>()>;

    /// The factories are called in the thread. `clock` is borrowed.
    SyncThread(OutboxFactory makeOutbox, TransportFactory makeTransport, const Clock &clock,
               BackoffPolicy backoff = systemBackoff());
    ~SyncThread() override;

    /// As the engine's.
    void configure(const std::optional<ServerSettings> &settings);
    void setPolicy(const SyncPolicy &policy);
    void setMetered(bool isMetered);
    void sendNow();
    void pause();
    void resume();
    void outboxChanged();

    /// The last that was heard.
    const Status &status() const { return m_status; }

Q_SIGNALS:
    void statusChanged(const amparo::sync::Status &status);
    void recordAcknowledged(amparo::ScreeningId id);

private:
    void post(std::function<void(Engine &)> call);

    QThread m_thread;
    QObject m_worker;                  // lives in m_thread: calls are events to it
    std::unique_ptr<Engine> m_engine;  // touched in m_thread only
    Status m_status;
};

}  // namespace amparo::sync
