#include "sync/relay/relay_connection.h"

#include <QDateTime>
#include <QLocale>
#include <QPointer>
#include <QTcpSocket>

#include <utility>  // Asio's awaitable.hpp of 1.74 forgets it

#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

namespace amparo::relay {

namespace beast = boost::beast;
namespace http = beast::http;
using web::errorResponse;
using web::HttpResponse;

namespace {

constexpr std::uint32_t mostHeaderBytes = 8 * 1024;
constexpr qint64 readAhead = 256 * 1024;  // bytes that wait in the socket
constexpr std::chrono::milliseconds lingering{5000};

QByteArray bytesOf(beast::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }

/// IMF-fixdate (RFC 9110, 5.6.7).
QByteArray dateText()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

}  // namespace

struct RelayConnection::HeadParser {
    http::request_parser<http::buffer_body> parser;
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
        m_parser->parser.header_limit(mostHeaderBytes);
        m_parser->parser.body_limit(std::uint64_t(m_limits.mostBodies));
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
    if (error == http::error::body_limit)
        return refuse(web::tooLargeResponse(m_limits.mostBodies));
    if (error && !parser.is_header_done())
        return refuse(errorResponse(error == http::error::header_limit ? 431 : 400, "malformed",
                                    QStringLiteral("no sound request")));
    const auto &message = parser.get();
    m_request.method = bytesOf(message.method_string());
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.first(mark);
    m_request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    for (const auto &field : message)
        m_request.headers.append({bytesOf(field.name_string()).toLower(), bytesOf(field.value())});
    m_keepsAlive = parser.keep_alive();
    const bool hasBody = message.method() == http::verb::put || message.method() == http::verb::post;
    if (parser.chunked() || (hasBody && !parser.content_length()))
        return refuse(errorResponse(411, "length", QStringLiteral("a body needs its length")));
    m_request.contentLength = qint64(parser.content_length().value_or(0));
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
    const std::string reason(http::obsolete_reason(http::status(response.status)));
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' +
                      QByteArray::fromStdString(reason) + "\r\nDate: " + dateText() + "\r\n";
    if (!response.contentType.isEmpty())
        head += "Content-Type: " + response.contentType + "\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    if (response.status != 204)
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    head += isLast ? "Connection: close\r\n\r\n" : "\r\n";
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
