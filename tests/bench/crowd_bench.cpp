// Every post of a country at once: what a gateway meets when a network comes back after a day.

#include "bench/benchmarks.h"
#include "bench/gateway_load.h"
#include "bench/machine.h"

#include "gateway/gateway_process.h"
#include "gateway/postgres_cluster.h"
#include "gateway/thin_client.h"
#include "sync/gateway/post_registry.h"

#include <QFileInfo>

#include <atomic>
#include <thread>

namespace amparo::bench {

namespace {

using test::GatewayProcess;
using test::HttpPeer;
using test::ThinClient;

constexpr int posts = 500;
constexpr int batchSize = 10;  // to pack more takes longer than to deliver them
constexpr int mostRounds = 8;

struct Sender {
    QByteArray token;
    QList<QByteArray> frames;  // one a round
};

Result<std::vector<Sender>> prepare(const QByteArray &database, int rounds)
{
    const auto connection = gateway::Connection::open(database);
    if (!connection)
        return tl::make_unexpected(connection.error());
    std::vector<Sender> senders(posts);
    for (int post = 0; post < posts; ++post) {
        const auto token = gateway::PostRegistry(**connection).add(QStringLiteral("CROWD-%1").arg(post));
        const auto frames = framesOf(quint32(post), rounds, batchSize);
        if (!token || !frames)
            return tl::make_unexpected(token ? frames.error() : token.error());
        senders[std::size_t(post)] = {*token, *frames};
    }
    return senders;
}

/// What became of a batch.
struct Delivery {
    int status = 0;           // of the last answer; 0: the connection ended without one
    double milliseconds = 0;  // until it was stored, waits that the gateway asked for included
    int toldToWait = 0;
};

/// Over connections of its own, as a post does that has just found its link again.
Delivery deliver(quint16 port, const Sender &sender, int round)
{
    Delivery delivery;
    const QByteArray &frame = sender.frames[round];
    delivery.milliseconds = timed([&] {
        for (;;) {  // whom it asks to wait, it hangs up on
            const auto answer = ThinClient(port, sender.token).put(frame);
            delivery.status = answer.status;
            if (answer.status != 429 && answer.status != 503)
                return;
            ++delivery.toldToWait;
            std::this_thread::sleep_for(std::chrono::seconds(answer.headers.value("retry-after").toInt()));
        }
    });
    return delivery;
}

/// All of them at the same moment.
std::vector<Delivery> deliverAll(quint16 port, const std::vector<Sender> &senders, int round)
{
    std::vector<Delivery> deliveries(senders.size());
    std::atomic<bool> mayBegin = false;
    std::vector<std::thread> threads;
    for (std::size_t post = 0; post < senders.size(); ++post)
        threads.emplace_back([&, post] {
            mayBegin.wait(false);
            deliveries[post] = deliver(port, senders[post], round);
        });
    mayBegin = true;
    mayBegin.notify_all();
    for (std::thread &thread : threads)
        thread.join();
    return deliveries;
}

}  // namespace

Figures measureCrowd(const Plan &plan)
{
    const auto cluster = test::PostgresCluster::make(test::PostgresCluster::Safety::OfThePower,
                                                     QFileInfo(plan.folder).absolutePath());
    if (!cluster)
        return tl::make_unexpected(cluster.error());
    GatewayProcess gateway((*cluster)->connectionString());  // with the limits that it has by itself
    const int rounds = std::clamp(plan.records / (posts * batchSize), 1, mostRounds);
    const auto senders = prepare((*cluster)->connectionString(), rounds);
    if (!senders)
        return tl::make_unexpected(senders.error());
    Figure figure{QStringLiteral("deliver a batch while 500 posts send at once"), {}, {}};
    double milliseconds = 0;
    qint64 afterFirst = 0;
    int toldToWait = 0;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Delivery> deliveries;
        milliseconds += timed([&] { deliveries = deliverAll(gateway.port(), *senders, round); });
        if (round == 0)
            afterFirst = memoryInKib(gateway.processId(), "VmRSS:");
        for (const Delivery &delivery : deliveries) {
            if (delivery.status != 201)
                return failure(ErrorCode::Unavailable,
                               QStringLiteral("a batch was answered with %1").arg(delivery.status));
            toldToWait += delivery.toldToWait;
            figure.samples.push_back(delivery.milliseconds);
        }
    }
    const int records = rounds * posts * batchSize;
    figure.input = {{QStringLiteral("posts"), posts},
                    {QStringLiteral("rounds"), rounds},
                    {QStringLiteral("records"), records},
                    {QStringLiteral("recordsOfBatch"), batchSize},
                    {QStringLiteral("toldToWait"), toldToWait},
                    {QStringLiteral("recordsPerSecond"), qRound64(records * 1000 / milliseconds)},
                    {QStringLiteral("memoryAfterFirstRoundKib"), afterFirst},
                    {QStringLiteral("memoryAfterKib"), memoryInKib(gateway.processId(), "VmRSS:")},
                    {QStringLiteral("memoryPeakKib"), memoryInKib(gateway.processId(), "VmHWM:")}};
    return QList<Figure>{figure};
}

}  // namespace amparo::bench
