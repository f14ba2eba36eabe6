#pragma once

#include "sync/web/http.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QTcpSocket;

namespace amparo::relay {

/// What a connection may take.
struct ConnectionLimits {
    std::chrono::milliseconds idle{300'000};      ///< between two requests of a lane
    std::chrono::milliseconds header{30'000};     ///< from a request's first byte to the end of its header
    std::chrono::milliseconds bodyPause{30'000};  ///< between two arrivals of a body
    std::chrono::milliseconds body{300'000};      ///< for all of it
    qint64 mostBodies = 64 * 1024 * 1024;         ///< bytes of all requests under way
};

/// One connection of a relay, from its first byte to its last: HTTP/1.1 with keep-alive, a request at a time.
/// Headers are parsed by Boost.Beast; a body has its length or is refused (411). Deletes itself when the
/// socket has gone. Thread: the relay's.
class RelayConnection : public QObject {
    Q_OBJECT

public:
    /// Takes the socket. `handler`, `limits` and `bodyBytes`, the bytes of all bodies under way, are
    /// borrowed.
    RelayConnection(QTcpSocket *socket, web::HttpHandler &handler, const ConnectionLimits &limits,
                    qint64 &bodyBytes, QObject *parent);
    ~RelayConnection() override;

private:
    enum class Phase { Idle, Header, Admission, Body, Answer, End };
    struct HeadParser;

    void read();
    void readHeader();
    void readBody();
    void admitted(const web::HttpHandler::Admission &admission);
    void answered(const web::HttpResponse &response);
    void refuse(const web::HttpResponse &response);
    void write(const web::HttpResponse &response, bool isLast);
    void enter(Phase phase);
    void expire();
    void holdBody(qint64 bytes);

    QTcpSocket *m_socket;
    web::HttpHandler &m_handler;
    const ConnectionLimits &m_limits;
    qint64 &m_bodyBytes;
    qint64 m_held = 0;  // of m_bodyBytes
    Phase m_phase = Phase::Idle;
    QTimer m_timer;
    QTimer m_bodyTimer;
    std::unique_ptr<HeadParser> m_parser;
    QByteArray m_buffer;
    web::HttpRequest m_request;
    bool m_keepsAlive = true;
    bool m_isKnown = false;  // it has shown a lane's token
};

}  // namespace amparo::relay
