// The thread that the engine lives in, with a real server.

#include "openrosa_server/server_process.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "sync/memory_outbox.h"
#include "sync/openrosa/openrosa_transport.h"
#include "sync/sync_thread.h"

#include <QSemaphore>

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

}  // namespace

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
        void take(int most, Which which, Notes notes, Done<QList<OutboxEntry>> done) override
        {
            inner.take(most, which, notes, done);
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
