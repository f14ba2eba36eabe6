#include "sync/gateway/http_server.h"

#include "sync/gateway/log.h"
#include "sync/gateway/metrics.h"

#include <QDateTime>
#include <QLocale>

#include <utility>  // Asio's awaitable.hpp of 1.74 forgets it

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <csignal>
#include <set>

namespace amparo::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::awaitable;
using asio::ip::tcp;
using beast::error_code;

namespace {

constexpr std::size_t mostHeaderBytes = 8 * 1024;
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

QByteArray bytesOf(beast::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }
beast::string_view viewOf(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

/// IMF-fixdate (RFC 9110, 5.6.7).
QByteArray httpDate()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

using RequestParser = http::request_parser<http::buffer_body>;

HttpRequest headOf(RequestParser &parser)
{
    HttpRequest request;
    const auto &message = parser.get();
    request.method = bytesOf(message.method_string());
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    for (const auto &field : message)
        request.headers.append({bytesOf(field.name_string()).toLower(), bytesOf(field.value())});
    request.contentLength = qint64(parser.content_length().value_or(0));
    return request;
}

/// What came is no request, rather than too little or nothing.
bool isUnsound(const error_code &error)
{
    return error.category() == http::make_error_code(http::error::bad_method).category() &&
           error != http::error::end_of_stream && error != http::error::partial_message;
}

/// To a request whose header is not even whole.
HttpResponse unsoundResponse(const error_code &error, qint64 mostBytes)
{
    if (error == http::error::body_limit)
        return tooLargeResponse(mostBytes);
    return errorResponse(error == http::error::header_limit ? 431 : 400, "malformed",
                         QStringLiteral("no sound request"));
}

bool hasNoLength(const RequestParser &parser)
{
    if (parser.chunked())
        return true;
    const auto method = parser.get().method();
    return (method == http::verb::put || method == http::verb::post) && !parser.content_length();
}

}  // namespace

struct HttpServer::State {
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

    struct Listener {
        tcp::acceptor acceptor;
        HttpHandler &handler;
        Audience audience;
    };

    struct Session {
        explicit Session(tcp::socket socket, Listener &of) : stream(std::move(socket)), listener(of) {}

        beast::tcp_stream stream;
        Listener &listener;
        beast::flat_buffer buffer{64 * 1024};
        bool isIdle = true;
    };

    State(const Config &ofConfig, Metrics &ofMetrics) : config(ofConfig), metrics(ofMetrics) {}

    const Config &config;
    Metrics &metrics;
    asio::io_context context{1};
    std::vector<std::unique_ptr<Listener>> listeners;
    std::set<Session *> sessions;  // of posts
    bool isDraining = false;

