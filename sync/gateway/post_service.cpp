#include "sync/gateway/post_service.h"

#include "sync/gateway/log.h"
#include "sync/gateway/metrics.h"
#include "sync/gateway/post_registry.h"
#include "sync/web/thin_protocol.h"

namespace amparo::gateway {

using web::errorResponse;

namespace {

constexpr std::chrono::seconds soon{2};
constexpr std::chrono::seconds afterRestart{10};

const Statement ping{"ping", "SELECT 1"};

HttpResponse busy() { return errorResponse(503, "busy", QStringLiteral("too much is under way"), soon); }

}  // namespace

PostService::PostService(const Config &config, const ReceiptKey &key, const Clock &clock, Metrics &metrics,
                         WorkerPool &pool)
    : m_clock(clock),
      m_metrics(metrics),
      m_pool(pool),
      m_protocol(config, key, clock, metrics),
      m_rates(config.requestsPerSecond, config.requestBurst, config.requestsAtOnce)
{}

void PostService::admit(const HttpRequest &head, std::function<void(Admission)> done)
{
    if (m_isDraining)
        return done(
            errorResponse(503, "draining", QStringLiteral("this gateway is about to stop"), afterRestart));
    const QByteArray token = web::bearerToken(head);
    if (token.isEmpty())
        return done(web::unknownTokenResponse());
    auto found = m_protocol.route(head);
    if (auto *refusal = std::get_if<HttpResponse>(&found))
        return done(std::move(*refusal));
    const bool hasPlace = m_pool.submit([this, token, done](const auto &connection) {
        done(connection ? admission(connection->get(), token)
                        : m_protocol.failureResponse(connection.error()));
    });
    if (!hasPlace)
        done(busy());
}

HttpHandler::Admission PostService::admission(Connection &connection, const QByteArray &token)
{
    const auto access = PostRegistry(connection).find(token);
    if (!access)
        return m_protocol.failureResponse(access.error());
    if (!*access)
        return web::unknownTokenResponse();
    if (!(*access)->isOpen)
        return errorResponse(403, "closed", QStringLiteral("this post is closed"));
    if (const auto wait = m_rates.enter((*access)->postId, m_clock.monotonic()))
        return errorResponse(429, "rate", QStringLiteral("too many requests"), *wait);
    return (*access)->postId;
}

void PostService::answer(HttpRequest request, std::function<void(HttpResponse)> done)
{
    const QString postId = request.postId;
    const bool hasPlace = m_pool.submit([this, request = std::move(request), done](const auto &connection) {
        HttpResponse response = connection ? m_protocol.respond(connection->get(), request)
                                           : m_protocol.failureResponse(connection.error());
        m_rates.leave(request.postId);
        done(std::move(response));
    });
    if (!hasPlace) {
        m_rates.leave(postId);
        done(busy());
    }
}

void PostService::abandoned(HttpRequest request)
{
    m_rates.leave(request.postId);
    // Where there is no time for it, the client sends it again.
    (void)m_pool.submit([this, request = std::move(request)](const auto &connection) {
        if (connection)
            m_protocol.keepPiece(connection->get(), request);
    });
}

void PostService::answered(const HttpRequest &request, const HttpResponse &response, double seconds)
{
    const auto found = m_protocol.route(request);
    const auto *route = std::get_if<Route>(&found);
    const QByteArray name = route ? routeName(*route) : QByteArray("other");
    m_metrics.countRequest(name, response.status, seconds);
    logLine(response.status >= 500 ? Level::Warning : Level::Info, QStringLiteral("request"),
            {{QStringLiteral("post"), request.postId},
             {QStringLiteral("route"), QString::fromLatin1(name)},
             {QStringLiteral("method"), route ? QString::fromLatin1(request.method) : QString()},
             {QStringLiteral("status"), response.status},
             {QStringLiteral("received"), request.body.size()},
             {QStringLiteral("sent"), response.body.size()},
             {QStringLiteral("ms"), qRound64(seconds * 1000)}});
}

void OperatorService::admit(const HttpRequest &, std::function<void(Admission)> done) { done(QString()); }

void OperatorService::answer(HttpRequest request, std::function<void(HttpResponse)> done)
{
    if (request.method != "GET")
        return done({405});
    if (request.path == "/healthz")
        return done({200, "text/plain", "alive\n"});
    if (request.path == "/readyz")
        return ready(std::move(done));
    if (request.path == "/metrics")
        return done({200, "text/plain; version=0.0.4", m_metrics.text()});
    done({404});
}

void OperatorService::ready(std::function<void(HttpResponse)> done)
{
    if (m_posts.isDraining())
        return done({503, "text/plain", "draining\n"});
    const bool hasPlace = m_pool.submit([done](const auto &connection) {
        const bool answers = connection && connection->get().run(ping);
        done(answers ? HttpResponse{200, "text/plain", "ready\n"}
                     : HttpResponse{503, "text/plain", "no database\n"});
    });
    if (!hasPlace)
        done({503, "text/plain", "busy\n"});
}

}  // namespace amparo::gateway
