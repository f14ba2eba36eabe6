#include "sync/gateway/gateway.h"

#include "sync/gateway/forwarder.h"
#include "sync/gateway/http_server.h"
#include "sync/gateway/log.h"
#include "sync/gateway/metrics.h"
#include "sync/gateway/migrations.h"
#include "sync/gateway/post_service.h"
#include "sync/gateway/upload_shelf.h"

#include <QThread>

#include <cstdio>
#include <optional>
#include <thread>

namespace amparo::gateway {

namespace {

constexpr std::chrono::hours betweenUpkeep{1};
constexpr std::chrono::seconds betweenAttempts{1};
constexpr int attemptsAtStart = 60;

Result<> upkeep(Connection &connection)
{
    const QDateTime now = systemClock().utcNow();
    return makeMonths(connection, now.date()).and_then([&]() -> Result<> {
        const auto swept = UploadShelf::sweep(connection, now);
        if (!swept)
            return tl::make_unexpected(swept.error());
        logLine(Level::Info, QStringLiteral("upkeep"), {{QStringLiteral("uploads"), *swept}});
        return {};
    });
}

Result<> prepareDatabase(const QByteArray &where)
{
    return Connection::open(where).and_then([](const std::unique_ptr<Connection> &connection) {
        return migrate(*connection, knownMigrations()).and_then([&] { return upkeep(*connection); });
    });
}

/// The database may start beside the gateway and take longer.
Result<> prepareWithPatience(const QByteArray &where)
{
    for (int attempt = 1;; ++attempt) {
        const auto prepared = prepareDatabase(where);
        if (prepared || prepared.error().code != ErrorCode::Unavailable || attempt == attemptsAtStart)
            return prepared;
        logLine(Level::Warning, QStringLiteral("waiting-for-database"));
        std::this_thread::sleep_for(betweenAttempts);
    }
}

void logUpkeep(Result<std::reference_wrapper<Connection>> connection)
{
    const auto done = connection.and_then([](Connection &own) { return upkeep(own); });
    if (!done)
        logLine(Level::Warning, QStringLiteral("upkeep-failed"),
                {{QStringLiteral("detail"), done.error().detail}});
}

/// The forwarder in its thread, from here until this goes.
class ForwardingThread {
public:
    ForwardingThread(const Config &config, const sync::ServerSettings &server, Metrics &metrics)
        : m_forwarder(new Forwarder(config.database, server, metrics))
    {
        m_forwarder->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::started, m_forwarder, &Forwarder::start);
        QObject::connect(&m_thread, &QThread::finished, m_forwarder,
                         &QObject::deleteLater);  // in that thread
        m_thread.start();
    }
    ~ForwardingThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    ForwardingThread(const ForwardingThread &) = delete;
    ForwardingThread &operator=(const ForwardingThread &) = delete;

private:
    QThread m_thread;
    Forwarder *m_forwarder;  // its thread's
};

/// nullopt: nothing is handed on.
Result<std::optional<sync::ServerSettings>> serverToForwardTo(const Config &config)
{
    if (config.forward.isEmpty())
        return std::nullopt;
    return sync::parseServerAddress(config.forward).map([](const sync::ServerSettings &settings) {
        return std::optional(settings);
    });
}

}  // namespace

Result<> serve(const Config &config)
{
    const auto key = readReceiptKey(config.receiptKey);
    if (!key)
        return tl::make_unexpected(key.error());
    const auto forwardTo = serverToForwardTo(config);
    if (!forwardTo)
        return tl::make_unexpected(forwardTo.error());
    if (const auto prepared = prepareWithPatience(config.database); !prepared)
        return prepared;

    Metrics metrics;
    HttpServer server(config, metrics);
    std::optional<PostService> posts;
    std::optional<OperatorService> operators;
    // Last, so that it ends first: its jobs name the others.
    WorkerPool pool(config.database, config.databaseConnections, config.waitingRequests);
    posts.emplace(config, *key, systemClock(), metrics, pool);
    operators.emplace(*posts, metrics, pool);

    const auto port = server.listen(config.listen, *posts, HttpServer::Audience::Posts);
    if (!port)
        return tl::make_unexpected(port.error());
    const auto admin = server.listen(config.adminListen, *operators, HttpServer::Audience::Operators);
    if (!admin)
        return tl::make_unexpected(admin.error());
    server.every(betweenUpkeep, [&] { (void)pool.submit(logUpkeep); });
    server.every(std::chrono::seconds(1), [&] { metrics.waitingJobs = pool.waiting(); });

    std::optional<ForwardingThread> forwarding;
    if (*forwardTo)
        forwarding.emplace(config, **forwardTo, metrics);

    std::printf("{\"listening\":%d,\"admin\":%d}\n", int(*port), int(*admin));
    std::fflush(stdout);
    logLine(Level::Info, QStringLiteral("serving"));
    server.run([&] {
        logLine(Level::Info, QStringLiteral("draining"));
        posts->drain();
    });
    logLine(Level::Info, QStringLiteral("stopped"));
    return {};
}

}  // namespace amparo::gateway