    awaitable<void> accept(Listener &listener);
    awaitable<void> serve(tcp::socket socket, Listener &listener);
    awaitable<void> exchange(Session &session);
    awaitable<bool> exchangeOnce(Session &session);
    awaitable<bool> readHeader(Session &session, RequestParser &parser);
    awaitable<bool> readBody(Session &session, RequestParser &parser, HttpRequest &request);
    awaitable<bool> write(Session &session, const HttpRequest &request, const HttpResponse &response,
                          bool isLast);
    awaitable<void> refuse(Session &session, const HttpRequest &request, HttpResponse response);
    awaitable<void> linger(Session &session);
    awaitable<void> repeat(std::chrono::seconds interval, std::function<void()> deed);
    awaitable<void> watchSignals(const std::function<void()> &draining);
    awaitable<void> drain();
    awaitable<void> waitForSessions(std::chrono::seconds patience);
};

awaitable<void> HttpServer::State::accept(Listener &listener)
{
    while (listener.acceptor.is_open()) {
        error_code error;
        tcp::socket socket = co_await listener.acceptor.async_accept(into(error));
        if (error == asio::error::operation_aborted)
            co_return;
        if (error) {  // no file handles left: they come back
            asio::steady_timer pause(context, std::chrono::milliseconds(100));
            co_await pause.async_wait(into(error));
            continue;
        }
        if (listener.audience == Audience::Posts && metrics.openConnections >= config.connections)
            continue;  // closes it
        asio::co_spawn(context, serve(std::move(socket), listener), [](const std::exception_ptr &failure) {
            if (failure)
                logLine(Level::Error, QStringLiteral("connection-failed"));
        });
    }
}

awaitable<void> HttpServer::State::serve(tcp::socket socket, Listener &listener)
{
    error_code error;
    socket.set_option(tcp::no_delay(true), error);
    socket.set_option(asio::socket_base::keep_alive(true), error);
    Session session(std::move(socket), listener);
    const bool isPost = listener.audience == Audience::Posts;
    if (isPost) {
        sessions.insert(&session);
        ++metrics.openConnections;
    }
    try {
        co_await exchange(session);
    } catch (const std::exception &) {  // no memory left for this one
        logLine(Level::Error, QStringLiteral("connection-failed"));
    }
    if (isPost) {
        sessions.erase(&session);
        --metrics.openConnections;
    }
}

awaitable<void> HttpServer::State::exchange(Session &session)
{
    const bool isPost = session.listener.audience == Audience::Posts;
    while (!(isPost && isDraining) && co_await exchangeOnce(session))
        ;
    error_code error;
    session.stream.socket().shutdown(tcp::socket::shutdown_both, error);
}

/// One request and its answer. False: the connection is done with.
awaitable<bool> HttpServer::State::exchangeOnce(Session &session)
{
    RequestParser parser;
    if (!co_await readHeader(session, parser))
        co_return false;
    HttpRequest request = headOf(parser);
    if (hasNoLength(parser)) {
        co_await refuse(session, request,
                        errorResponse(411, "length", QStringLiteral("a body needs its length")));
        co_return false;
    }
    if (metrics.bodyBytes + request.contentLength > config.bodyBytes && request.contentLength > 0) {
        co_await refuse(
            session, request,
            errorResponse(503, "busy", QStringLiteral("too much is under way"), std::chrono::seconds(10)));
        co_return false;
    }
    HttpHandler &handler = session.listener.handler;
    const BodyShare share(metrics, request.contentLength);
    auto admission = co_await answerOf<HttpHandler::Admission>(
        context, [&](auto done) { handler.admit(request, std::move(done)); });
    if (auto *refusal = std::get_if<HttpResponse>(&admission)) {
        if (request.contentLength > 0) {
            co_await refuse(session, request, std::move(*refusal));
            co_return false;
        }
        const bool goesOn = co_await write(session, request, *refusal, !parser.keep_alive());
        handler.answered(request, *refusal, 0);
        co_return goesOn;
    }
    request.postId = std::get<QString>(std::move(admission));
    if (!co_await readBody(session, parser, request)) {
        handler.abandoned(std::move(request));
        co_return false;
    }
    const auto arrived = std::chrono::steady_clock::now();
    const auto response = co_await answerOf<HttpResponse>(
        context, [&](auto done) { handler.answer(request, std::move(done)); });
    const bool isLast = isDraining || !parser.keep_alive();
    const bool goesOn = co_await write(session, request, response, isLast);
    handler.answered(request, response,
                     std::chrono::duration<double>(std::chrono::steady_clock::now() - arrived).count());
    co_return goesOn;
}

awaitable<bool> HttpServer::State::readHeader(Session &session, RequestParser &parser)
{
    error_code error;
    if (session.buffer.size() == 0) {
        session.isIdle = true;
        session.stream.expires_after(config.idle);
        const std::size_t count =
            co_await session.stream.async_read_some(session.buffer.prepare(4096), into(error));
        if (error)
            co_return false;
        session.buffer.commit(count);
    }
    session.isIdle = false;
    parser.header_limit(mostHeaderBytes);
    parser.body_limit(std::uint64_t(config.bodyBytes));  // the path's own is asked for later
    session.stream.expires_after(config.header);
    co_await http::async_read_header(session.stream, session.buffer, parser, into(error));
    if (!error)
        co_return true;
    if (isUnsound(error))
        co_await refuse(session, {}, unsoundResponse(error, config.bodyBytes));
    co_return false;
}

/// False: it broke off, or was too slow. What came is in the request's body either way.
awaitable<bool> HttpServer::State::readBody(Session &session, RequestParser &parser, HttpRequest &request)
{
    error_code error;
    if (request.contentLength == 0)
        co_return true;
    const auto now = [] { return std::chrono::steady_clock::now(); };
    const auto deadline =
        now() + config.bodyPause + std::chrono::seconds(request.contentLength / config.slowestBytesPerSecond);
    if (request.header("expect").toLower() == "100-continue") {
        session.stream.expires_after(writing);
        co_await asio::async_write(session.stream, asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25),
                                   into(error));
    }
    request.body.resize(request.contentLength);
    parser.get().body().data = request.body.data();
    parser.get().body().size = std::size_t(request.contentLength);
    parser.get().body().more = true;
    while (!error && !parser.is_done()) {
        session.stream.expires_at(
            std::min<std::chrono::steady_clock::time_point>(now() + config.bodyPause, deadline));
        co_await http::async_read_some(session.stream, session.buffer, parser, into(error));
        if (error == http::error::need_buffer)
            error = {};
    }
    request.body.truncate(request.contentLength - qint64(parser.get().body().size));
    co_return parser.is_done();
}

