#include "slow_link/slow_link.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace amparo::test {

namespace {

constexpr int packetBytes = 1460;
constexpr int headerBytes = 40;
constexpr int followersForFastRetransmit = 3;

using Seconds = std::chrono::duration<double>;

Seconds now() { return std::chrono::steady_clock::now().time_since_epoch(); }

}  // namespace

/// One direction.
class SlowLink::Wire {
public:
    Wire(const LinkParameters &parameters, unsigned seed) : m_parameters(parameters), m_random(seed) {}

    /// When bytes that a connection hands over now have all arrived, packet after packet, in order: `deliver`
    /// is called for each. `inOrder` is the connection's own: when the last so far arrives.
    void carry(const QByteArray &bytes, Seconds &inOrder, QObject *receiver,
               const std::function<void(const QByteArray &)> &deliver)
    {
        m_bytes += bytes.size();
        m_free = std::max(m_free, now());
        const int packets = int((bytes.size() + packetBytes - 1) / packetBytes);
        for (int i = 0; i < packets; ++i) {
            const QByteArray packet = bytes.mid(qsizetype(i) * packetBytes, packetBytes);
            inOrder = std::max(inOrder, arrival(int(packet.size()), packets - i - 1));
            const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(inOrder - now());
            QTimer::singleShot(std::max(wait, std::chrono::milliseconds(0)), Qt::PreciseTimer, receiver,
                               [deliver, packet] { deliver(packet); });
        }
    }

    qint64 bytes() const { return m_bytes; }

private:
    Seconds arrival(int size, int followers)
    {
        const Seconds onWire(double(size + headerBytes) * 8 /
                             (m_parameters.bitsPerSecond * m_parameters.haste));
        const Seconds roundTrip = Seconds(m_parameters.roundTrip) / m_parameters.haste;
        Seconds timeOut = Seconds(1.0) / m_parameters.haste + roundTrip;
        m_free += onWire;
        Seconds sent = m_free;
        bool isFirst = true;
        while (std::uniform_real_distribution<>(0, 1)(m_random) < m_parameters.loss) {
            m_free += onWire;  // it takes the place of another
            if (isFirst && followers >= followersForFastRetransmit) {
                sent += roundTrip;
            } else {
                sent += timeOut;
                timeOut *= 2;
            }
            isFirst = false;
        }
        return sent + roundTrip / 2;
    }

    const LinkParameters &m_parameters;
    std::mt19937 m_random;
    Seconds m_free{0};  // when the wire has nothing more to do
    qint64 m_bytes = 0;
};

SlowLink::SlowLink(quint16 target, const LinkParameters &parameters)
    : m_parameters(parameters),
      m_up(std::make_unique<Wire>(m_parameters, 1)),
      m_down(std::make_unique<Wire>(m_parameters, 2))
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this, target] {
        while (QTcpSocket *near = m_server.nextPendingConnection())
            join(near, target);
    });
}

SlowLink::~SlowLink() = default;

qint64 SlowLink::bytesUp() const { return m_up->bytes(); }

qint64 SlowLink::bytesDown() const { return m_down->bytes(); }

void SlowLink::join(QTcpSocket *near, quint16 target)
{
    struct Arrivals {
        Seconds up{0};
        Seconds down{0};
        bool isOpen = false;
    };
    const auto last = std::make_shared<Arrivals>();
    auto *far = new QTcpSocket(near);
    far->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
    const auto pump = [this, near, far, last] {
        if (last->isOpen && near->bytesAvailable() > 0)
            m_up->carry(near->readAll(), last->up, far,
                        [far](const QByteArray &packet) { far->write(packet); });
    };
    const auto handshake = std::chrono::duration_cast<std::chrono::milliseconds>(
        Seconds(m_parameters.roundTrip) / m_parameters.haste);
    QTimer::singleShot(handshake, Qt::PreciseTimer, near, [last, pump] {
        last->isOpen = true;
        pump();
    });
    connect(near, &QTcpSocket::readyRead, far, pump);
    connect(far, &QTcpSocket::readyRead, near, [this, near, far, last] {
        m_down->carry(far->readAll(), last->down, near,
                      [near](const QByteArray &packet) { near->write(packet); });
    });
    connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
    connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
}

}  // namespace amparo::test
