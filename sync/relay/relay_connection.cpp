#include "sync/relay/relay_connection.h"

#include "sync/web/http_head.h"

#include <QPointer>
#include <QTcpSocket>

namespace amparo::relay {

namespace beast = boost::beast;
namespace http = beast::http;
using web::errorResponse;
using web::HttpResponse;

namespace {

constexpr qint64 readAhead = 256 * 1024;  // bytes that wait in the socket
constexpr std::chrono::milliseconds lingering{5000};

}  // namespace

struct RelayConnection::HeadParser {
    web::HeadParser parser;
};

RelayConnection::RelayConnection(QTcpSocket *socket, web::HttpHandler &handler,
                                 const ConnectionLimits &limits, qint64 &bodyBytes, QObject *parent)
    : QObject(parent), m_socket(socket), m_handler(handler), m_limits(limits), m_bodyBytes(bodyBytes)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readAhead);
    m_timer.setSingleShot(true);
    m_bodyTimer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RelayConnection::expire);
    connect(&m_bodyTimer, &QTimer::timeout, this, &RelayConnection::expire);
    connect(m_socket, &QTcpSocket::readyRead, this, &RelayConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &RelayConnection::expire);
    enter(Phase::Idle);
}

RelayConnection::~RelayConnection() { holdBody(0); }

void RelayConnection::holdBody(qint64 bytes)
{
    m_bodyBytes += bytes - m_held;
    m_held = bytes;
}

void RelayConnection::enter(Phase phase)
{
    m_phase = phase;
    switch (phase) {
    case Phase::Idle:
        m_request = {};
        m_parser.reset();
        m_bodyTimer.stop();
        holdBody(0);
        return m_timer.start(m_isKnown ? m_limits.idle : m_limits.header);
    case Phase::Header:
        m_parser = std::make_unique<HeadParser>();
        web::setLimits(m_parser->parser, m_limits.mostBodies);
        return m_timer.start(m_limits.header);
    case Phase::Body:
        m_bodyTimer.start(m_limits.body);
        return m_timer.start(m_limits.bodyPause);
    case Phase::Admission:
    case Phase::Answer:
        m_bodyTimer.stop();
        return m_timer.stop();
    case Phase::End:
        m_bodyTimer.stop();
        return m_timer.start(lingering);
    }
}

/// Too slow, or gone.
void RelayConnection::expire()
{
    const Phase phase = std::exchange(m_phase, Phase::End);
    if (phase == Phase::Body)
        m_handler.abandoned(std::exchange(m_request, {}));
    disconnect(m_socket, nullptr, this, nullptr);
    m_socket->abort();
    deleteLater();
}

void RelayConnection::read()
{
    switch (m_phase) {
    case Phase::Idle:
        enter(Phase::Header);
        [[fallthrough]];
    case Phase::Header:
        m_buffer += m_socket->read(readAhead);
        return readHeader();
    case Phase::Body:
        return readBody();
    case Phase::End:  // to close with bytes unread would reset the connection, and the answer be lost with it
        m_socket->readAll();
        return;
    case Phase::Admission:
    case Phase::Answer:
        return;  // waits in the socket
    }
}

void RelayConnection::readHeader()
{
    auto &parser = m_parser->parser;
    beast::error_code error;
    const std::size_t used =
        parser.put(boost::asio::const_buffer(m_buffer.constData(), std::size_t(m_buffer.size())), error);
    m_buffer.remove(0, qsizetype(used));
    if (error == http::error::need_more)
        return;
    if (error == http::error::body_limit || (error && !parser.is_header_done()))
        return refuse(web::unsoundResponse(error, m_limits.mostBodies));
    m_request = web::requestOf(parser);
    m_keepsAlive = parser.keep_alive();
    if (const auto refusal = web::refusalOf(parser))
        return refuse(*refusal);
    if (m_bodyBytes + m_request.contentLength > m_limits.mostBodies)
        return refuse(
            errorResponse(503, "busy", QStringLiteral("too much is under way"), std::chrono::seconds(5)));
    holdBody(m_request.contentLength);
    enter(Phase::Admission);
    m_handler.admit(m_request, [self = QPointer(this), this,
                                &handler = m_handler](const web::HttpHandler::Admission &admission) {
        if (self && m_phase == Phase::Admission)
            return admitted(admission);
        if (const auto *lane = std::get_if<QString>(&admission)) {  // it did not wait
            web::HttpRequest gone;
            gone.postId = *lane;
            handler.abandoned(gone);
        }
    });
}

void RelayConnection::admitted(const web::HttpHandler::Admission &admission)
{
    if (const auto *refusal = std::get_if<HttpResponse>(&admission)) {
        if (m_request.contentLength > 0)
            return refuse(*refusal);
        return write(*refusal, !m_keepsAlive);
    }
    m_request.postId = std::get<QString>(admission);
    m_isKnown = true;
    if (m_request.contentLength > 0 && m_request.header("expect").toLower() == "100-continue")
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    enter(Phase::Body);
    readBody();
}

void RelayConnection::readBody()
{
    const qint64 missing = m_request.contentLength - m_request.body.size();
    const qsizetype buffered = std::min<qint64>(missing, m_buffer.size());
    m_request.body += m_buffer.first(buffered);
    m_buffer.remove(0, buffered);
    if (missing > buffered)
        m_request.body += m_socket->read(missing - buffered);
    if (m_request.body.size() < m_request.contentLength)
        return m_timer.start(m_limits.bodyPause);
    enter(Phase::Answer);
    m_handler.answer(m_request, [self = QPointer(this), this](const HttpResponse &response) {
        if (self && m_phase == Phase::Answer)
            answered(response);
    });
}

void RelayConnection::answered(const HttpResponse &response) { write(response, !m_keepsAlive); }

/// Answers a request whose body stays unread, and ends the connection.
void RelayConnection::refuse(const HttpResponse &response)
{
    m_buffer.clear();
    write(response, true);
}

void RelayConnection::write(const HttpResponse &response, bool isLast)
{
    const QByteArray head = web::headOf(response, isLast ? web::Connection::Closes : web::Connection::GoesOn,
                                        QDateTime::currentDateTimeUtc());
    m_socket->write(m_request.method == "HEAD" ? head : head + response.body);
    m_handler.answered(m_request, response, 0);
    if (isLast) {
        enter(Phase::End);
        m_socket->disconnectFromHost();  // once it is written
        return;
    }
    enter(Phase::Idle);
    if (!m_buffer.isEmpty() || m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &RelayConnection::read, Qt::QueuedConnection);
}

}  // namespace amparo::relay
