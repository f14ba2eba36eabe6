#pragma once

#include "base/clock.h"
#include "store/store_queue.h"
#include "sync/relay/arrival.h"
#include "sync/relay/relay_settings.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>

namespace amparo::relay {

/// The post's relay: serves the other workstations from a thread of its own, for as long as this lives. Where
/// the store is locked or closed there is none, and lanes keep what they have.
///
/// Calls return at once; signals arrive in the thread of this object. Destruction closes all connections and
/// waits for the thread, which takes milliseconds; the store's queue must outlive it.
class Relay : public QObject {
    Q_OBJECT

public:
    Relay(store::StoreQueue &queue, FormReader forms, const Clock &clock);  // borrowed: queue and clock
    ~Relay() override;

    /// Serves by these settings from now on, and no longer by those before; nullopt: not at all. What came of
    /// it changed() tells.
    void configure(const std::optional<RelaySettings> &settings);

    /// Where it listens; nullopt: it does not.
    const std::optional<QUrl> &address() const { return m_address; }
    /// Why it does not listen though it should.
    const std::optional<Error> &trouble() const { return m_trouble; }

Q_SIGNALS:
    void changed();
    void recordsArrived();

private:
    struct Server;
    void open(const RelaySettings &settings, std::shared_ptr<const store::RelayKeys> keys);
    void heard(const std::optional<QUrl> &address, const std::optional<Error> &trouble);

    store::StoreQueue &m_queue;
    const FormReader m_forms;
    const Clock &m_clock;
    std::optional<QUrl> m_address;
    std::optional<Error> m_trouble;
    int m_round = 0;  // counts configure(): what an earlier one begins later no longer counts
    QThread m_thread;
    QObject m_worker;                  // lives in m_thread: calls are events to it
    std::unique_ptr<Server> m_server;  // touched in m_thread only
};

}  // namespace amparo::relay
