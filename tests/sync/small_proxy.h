#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>

namespace amparo::test {

/// An HTTP proxy on this computer that wants a user and a password (RFC 9110 11.7, Basic): it hands requests
/// on, and makes tunnels. Thread: the one it was made in, with an event loop.
class SmallProxy : public QObject {
public:
    SmallProxy(const QByteArray &user, const QByteArray &password);

    quint16 port() const { return m_server.serverPort(); }
    int passed() const { return m_passed; }
    int refused() const { return m_refused; }
    /// All heads of requests that it refused.
    const QByteArray &refusedHeads() const { return m_refusedHeads; }

private:
    friend class ProxiedConnection;
    QByteArray m_login;  // as it stands in a header
    int m_passed = 0;
    int m_refused = 0;
    QByteArray m_refusedHeads;
    QTcpServer m_server;  // and the connections
};

}  // namespace amparo::test
