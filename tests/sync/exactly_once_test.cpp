// The whole way, engine, transport and HTTP, under schedules of faults: each record ends at the server
// exactly once, byte for byte, with a receipt. AMPARO_SYNC_SCHEDULES says how many schedules,
// AMPARO_SYNC_SEED which is the first.

#include "openrosa_server/server_process.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "sync/memory_outbox.h"
#include "sync/openrosa/openrosa_transport.h"
#include "sync/sync_thread.h"

#include <QSemaphore>

#include <random>

using namespace amparo;
using namespace amparo::sync;
using namespace std::chrono_literals;
using amparo::openrosa::OpenRosaTransport;
using amparo::test::eventually;
using amparo::test::MemoryOutbox;
using amparo::test::OutboxContents;
using amparo::test::require;
using amparo::test::ServerProcess;
using State = OutboxContents::State;

namespace {

ServerSettings settingsFor(const ServerProcess &server)
{
    return require(parseServerAddress(server.baseUrl().toString()));
}

TransportFactory openRosa(std::chrono::milliseconds patience)
{
    return [patience](const ServerSettings &settings) {
        return std::make_unique<OpenRosaTransport>(settings, systemClock(), patience);
    };
}

int optionOf(const char *variable, int otherwise)
{
    bool isSet = false;
    const int value = qEnvironmentVariableIntValue(variable, &isSet);
    return isSet ? value : otherwise;
}

/// What can go wrong without the server meaning it about the record.
QString aFault(std::mt19937 &random)
{
    static const QStringList faults{
        QStringLiteral("POST lose-response"),
        QStringLiteral("POST cut-response"),
        QStringLiteral("POST close-before-body"),
        QStringLiteral("POST close-mid-body"),
        QStringLiteral("POST garbage"),
        QStringLiteral("POST accept-202"),
        QStringLiteral("POST hang"),
        QStringLiteral("POST delay 20"),
        QStringLiteral("POST html 200"),
        QStringLiteral("POST html 502"),
        QStringLiteral("POST status 423"),
        QStringLiteral("POST status 429 1"),
        QStringLiteral("POST status 500"),
        QStringLiteral("POST status 503 1"),
        QStringLiteral("HEAD lose-response"),
        QStringLiteral("HEAD html 200"),
        QStringLiteral("HEAD status 503"),
        QStringLiteral("HEAD close-before-body"),
    };
    return faults[int(random() % faults.size())];
}

/// A post whose program may be ended at any moment: the outbox stays, the engine does not.
struct Post {
    std::shared_ptr<OutboxContents> contents = std::make_shared<OutboxContents>();
    std::unique_ptr<Engine> engine;

    void start(const ServerProcess &server)
    {
        engine =
            std::make_unique<Engine>(std::make_unique<MemoryOutbox>(contents, systemClock()), openRosa(300ms),
                                     systemClock(), [](const Unsent &, int) { return 2ms; });
        engine->configure(settingsFor(server));
    }
    bool isDone() const { return contents->count(State::Accepted) == contents->rows.size(); }
};

void runSchedule(ServerProcess &server, unsigned seed)
{
    std::mt19937 random(seed);
    Post post;
    const int records = 1 + int(random() % 4);
    for (int i = 0; i < records; ++i)
        post.contents->add(QStringLiteral("uuid:%1-%2").arg(seed).arg(i), int(random() % 2));
    QStringList faults{QStringLiteral("POST lose-response")};
    for (int i = int(random() % 6); i > 0; --i)
        faults.append(aFault(random));
    for (const QString &fault : std::as_const(faults))
        server.inject(fault);
    post.start(server);

    for (int restarts = int(random() % 3); restarts > 0; --restarts) {
        const int seen = server.requests().size() + 1 + int(random() % 3);
        REQUIRE(eventually([&] { return post.isDone() || server.requests().size() >= seen; }));
        if (random() % 3 == 0) {
            server.kill();
            server.start();
        }
        post.start(server);
    }
    REQUIRE(eventually([&] { return post.isDone(); }));
    server.inject(QStringLiteral("clear"));

    const auto archive = server.archive();
    for (const auto &row : post.contents->rows) {
        REQUIRE(archive.count(row.parcel.instanceId) == 1);
        CHECK(archive.at(row.parcel.instanceId) == row.parcel.submissionXml);
        REQUIRE(row.receipt);
        CHECK((row.receipt->status == 201 || row.receipt->status == 202));
    }
}

}  // namespace

