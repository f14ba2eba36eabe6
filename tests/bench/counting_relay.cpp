#include "bench/counting_relay.h"

#include <QTcpSocket>

namespace amparo::bench {

CountingRelay::CountingRelay(quint16 target)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this, target] {
        while (QTcpSocket *near = m_server.nextPendingConnection()) {
            auto *far = new QTcpSocket(near);
            far->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
            join(near, far);
            join(far, near);
            connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        }
    });
}

void CountingRelay::join(QTcpSocket *from, QTcpSocket *to)
{
    connect(from, &QTcpSocket::readyRead, to, [this, from, to] {
        const QByteArray bytes = from->readAll();
        m_bytes += bytes.size();
        to->write(bytes);
    });
    connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
}

}  // namespace amparo::bench
