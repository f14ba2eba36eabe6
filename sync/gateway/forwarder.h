#pragma once

#include "base/clock.h"
#include "sync/gateway/forward_queue.h"
#include "sync/server_settings.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace amparo::gateway {

class Metrics;

/// Hands records on to an OpenRosa server, byte for byte, with the transport that posts use themselves. A
/// server that is away, or busy, is asked again later, at longer and longer distances; a record that it
/// refuses holds up no other.
///
/// Lives in a thread of its own with an event loop, in which start() is called; waits for the database there.
class Forwarder final : public QObject {
    Q_OBJECT
public:
    Forwarder(QByteArray database, sync::ServerSettings server, Metrics &metrics);
    ~Forwarder() override;

    void start();

private:
    void work();
    void send(const QList<ForwardQueue::Entry> &entries);
    void settle(const QString &instanceId, const sync::Outcome &outcome);
    Result<> note(const ForwardQueue::Entry &entry, const sync::Outcome &outcome);
    void pause(std::chrono::milliseconds delay);
    bool hasConnection();

    const QByteArray m_database;
    const sync::ServerSettings m_server;
    Metrics &m_metrics;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<sync::Transport> m_transport;
    QMultiHash<QString, ForwardQueue::Entry> m_underWay;  // by instanceID
    int m_failures = 0;                                   // of the server, in a row
    QTimer m_timer;
};

}  // namespace amparo::gateway