TEST_CASE("[SEC-S2] each record arrives exactly once, whatever gets lost on the way", "[sync]")
{
    ServerProcess server;
    const int first = optionOf("AMPARO_SYNC_SEED", 1);
    const int schedules = optionOf("AMPARO_SYNC_SCHEDULES", 60);
    for (int seed = first; seed < first + schedules; ++seed) {
        CAPTURE(seed);
        runSchedule(server, unsigned(seed));
    }
    // What was kept, as the server wrote it down: no record as new twice, none with other bytes.
    QStringList kept;
    for (const QJsonObject &request : server.requests()) {
        CHECK(request[QLatin1String("kept")] != QStringLiteral("conflict"));
        if (request[QLatin1String("kept")] == QStringLiteral("new"))
            kept.append(request[QLatin1String("instanceId")].toString());
    }
    CHECK(kept.removeDuplicates() == 0);
    CHECK(kept.size() <= qsizetype(server.archive().size()));
}

TEST_CASE("the sync thread needs no turn of the GUI thread", "[sync]")
{
    ServerProcess server;
    auto contents = std::make_shared<OutboxContents>();
    for (int i = 0; i < 5; ++i)
        contents->add(QStringLiteral("uuid:%1").arg(i));

    // Ends up at the semaphore once a record is accepted.
    struct SignallingOutbox final : Outbox {
        SignallingOutbox(std::shared_ptr<OutboxContents> rows, QSemaphore &semaphore)
            : inner(std::move(rows), systemClock()), accepted(semaphore)
        {}
        void requeueInterrupted(Done<> done) override { inner.requeueInterrupted(done); }
        void take(int most, Which which, Done<QList<OutboxEntry>> done) override
        {
            inner.take(most, which, done);
        }
        void acknowledge(ScreeningId id, const store::Receipt &receipt, Done<> done) override
        {
            inner.acknowledge(id, receipt, [this, done](const Result<> &result) {
                done(result);
                accepted.release();
            });
        }
        void postpone(ScreeningId id, const QString &error, const QString &message,
                      std::optional<QDateTime> next, Done<> done) override
        {
            inner.postpone(id, error, message, next, done);
        }
        void quarantine(ScreeningId id, const QString &error, const QString &message, Done<> done) override
        {
            inner.quarantine(id, error, message, done);
        }
        void releaseAll(Done<> done) override { inner.releaseAll(done); }
        void summarise(Done<OutboxSummary> done) override { inner.summarise(done); }
        void readUse(QDate day, Done<store::LinkUse> done) override { inner.readUse(day, done); }
        void addUse(const store::LinkUse &more, Done<> done) override { inner.addUse(more, done); }

        MemoryOutbox inner;
        QSemaphore &accepted;
    };

    QSemaphore accepted;
    std::atomic<QThread *> outboxThread = nullptr;
    std::atomic<QThread *> transportThread = nullptr;
    SyncThread sync(
        [&] {
            outboxThread = QThread::currentThread();
            return std::make_unique<SignallingOutbox>(contents, accepted);
        },
        [&](const ServerSettings &settings) {
            transportThread = QThread::currentThread();
            return std::make_unique<OpenRosaTransport>(settings, systemClock());
        },
        systemClock());
    QList<ScreeningId> acknowledged;
    QObject::connect(&sync, &SyncThread::recordAcknowledged, &sync, [&](ScreeningId id) {
        CHECK(QThread::currentThread() == sync.thread());
        acknowledged.append(id);
    });
    sync.configure(settingsFor(server));
    REQUIRE(accepted.tryAcquire(5, 30'000));  // the GUI thread stands still here
    CHECK(acknowledged.isEmpty());
    CHECK(outboxThread != QThread::currentThread());
    CHECK(outboxThread == transportThread);
    CHECK(eventually([&] { return acknowledged.size() == 5; }));
    CHECK(eventually([&] { return sync.status().waiting == 0 && sync.status().lastSuccess.has_value(); }));
}

TEST_CASE("the sync thread ends at once, even while a server is silent", "[sync]")
{
    ServerProcess server;
    server.inject(QStringLiteral("always POST hang"));
    auto contents = std::make_shared<OutboxContents>();
    contents->add(QStringLiteral("uuid:1"));
    QElapsedTimer timer;
    {
        SyncThread sync([&] { return std::make_unique<MemoryOutbox>(contents, systemClock()); },
                        openRosa(60s), systemClock());
        sync.configure(settingsFor(server));
        REQUIRE(eventually([&] { return server.count(QStringLiteral("POST")) == 1; }));
        timer.start();
    }
    CHECK(timer.elapsed() < 60'000);  // when the transport would have given up
    CHECK(contents->row(QStringLiteral("uuid:1")).state == State::Sending);
}
