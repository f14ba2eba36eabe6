#include "sync/gateway/http_session.h"

#include "sync/gateway/metrics.h"

#include <QDateTime>

#include <array>

namespace amparo::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::awaitable;
using asio::ip::tcp;
using beast::error_code;
using web::errorResponse;

namespace {

constexpr std::size_t mostBufferedBytes = 64 * 1024;
constexpr std::chrono::seconds lingering{5};
constexpr std::size_t mostLingeringBytes = 16 * 1024 * 1024;
constexpr std::chrono::seconds writing{120};  // an answer over the thinnest link

/// An operation's error comes back beside its result, never as an exception.
auto into(error_code &error) { return asio::redirect_error(asio::use_awaitable, error); }

/// Waits for what `act` hands to its callback, from whatever thread.
template <class Value, class Act> awaitable<Value> answerOf(asio::io_context &context, Act act)
{
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<> &, void(Value)>(
        [&context, &act](auto handler) {
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            act([&context, shared](Value value) {
                asio::post(context,
                           [shared, value = std::move(value)]() mutable { (*shared)(std::move(value)); });
            });
        },
        asio::use_awaitable);
}

/// What came is no request, rather than too little or nothing.
bool isUnsound(const error_code &error)
{
    return error.category() == http::make_error_code(http::error::bad_method).category() &&
           error != http::error::end_of_stream && error != http::error::partial_message;
}

/// Memory that a body takes, as long as this lives.
class BodyShare {
public:
    BodyShare(Metrics &metrics, qint64 bytes) : m_metrics(metrics), m_bytes(bytes)
    {
        m_metrics.bodyBytes += bytes;
    }
    ~BodyShare() { m_metrics.bodyBytes -= m_bytes; }
    BodyShare(const BodyShare &) = delete;
    BodyShare &operator=(const BodyShare &) = delete;

private:
    Metrics &m_metrics;
    qint64 m_bytes;
};

}  // namespace

HttpSession::HttpSession(tcp::socket socket, const Surroundings &surroundings)
    : m_stream(std::move(socket)),
      m_buffer(mostBufferedBytes),
      m_context(surroundings.context),
      m_handler(surroundings.handler),
      m_config(surroundings.config),
      m_metrics(surroundings.metrics),
      m_isLast(surroundings.isLast)
{}

awaitable<void> HttpSession::serve()
{
    while (!m_isLast && co_await exchange())
        ;
    error_code error;
    m_stream.socket().shutdown(tcp::socket::shutdown_both, error);
}

/// One request and its answer. False: the connection is done with.
awaitable<bool> HttpSession::exchange()
{
    web::HeadParser parser;
    if (!co_await readHeader(parser))
        co_return false;
    HttpRequest request = web::requestOf(parser);
    if (const auto refusal = web::refusalOf(parser)) {
        co_await refuse(request, *refusal);
        co_return false;
    }
    if (m_metrics.bodyBytes + request.contentLength > m_config.bodyBytes && request.contentLength > 0) {
        co_await refuse(request, errorResponse(503, "busy", QStringLiteral("too much is under way"),
                                               std::chrono::seconds(10)));
        co_return false;
    }
    const BodyShare share(m_metrics, request.contentLength);
    auto admission = co_await answerOf<HttpHandler::Admission>(
        m_context, [&](auto done) { m_handler.admit(request, std::move(done)); });
    if (auto *refusal = std::get_if<HttpResponse>(&admission)) {
        if (request.contentLength > 0) {
            co_await refuse(request, std::move(*refusal));
            co_return false;
        }
        const bool goesOn = co_await write(request, *refusal, !parser.keep_alive());
        m_handler.answered(request, *refusal, 0);
        co_return goesOn;
    }
    request.postId = std::get<QString>(std::move(admission));
    if (!co_await readBody(parser, request)) {
        m_handler.abandoned(std::move(request));
        co_return false;
    }
    const auto arrived = std::chrono::steady_clock::now();
    const auto response = co_await answerOf<HttpResponse>(
        m_context, [&](auto done) { m_handler.answer(request, std::move(done)); });
    const bool isLast = m_isLast || !parser.keep_alive();
    const bool goesOn = co_await write(request, response, isLast);
    m_handler.answered(request, response,
                       std::chrono::duration<double>(std::chrono::steady_clock::now() - arrived).count());
    co_return goesOn;
}

