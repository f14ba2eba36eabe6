#pragma once

#include <QTcpServer>

namespace amparo::bench {

/// Hands on what it hears, both ways, and counts every byte: what goes over the wire above TCP.
class CountingRelay : public QObject {
public:
    /// To a port of this computer.
    explicit CountingRelay(quint16 target);

    quint16 port() const { return m_server.serverPort(); }
    qint64 bytes() const { return m_bytes; }  ///< both ways

private:
    void join(class QTcpSocket *from, class QTcpSocket *to);

    QTcpServer m_server;
    qint64 m_bytes = 0;
};

}  // namespace amparo::bench
