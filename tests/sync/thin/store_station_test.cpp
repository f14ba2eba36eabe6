// The real store at one end, a gateway at the other.

#include "sync/thin/store_station.h"

#include "exchange/receipt.h"
#include "store/store_queue.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/test_store.h"
#include "sync/store_outbox.h"
#include "sync/sync_thread.h"
#include "sync/thin/paired_transport.h"
#include "thin_server/thin_server.h"

#include <QFile>

using namespace amparo;
using namespace amparo::sync;
using amparo::test::eventually;
using amparo::test::require;
using amparo::test::TestStore;
using amparo::test::ThinServer;

namespace {

ServerSettings settingsFor(const ThinServer &server)
{
    ServerSettings settings = require(parseServerAddress(server.url().toString()));
    settings.protocol = Protocol::Thin;
    return settings;
}

std::unique_ptr<SyncThread> startThinSync(store::StoreQueue &queue, const Clock &clock)
{
    return std::make_unique<SyncThread>(
        [&queue] { return std::make_unique<StoreOutbox>(queue); },
        [&](const ServerSettings &settings) {
            return std::make_unique<thin::PairedTransport>(settings, clock, [&queue, settings] {
                return std::make_unique<thin::StoreStation>(queue, settings.address.toString());
            });
        },
        clock);
}

/// Sends until `count` records were acknowledged.
void sendAll(TestStore &store, const ServerSettings &settings, int count)
{
    store::StoreQueue queue(store.take());
    const auto sync = startThinSync(queue, store.clock);
    int acknowledged = 0;
    QObject::connect(sync.get(), &SyncThread::recordAcknowledged, sync.get(), [&] { ++acknowledged; });
    sync->configure(settings);
    REQUIRE(eventually([&] { return acknowledged == count; }));
}

}  // namespace

TEST_CASE("a post's records go in a batch, and their receipts are kept and prove them", "[thin][SEC-S4]")
{
    TestStore store;
    ThinServer server;
    QList<record::Screening> screenings;
    for (int i = 0; i < 3; ++i)
        screenings.append(store.addFinal());
    sendAll(store, settingsFor(server), 3);

    CHECK(server.batches().size() == 1);
    require(store.open());
    for (const record::Screening &screening : screenings) {
        const QByteArray frozen = require(store->screenings().submission(screening.id));
        CHECK(server.records().value(screening.instanceId) == frozen);
        const auto item = require(store->outbox().find(screening.id));
        REQUIRE((item && item->receipt));
        const exchange::Receipt receipt = require(exchange::decodeReceipt(item->receipt->proof));
        CHECK(exchange::isGenuine(receipt, server.publicKey()));
        CHECK(receipt.record.contentHash == exchange::contentHash({{}, {}, {}, frozen, {}}));
        CHECK(receipt.storeId == store->id().value().toRfc4122());
    }
    CHECK(server.batches().first().items.first().formVersion == QStringLiteral("1"));
    CHECK(require(store->batches().serverKey(settingsFor(server).address.toString())) == server.publicKey());
}

TEST_CASE("the key that the server showed first counts after a restart as well", "[thin][SEC-S7]")
{
    TestStore store;
    ThinServer server;
    store.addFinal();
    sendAll(store, settingsFor(server), 1);
    require(store.open());
    const auto screening = store.addFinal();
    server.changeKey();
    {
        store::StoreQueue queue(store.take());
        const auto sync = startThinSync(queue, store.clock);
        sync->configure(settingsFor(server));
        REQUIRE(eventually([&] { return sync->status().lastTrouble == Trouble::Untrusted; }));
    }
    CHECK(server.records().size() == 1);
    require(store.open());
    CHECK(require(store->outbox().find(screening.id))->state == record::State::Queued);
}

TEST_CASE(
    "[SEC-D5] a store that finds itself behind the server's knowledge begins a new generation and says so",
    "[thin]")
{
    TestStore store;
    ThinServer server;
    const auto known = store.addFinal();
    store.close();
    const QStringList files{QStringLiteral("store.amparo"), QStringLiteral("mark.amparo")};
    for (const QString &file : files)
        REQUIRE(QFile::copy(store.path(file), store.path(QStringLiteral("older-") + file)));
    require(store.open());
    sendAll(store, settingsFor(server), 1);

    // Both the store and its mark are set back, as an image of the computer's disk does: nothing here can
    // tell.
    for (const QString &file : files) {
        REQUIRE(QFile::remove(store.path(file)));
        REQUIRE(QFile::rename(store.path(QStringLiteral("older-") + file), store.path(file)));
    }
    require(store.open());
    CHECK_FALSE(store->pastTrouble());
    const auto before = require(store->generation());
    const auto fresh = store.addFinal();
    sendAll(store, settingsFor(server), 2);

    require(store.open());
    CHECK(require(store->generation()) != before);
    CHECK(require(store->beginning()).why == store::AuditAction::CopyNoticed);
    CHECK(server.records().size() == 2);
    CHECK(server.batches().last().items.size() == 1);
    for (const ScreeningId id : {known.id, fresh.id})
        CHECK(require(store->outbox().find(id))->receipt.has_value());
    CHECK_FALSE(require(store->audit().verify()).firstBroken);
}
