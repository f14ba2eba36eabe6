#include "sync/small_proxy.h"

#include <QTcpSocket>
#include <QUrl>

namespace amparo::test {

/// One connection from a client, on which one request is handed on: after it, it ends.
class ProxiedConnection : public QObject {
public:
    ProxiedConnection(SmallProxy &proxy, QTcpSocket *near)
        : QObject(near), m_proxy(proxy), m_near(near), m_far(new QTcpSocket(this))
    {
        connect(m_near, &QTcpSocket::readyRead, this, &ProxiedConnection::takeRequest);
        connect(m_near, &QTcpSocket::disconnected, m_near, &QObject::deleteLater);
        connect(m_far, &QTcpSocket::readyRead, this, [this] { m_near->write(m_far->readAll()); });
        connect(m_far, &QTcpSocket::disconnected, m_near, &QTcpSocket::disconnectFromHost);
    }

private:
    void takeRequest()
    {
        if (m_isPassing) {
            m_far->write(m_near->readAll());
            return;
        }
        m_head += m_near->readAll();
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray rest = m_head.mid(end + 4);
        m_head.truncate(end);
        if (!m_head.contains("\r\nProxy-Authorization: Basic " + m_proxy.m_login))
            return refuse();
        pass(rest);
    }

    void refuse()
    {
        ++m_proxy.m_refused;
        m_proxy.m_refusedHeads += m_head;
        m_head.clear();
        m_near->write(
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"inn\"\r\n"
            "Connection: close\r\nContent-Length: 0\r\n\r\n");
        m_near->disconnectFromHost();
    }

    void pass(const QByteArray &body)
    {
        ++m_proxy.m_passed;
        m_isPassing = true;
        QList<QByteArray> lines = m_head.split('\n');
        const QList<QByteArray> words = lines.first().split(' ');
        if (words.first() == "CONNECT") {
            const QList<QByteArray> place = words.value(1).split(':');
            m_far->connectToHost(QString::fromLatin1(place.first()), place.value(1).toUShort());
            m_near->write("HTTP/1.1 200 Connection established\r\n\r\n");
            m_far->write(body);
            return;
        }
        const QUrl target(QString::fromLatin1(words.value(1)));
        m_far->connectToHost(target.host(), quint16(target.port(80)));
        QByteArray head = words.first() + ' ' + target.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) +
                          " HTTP/1.1\r\n";
        for (const QByteArray &line : lines.mid(1)) {
            if (!line.startsWith("Proxy-") && !line.startsWith("Connection:"))
                head += line.trimmed() + "\r\n";
        }
        m_far->write(head + "Connection: close\r\n\r\n" + body);
    }

    SmallProxy &m_proxy;
    QTcpSocket *m_near;
    QTcpSocket *m_far;
    QByteArray m_head;
    bool m_isPassing = false;
};

SmallProxy::SmallProxy(const QByteArray &user, const QByteArray &password)
    : m_login((user + ':' + password).toBase64())
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *near = m_server.nextPendingConnection())
            new ProxiedConnection(*this, near);
    });
}

}  // namespace amparo::test
