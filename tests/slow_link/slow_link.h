#pragma once

#include <QObject>
#include <QTcpServer>

#include <chrono>
#include <memory>
#include <random>

namespace amparo::test {

/// What a link is like.
struct LinkParameters {
    double bitsPerSecond = 64'000;  ///< each way
    std::chrono::milliseconds roundTrip{600};
    double loss = 0.02;  ///< of the packets, each way
    double haste = 1;  ///< so many times faster than the clock: rate and delay alike, so that all ratios stay
};

/// A link to a server on this computer that is slow, far and loses packets, as what runs over TCP feels it.
///
/// Bytes go in packets of up to 1,460, each with 40 bytes of headers, over one wire a direction that all
/// connections share; a packet is there half a round trip after it has left the wire. A connection costs a
/// round trip before its first byte. A lost packet costs the wire its time and is sent again: a round trip
/// after it was sent, where at least three of its connection follow it (fast retransmit, RFC 5681 3.2), else
/// a second and a round trip, doubled each time (RFC 6298), and what came after it waits for it. Windows are
/// not modelled: ten packets (RFC 6928), the least that a connection has, hold more than this wire does. Of
/// acknowledgements none is lost, they cover for each other.
///
/// Thread: the one it was made in, with an event loop.
class SlowLink : public QObject {
public:
    SlowLink(quint16 target, const LinkParameters &parameters);
    ~SlowLink() override;

    quint16 port() const { return m_server.serverPort(); }
    qint64 bytesUp() const;    ///< of HTTP, to the server
    qint64 bytesDown() const;  ///< likewise back

private:
    class Wire;
    void join(class QTcpSocket *near, quint16 target);

    LinkParameters m_parameters;
    QTcpServer m_server;
    std::unique_ptr<Wire> m_up;
    std::unique_ptr<Wire> m_down;
};

}  // namespace amparo::test
