#include "bench/benchmarks.h"
#include "bench/gateway_load.h"
#include "bench/machine.h"

#include "gateway/gateway_process.h"
#include "gateway/postgres_cluster.h"
#include "gateway/thin_client.h"

#include <QFileInfo>

#include <mutex>
#include <thread>

namespace amparo::bench {

namespace {

using test::GatewayProcess;
using test::HttpPeer;
using test::ThinClient;

constexpr int batchSize = 50;
constexpr int senders = 4;           // posts whose batches arrive at the same time
constexpr int connectedPosts = 500;  // that hold a connection meanwhile
constexpr int mostRecords = 20'000;  // to pack them takes longer than to deliver them

/// What the senders saw.
struct Delivered {
    std::vector<double> milliseconds;  // of each batch
    bool isWhole = true;               // each was newly stored
};

/// One post's frames, one after the other over one connection.
void sendAll(quint16 port, const QByteArray &token, const QList<QByteArray> &frames, std::mutex &mutex,
             Delivered &sum)
{
    HttpPeer peer(port);
    Delivered own;
    for (const QByteArray &frame : frames) {
        int status = 0;
        own.milliseconds.push_back(timed([&] {
            status = peer.ask("PUT", ThinClient::pathOf(frame), {{"Authorization", "Bearer " + token}}, frame)
                         .status;
        }));
        own.isWhole = own.isWhole && status == 201;
    }
    const std::lock_guard lock(mutex);
    sum.milliseconds.insert(sum.milliseconds.end(), own.milliseconds.begin(), own.milliseconds.end());
    sum.isWhole = sum.isWhole && own.isWhole;
}

struct Load {
    std::vector<QByteArray> tokens;
    std::vector<QList<QByteArray>> frames;
};

Result<Load> prepare(const GatewayProcess &gateway, int framesEach)
{
    Load load;
    for (int post = 0; post < senders; ++post) {
        load.tokens.push_back(gateway.addPost(QStringLiteral("BENCH-%1").arg(post)));
        const auto frames = framesOf(quint32(post), framesEach, batchSize);
        if (!frames)
            return tl::make_unexpected(frames.error());
        load.frames.push_back(*frames);
    }
    return load;
}

Delivered deliver(quint16 port, const Load &load)
{
    Delivered sum;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (std::size_t post = 0; post < load.frames.size(); ++post)
        threads.emplace_back([&, post] { sendAll(port, load.tokens[post], load.frames[post], mutex, sum); });
    for (std::thread &thread : threads)
        thread.join();
    return sum;
}

/// Connections that have said hello once and stay.
std::vector<HttpPeer> connectAll(quint16 port, const QByteArray &token)
{
    std::vector<HttpPeer> peers;
    for (int i = 0; i < connectedPosts; ++i) {
        peers.emplace_back(port);
        peers.back().ask("GET", "/v1/hello", {{"Authorization", "Bearer " + token}});
    }
    return peers;
}

}  // namespace

Figures measureGateway(const Plan &plan)
{
    // Beside the plan's folder, which is its owner's alone: under root the database's user is another.
    const auto cluster = test::PostgresCluster::make(test::PostgresCluster::Safety::OfThePower,
                                                     QFileInfo(plan.folder).absolutePath());
    if (!cluster)
        return tl::make_unexpected(cluster.error());
    GatewayProcess gateway((*cluster)->connectionString(), {{QStringLiteral("requestsPerSecond"), 1'000'000},
                                                            {QStringLiteral("requestBurst"), 1'000'000}});
    const int framesEach = std::max(1, std::min(plan.records, mostRecords) / batchSize / senders);
    const auto load = prepare(gateway, framesEach);
    if (!load)
        return tl::make_unexpected(load.error());
    const auto peers = connectAll(gateway.port(), load->tokens[0]);
    const qint64 before = memoryInKib(gateway.processId(), "VmRSS:");
    Delivered delivered;
    const double milliseconds = timed([&] { delivered = deliver(gateway.port(), *load); });
    if (!delivered.isWhole)
        return failure(ErrorCode::Unavailable, QStringLiteral("a batch was not stored"));
    const int records = framesEach * senders * batchSize;
    return QList<Figure>{{QStringLiteral("deliver a batch to the gateway, until it is on the disk"),
                          {{QStringLiteral("records"), records},
                           {QStringLiteral("recordsOfBatch"), batchSize},
                           {QStringLiteral("senders"), senders},
                           {QStringLiteral("connections"), connectedPosts + senders},
                           {QStringLiteral("recordsPerSecond"), qRound64(records * 1000 / milliseconds)},
                           {QStringLiteral("memoryBeforeKib"), before},
                           {QStringLiteral("memoryAfterKib"), memoryInKib(gateway.processId(), "VmRSS:")},
                           {QStringLiteral("memoryPeakKib"), memoryInKib(gateway.processId(), "VmHWM:")}},
                          delivered.milliseconds}};
}

}  // namespace amparo::bench
