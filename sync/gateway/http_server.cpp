#include "sync/gateway/http_server.h"

#include "sync/gateway/http_session.h"
#include "sync/gateway/log.h"
#include "sync/gateway/metrics.h"

#include <csignal>
#include <set>

namespace amparo::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using asio::ip::tcp;
using beast::error_code;

namespace {

constexpr std::chrono::seconds afterDrain{5};  // for what is broken off then

/// An operation's error comes back beside its result, never as an exception.
auto into(error_code &error) { return asio::redirect_error(asio::use_awaitable, error); }

}  // namespace

struct HttpServer::State {
    struct Listener {
        tcp::acceptor acceptor;
        HttpHandler &handler;
        Audience audience;
    };

    State(const Config &ofConfig, Metrics &ofMetrics) : config(ofConfig), metrics(ofMetrics) {}

    const Config &config;
    Metrics &metrics;
    asio::io_context context{1};
    std::vector<std::unique_ptr<Listener>> listeners;
    std::set<HttpSession *> sessions;  // of posts
    bool isDraining = false;           // for posts
    const bool neverDrains = false;    // operators are answered to the end

    awaitable<void> accept(Listener &listener);
    awaitable<void> serve(tcp::socket socket, Listener &listener);
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
    const bool isPost = listener.audience == Audience::Posts;
    HttpSession session(std::move(socket),
                        {context, listener.handler, config, metrics, isPost ? isDraining : neverDrains});
    if (isPost) {
        sessions.insert(&session);
        ++metrics.openConnections;
    }
    try {
        co_await session.serve();
    } catch (const std::exception &) {  // no memory left for this one
        logLine(Level::Error, QStringLiteral("connection-failed"));
    }
    if (isPost) {
        sessions.erase(&session);
        --metrics.openConnections;
    }
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
    for (HttpSession *session : sessions) {
        if (session->isIdle())
            session->cancel();
    }
    co_await waitForSessions(config.drain);
    for (HttpSession *session : sessions)  // what came of their bodies is kept
        session->cancel();
    co_await waitForSessions(afterDrain);
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
