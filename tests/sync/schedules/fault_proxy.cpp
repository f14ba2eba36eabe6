#include "sync/schedules/fault_proxy.h"

#include <QTcpSocket>
#include <QTimer>

#include <array>
#include <optional>

#include <sys/socket.h>

namespace amparo::test {

using FaultKind = LinkFault::Kind;

namespace {

constexpr std::array<const char *, linkFaultKinds> kindNames{
    "drop-request",   "drop-response",    "delay-request",     "delay-response",
    "duplicate",      "truncate-request", "truncate-response", "reset-request",
    "reset-response", "portal",           "bad-gateway",       "busy",
    "too-many"};

const QByteArray page = "<html><body>Welcome to the network of the inn</body></html>";

QByteArray answer(const QByteArray &status, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nConnection: close\r\n" + more +
           "Content-Length: " + QByteArray::number(page.size()) + "\r\n\r\n" + page;
}

/// Of those who answer in the server's place.
std::optional<QByteArray> answerOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Portal:
        return answer("200 OK");
    case FaultKind::BadGateway:
        return answer("502 Bad Gateway");
    case FaultKind::Busy:
        return answer("503 Service Unavailable", "Retry-After: 1\r\n");
    case FaultKind::TooMany:
        return answer("429 Too Many Requests", "Retry-After: 1\r\n");
    default:
        return std::nullopt;
    }
}

/// Where the other side has gone already, what was meant for it is lost.
void pass(QTcpSocket *to, const QByteArray &bytes)
{
    if (to->state() == QTcpSocket::ConnectedState || to->state() == QTcpSocket::ConnectingState)
        to->write(bytes);
}

/// Ends a connection as a router does that has forgotten it.
void reset(QTcpSocket *socket)
{
    const linger atOnce{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket->abort();
}

}  // namespace

QString LinkFault::toText() const
{
    return QStringLiteral("%1 %2 %3")
        .arg(request)
        .arg(QLatin1String(kindNames[std::size_t(kind)]))
        .arg(amount);
}

/// One connection from the client, and the one to the server that belongs to it.
class FaultyConnection : public QObject {
public:
    FaultyConnection(FaultProxy &proxy, QTcpSocket *near)
        : QObject(near), m_proxy(proxy), m_near(near), m_far(new QTcpSocket(this))
    {
        connect(m_near, &QTcpSocket::readyRead, this, [this] { takeRequest(m_near->readAll()); });
        connect(m_far, &QTcpSocket::readyRead, this, [this] { takeResponse(m_far->readAll()); });
        connect(m_near, &QTcpSocket::disconnected, this, [this] { m_far->disconnectFromHost(); });
        connect(m_near, &QTcpSocket::disconnected, m_near, &QObject::deleteLater);
        connect(m_far, &QTcpSocket::disconnected, this, [this] { m_near->disconnectFromHost(); });
        connect(m_far, &QTcpSocket::errorOccurred, this, [this] {
            if (m_far->state() != QTcpSocket::ConnectedState)
                m_near->disconnectFromHost();
        });
        m_far->connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.m_target);
    }
    ~FaultyConnection() override
    {
        if (!m_isAnswering)
            --m_proxy.m_underWay;
    }

private:
    bool is(FaultKind kind) const { return m_fault && m_fault->kind == kind; }
    bool isAnyOf(FaultKind first, FaultKind second, FaultKind third) const
    {
        return is(first) || is(second) || is(third);
    }

    void takeRequest(const QByteArray &bytes)
    {
        if (m_isAnswering)
            begin();
        m_request += bytes;
        if (const auto instead = m_fault ? answerOf(m_fault->kind) : std::nullopt) {
            m_far->abort();
            m_near->write(*instead);
            m_near->disconnectFromHost();
        } else if (isAnyOf(FaultKind::DropRequest, FaultKind::TruncateRequest, FaultKind::ResetRequest)) {
            passTheFirst(m_far, bytes, m_passedOn);
            if (m_passedOn == m_fault->amount && m_request.size() > m_passedOn)
                breakOff(FaultKind::TruncateRequest, FaultKind::ResetRequest);
        } else if (is(FaultKind::DelayRequest)) {
            later(m_far, bytes);
        } else {
            pass(m_far, bytes);
        }
    }

    void begin()
    {
        m_isAnswering = false;
        m_request.clear();
        m_passedOn = 0;
        m_passedBack = 0;
        const int number = m_proxy.m_requests++;
        m_proxy.m_mostAtOnce = std::max(m_proxy.m_mostAtOnce, ++m_proxy.m_underWay);
        const auto fault = m_proxy.m_faults.constFind(number);
        m_fault = fault == m_proxy.m_faults.constEnd() ? std::nullopt : std::optional(*fault);
        Q_EMIT m_proxy.requestBegan(number);
    }

    void takeResponse(const QByteArray &bytes)
    {
        if (!m_isAnswering && is(FaultKind::Duplicate))
            repeat();
        if (!m_isAnswering)
            --m_proxy.m_underWay;
        m_isAnswering = true;
        if (isAnyOf(FaultKind::DropResponse, FaultKind::TruncateResponse, FaultKind::ResetResponse)) {
            passTheFirst(m_near, bytes, m_passedBack);
            if (m_passedBack == m_fault->amount)
                breakOff(FaultKind::TruncateResponse, FaultKind::ResetResponse);
        } else if (is(FaultKind::DelayResponse)) {
            later(m_near, bytes);
        } else {
            pass(m_near, bytes);
        }
    }

    void passTheFirst(QTcpSocket *to, const QByteArray &bytes, int &passed) const
    {
        const int more = std::min(int(bytes.size()), m_fault->amount - passed);
        pass(to, bytes.first(more));
        passed += more;
    }

    void breakOff(FaultKind inOrder, FaultKind atOnce)
    {
        if (is(inOrder)) {
            m_far->disconnectFromHost();
            m_near->disconnectFromHost();
        } else if (is(atOnce)) {
            reset(m_far);
            reset(m_near);
        }
    }

    /// The same request again, whose answer nobody reads.
    void repeat()
    {
        auto *socket = new QTcpSocket(&m_proxy);
        connect(socket, &QTcpSocket::connected, socket,
                [socket, request = m_request] { socket->write(request); });
        connect(socket, &QTcpSocket::readyRead, socket, &QTcpSocket::disconnectFromHost);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_proxy.m_target);
    }

    void later(QTcpSocket *to, const QByteArray &bytes)
    {
        QTimer::singleShot(std::chrono::milliseconds(m_fault->amount), this,
                           [to, bytes] { pass(to, bytes); });
    }

    FaultProxy &m_proxy;
    QTcpSocket *m_near;
    QTcpSocket *m_far;
    bool m_isAnswering = true;  // or nothing has been asked yet
    QByteArray m_request;
    int m_passedOn = 0;
    int m_passedBack = 0;
    std::optional<LinkFault> m_fault;
};

FaultProxy::FaultProxy(quint16 target) : m_target(target)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *near = m_server.nextPendingConnection())
            new FaultyConnection(*this, near);
    });
}

}  // namespace amparo::test