awaitable<bool> HttpSession::readHeader(web::HeadParser &parser)
{
    error_code error;
    if (m_buffer.size() == 0) {
        m_isIdle = true;
        m_stream.expires_after(m_config.idle);
        const std::size_t count = co_await m_stream.async_read_some(m_buffer.prepare(4096), into(error));
        if (error)
            co_return false;
        m_buffer.commit(count);
    }
    m_isIdle = false;
    web::setLimits(parser, m_config.bodyBytes);  // the path's own is asked for later
    m_stream.expires_after(m_config.header);
    co_await http::async_read_header(m_stream, m_buffer, parser, into(error));
    if (!error)
        co_return true;
    if (isUnsound(error))
        co_await refuse({}, web::unsoundResponse(error, m_config.bodyBytes));
    co_return false;
}

/// False: it broke off, or was too slow. What came is in the request's body either way.
awaitable<bool> HttpSession::readBody(web::HeadParser &parser, HttpRequest &request)
{
    error_code error;
    if (request.contentLength == 0)
        co_return true;
    const auto now = [] { return std::chrono::steady_clock::now(); };
    const auto deadline = now() + m_config.bodyPause +
                          std::chrono::seconds(request.contentLength / m_config.slowestBytesPerSecond);
    if (request.header("expect").toLower() == "100-continue") {
        m_stream.expires_after(writing);
        co_await asio::async_write(m_stream, asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25), into(error));
    }
    request.body.resize(request.contentLength);
    parser.get().body().data = request.body.data();
    parser.get().body().size = std::size_t(request.contentLength);
    parser.get().body().more = true;
    while (!error && !parser.is_done()) {
        m_stream.expires_at(
            std::min<std::chrono::steady_clock::time_point>(now() + m_config.bodyPause, deadline));
        co_await http::async_read_some(m_stream, m_buffer, parser, into(error));
        if (error == http::error::need_buffer)
            error = {};
    }
    request.body.truncate(request.contentLength - qint64(parser.get().body().size));
    co_return parser.is_done();
}

awaitable<bool> HttpSession::write(const HttpRequest &request, const HttpResponse &response, bool isLast)
{
    const QByteArray head = web::headOf(response, isLast ? web::Connection::Closes : web::Connection::GoesOn,
                                        QDateTime::currentDateTimeUtc());
    const QByteArray body = request.method == "HEAD" ? QByteArray() : response.body;
    m_stream.expires_after(writing);
    error_code error;
    const std::array parts{asio::buffer(head.constData(), std::size_t(head.size())),
                           asio::buffer(body.constData(), std::size_t(body.size()))};
    co_await asio::async_write(m_stream, parts, into(error));
    m_metrics.countBytes(request.body.size(), response.body.size());
    co_return !error && !isLast;
}

/// Answers a request whose body stays unread, and ends the connection.
awaitable<void> HttpSession::refuse(const HttpRequest &request, HttpResponse response)
{
    co_await write(request, response, true);
    m_handler.answered(request, response, 0);
    co_await linger();
}

/// To close with bytes unread would reset the connection, and the client might lose the answer with it.
awaitable<void> HttpSession::linger()
{
    error_code error;
    m_stream.socket().shutdown(tcp::socket::shutdown_send, error);
    m_stream.expires_after(lingering);
    m_buffer.clear();
    for (std::size_t count = 0; !error && count < mostLingeringBytes;)
        count += co_await m_stream.async_read_some(m_buffer.prepare(4096), into(error));
}

}  // namespace amparo::gateway