awaitable<bool> HttpServer::State::write(Session &session, const HttpRequest &request,
                                         const HttpResponse &response, bool isLast)
{
    http::response<http::span_body<const char>> message{http::status(response.status), 11};
    const bool isHead = request.method == "HEAD";
    if (!isHead)
        message.body() = {response.body.constData(), std::size_t(response.body.size())};
    message.set(http::field::date, viewOf(httpDate()));
    if (!response.contentType.isEmpty())
        message.set(http::field::content_type, viewOf(response.contentType));
    for (const auto &[name, value] : response.headers)
        message.set(viewOf(name), viewOf(value));
    message.keep_alive(!isLast);
    if (isHead && response.status != 204)
        message.content_length(std::uint64_t(response.body.size()));
    else
        message.prepare_payload();
    session.stream.expires_after(writing);
    error_code error;
    http::response_serializer<http::span_body<const char>> serializer(message);
    if (isHead)
        co_await http::async_write_header(session.stream, serializer, into(error));
    else
        co_await http::async_write(session.stream, serializer, into(error));
    metrics.countBytes(request.body.size(), response.body.size());
    co_return !error && !isLast;
}

/// Answers a request whose body stays unread, and ends the connection.
awaitable<void> HttpServer::State::refuse(Session &session, const HttpRequest &request, HttpResponse response)
{
    co_await write(session, request, response, true);
    session.listener.handler.answered(request, response, 0);
    co_await linger(session);
}

/// To close with bytes unread would reset the connection, and the client might lose the answer with it.
awaitable<void> HttpServer::State::linger(Session &session)
{
    error_code error;
    session.stream.socket().shutdown(tcp::socket::shutdown_send, error);
    session.stream.expires_after(lingering);
    session.buffer.clear();
    for (std::size_t count = 0; !error && count < mostLingeringBytes;)
        count += co_await session.stream.async_read_some(session.buffer.prepare(4096), into(error));
}

awaitable<void> HttpServer::State::repeat(std::chrono::seconds interval, std::function<void()> deed)
{
    for (;;) {
        asio::steady_timer timer(context, interval);
        error_code error;
        co_await timer.async_wait(into(error));
        deed();
    }
}

awaitable<void> HttpServer::State::watchSignals(const std::function<void()> &draining)
{
    asio::signal_set signals(context, SIGTERM, SIGINT);
    error_code error;
    co_await signals.async_wait(into(error));
    isDraining = true;
    draining();
    co_await drain();
    context.stop();
}

awaitable<void> HttpServer::State::drain()
{
    error_code error;
    for (const auto &listener : listeners) {
        if (listener->audience == Audience::Posts)
            listener->acceptor.close(error);
    }
    for (Session *session : sessions) {
        if (session->isIdle)
            session->stream.cancel();
    }
    co_await waitForSessions(config.drain);
    for (Session *session : sessions)  // what came of their bodies is kept
        session->stream.cancel();
    co_await waitForSessions(lingering);
}

awaitable<void> HttpServer::State::waitForSessions(std::chrono::seconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!sessions.empty() && std::chrono::steady_clock::now() < deadline) {
        asio::steady_timer pause(context, std::chrono::milliseconds(20));
        error_code error;
        co_await pause.async_wait(into(error));
    }
}

HttpServer::HttpServer(const Config &config, Metrics &metrics)
    : m_state(std::make_unique<State>(config, metrics))
{}
HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::listen(const ListenAddress &address, HttpHandler &handler, Audience audience)
{
    error_code error;
    const auto host = asio::ip::make_address(address.host.toStdString(), error);
    if (error)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("no IP address to listen on: ") + address.host);
    auto listener = std::make_unique<State::Listener>(
        State::Listener{tcp::acceptor(m_state->context), handler, audience});
    tcp::acceptor &acceptor = listener->acceptor;
    const tcp::endpoint endpoint(host, address.port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return failure(ErrorCode::Unavailable, QStringLiteral("cannot listen on %1 port %2: %3")
                                                   .arg(address.host)
                                                   .arg(address.port)
                                                   .arg(QString::fromStdString(error.message())));
    const quint16 port = acceptor.local_endpoint().port();
    asio::co_spawn(m_state->context, m_state->accept(*listener), asio::detached);
    m_state->listeners.push_back(std::move(listener));
    return port;
}

void HttpServer::every(std::chrono::seconds interval, std::function<void()> deed)
{
    asio::co_spawn(m_state->context, m_state->repeat(interval, std::move(deed)), asio::detached);
}

void HttpServer::run(const std::function<void()> &draining)
{
    asio::co_spawn(m_state->context, m_state->watchSignals(draining), asio::detached);
    m_state->context.run();
}

}  // namespace amparo::gateway
