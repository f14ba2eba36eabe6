// The real store at one end, the real server at the other.

#include "sync/store_outbox.h"

#include "openrosa_server/server_process.h"
#include "store/backup.h"
#include "store/store_queue.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/odk_recipient.h"
#include "support/test_store.h"
#include "sync/openrosa/openrosa_transport.h"
#include "sync/server_repository.h"
#include "sync/sync_thread.h"

#include <QDir>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::sync;
using amparo::test::eventually;
using amparo::test::require;
using amparo::test::ServerProcess;
using amparo::test::TestStore;

namespace {

QByteArray submissionOf(const record::Screening &screening)
{
    return "<?xml version=\"1.0\"?>\r\n<data id=\"checklist\" "
           "xmlns:orx=\"http://openrosa.org/xforms\"><orx:meta>"
           "<orx:instanceID>" +
           screening.instanceId.toUtf8() + "</orx:instanceID></orx:meta><a>\xc3\xb1</a></data>\n";
}

/// As the store has frozen it.
QByteArray frozen(TestStore &store, const record::Screening &screening)
{
    return require(store->screenings().submission(screening.id));
}

record::Screening addFinal(TestStore &store, record::Decision decision = record::Decision::Clear)
{
    record::Screening screening = test::decided(store.addDraft());
    screening.verdict->decision = decision;
    require(store->screenings().finalise(screening, submissionOf(screening)));
    return screening;
}

std::unique_ptr<SyncThread> startSync(store::StoreQueue &queue, const Clock &clock)
{
    return std::make_unique<SyncThread>([&queue] { return std::make_unique<StoreOutbox>(queue); },
                                        [&clock](const ServerSettings &settings) {
                                            return std::make_unique<openrosa::OpenRosaTransport>(settings,
                                                                                                 clock);
                                        },
                                        clock);
}

ServerSettings settingsFor(const ServerProcess &server)
{
    return require(parseServerAddress(server.baseUrl().toString()));
}

store::OutboxItem itemOf(TestStore &store, ScreeningId id)
{
    const auto item = require(store->outbox().find(id));
    REQUIRE(item);
    return *item;
}

}  // namespace

TEST_CASE("a post's records go from its store to the server, urgent ones first, and their receipts come back",
          "[sync]")
{
    TestStore store;
    ServerProcess server;
    const auto first = addFinal(store);
    const auto urgent = addFinal(store, record::Decision::UrgentProtection);
    const std::map<QString, QByteArray> sent{{first.instanceId, frozen(store, first)},
                                             {urgent.instanceId, frozen(store, urgent)}};
    {
        store::StoreQueue queue(store.take());
        const auto sync = startSync(queue, store.clock);
        QList<ScreeningId> acknowledged;
        QObject::connect(sync.get(), &SyncThread::recordAcknowledged, sync.get(),
                         [&](ScreeningId id) { acknowledged.append(id); });
        sync->configure(settingsFor(server));
        REQUIRE(eventually([&] { return acknowledged.size() == 2; }));
        CHECK(acknowledged == QList<ScreeningId>{urgent.id, first.id});
    }
    CHECK(server.archive() == sent);
    require(store.open());
    const auto item = itemOf(store, first.id);
    CHECK(item.state == record::State::Acknowledged);
    REQUIRE(item.receipt);
    CHECK(item.receipt->status == 201);
    CHECK(item.receipt->receivedAt == store.clock.utcNow());
    CHECK(item.receipt->server == settingsFor(server).address.toString());
}

TEST_CASE("a receipt that cannot be kept costs no other record its own", "[sync][SEC-S1]")
{
    TestStore store;
    const auto sent = addFinal(store);
    require(store->outbox().take(1));
    const auto waiting = addFinal(store);
    const store::Receipt receipt{store.clock.utcNow(), QStringLiteral("https://server"), 201, {}};
    QHash<ScreeningId, std::optional<ErrorCode>> kept;
    {
        store::StoreQueue queue(store.take());
        StoreOutbox outbox(queue);
        for (const ScreeningId id : {sent.id, waiting.id})
            outbox.acknowledge(id, receipt, [&kept, id](const Result<> &result) {
                kept[id] = result ? std::nullopt : std::optional(result.error().code);
            });
        REQUIRE(eventually([&] { return kept.size() == 2; }));
    }
    CHECK(kept[sent.id] == std::nullopt);
    CHECK(kept[waiting.id] == ErrorCode::Conflict);
    require(store.open());
    CHECK(itemOf(store, sent.id).state == record::State::Acknowledged);
    CHECK(itemOf(store, waiting.id).state == record::State::Queued);
}

TEST_CASE("what goes with a record reaches the server under its name", "[sync]")
{
    TestStore store;
    ServerProcess server;
    const record::Screening screening = test::decided(store.addDraft());
    const QByteArray log = "event,node,start,end\nform start,,1772460000000,\n";
    const QByteArray xml =
        submissionOf(screening).replace("<a>", "<orx:meta><orx:audit>audit.csv</orx:audit></orx:meta><a>");
    require(store->screenings().finalise(screening, xml, {{QStringLiteral("audit.csv"), log}}));
    {
        store::StoreQueue queue(store.take());
        const auto sync = startSync(queue, store.clock);
        sync->configure(settingsFor(server));
        REQUIRE(eventually([&] { return sync->status().lastSuccess && sync->status().waiting == 0; }));
    }
    CHECK(server.attachment(screening.instanceId, QStringLiteral("audit.csv")) == log);
}

TEST_CASE("a record that is encrypted for headquarters reaches the server as ODK servers expect it", "[sync]")
{
    TestStore store;
    ServerProcess server;
    const test::OdkRecipient recipient;
    require(store->forms().receive({QStringLiteral("sealed"),
                                    QStringLiteral("1"),
                                    test::sealedForm(recipient.publicKey().toBase64()),
                                    {}}));
    record::Screening draft = store.aDraft();
    draft.formId = QStringLiteral("sealed");
    const record::Screening screening = test::decided(store.addDraft(draft));
    require(store->screenings().finalise(screening, submissionOf(screening)));
    const QByteArray clear = frozen(store, screening);
    {
        store::StoreQueue queue(store.take());
        const auto sync = startSync(queue, store.clock);
        sync->configure(settingsFor(server));
        REQUIRE(eventually([&] { return sync->status().lastSuccess && sync->status().waiting == 0; }));
    }
    const QString file = QStringLiteral("submission.xml.enc");
    const auto encrypted = server.attachment(screening.instanceId, file);
    REQUIRE(encrypted);
    const auto record = recipient.decrypt(server.archive().at(screening.instanceId), {{file, *encrypted}});
    CHECK(record.xml == clear);
    CHECK(record.isSound);
}

TEST_CASE("[SEC-S2] a record that the server refuses stays in the store with the server's words", "[sync]")
{
    TestStore store;
    ServerProcess server;
    server.inject(QStringLiteral("POST status 400"));
    const auto poison = addFinal(store);
    const auto sound = addFinal(store);
    {
        store::StoreQueue queue(store.take());
        const auto sync = startSync(queue, store.clock);
        sync->configure(settingsFor(server));
        REQUIRE(eventually([&] { return sync->status().quarantined == 1 && sync->status().waiting == 0; }));
    }
    require(store.open());
    CHECK(itemOf(store, poison.id).state == record::State::Quarantined);
    CHECK(itemOf(store, poison.id).lastError == QStringLiteral("rejected-400"));
    CHECK(itemOf(store, poison.id).serverMessage == QStringLiteral("as the script says: 400"));
    CHECK(itemOf(store, sound.id).state == record::State::Acknowledged);
}

TEST_CASE("[SEC-S1] a record whose answer got lost with the program is sent again at the next start",
          "[sync]")
{
    TestStore store;
    ServerProcess server;
    server.inject(QStringLiteral("POST hang"));
    const auto screening = addFinal(store);
    {
        store::StoreQueue queue(store.take());
        const auto sync = startSync(queue, store.clock);
        sync->configure(settingsFor(server));
        REQUIRE(eventually([&] { return server.count(QStringLiteral("POST")) == 1; }));
    }
    require(store.open());
    {
        store::StoreQueue queue(store.take());
        const auto sync = startSync(queue, store.clock);
        sync->configure(settingsFor(server));
        REQUIRE(eventually([&] { return sync->status().waiting == 0 && sync->status().lastSuccess; }));
    }
    require(store.open());
    CHECK(itemOf(store, screening.id).state == record::State::Acknowledged);
    CHECK(itemOf(store, screening.id).attempts == 2);
    CHECK(server.archive().at(screening.instanceId) == frozen(store, screening));
}

TEST_CASE("a record waits while the server is away and goes when somebody asks for it", "[sync]")
{
    TestStore store;
    ServerProcess server;
    server.inject(QStringLiteral("POST status 500"));
    addFinal(store);
    store::StoreQueue queue(store.take());
    const auto sync = startSync(queue, store.clock);
    sync->configure(settingsFor(server));
    REQUIRE(eventually(
        [&] { return sync->status().lastTrouble == Trouble::ServerFault && !sync->status().isSending; }));
    CHECK(sync->status().waiting == 1);
    CHECK(sync->status().lastHttpStatus == 500);
    sync->sendNow();
    CHECK(eventually([&] { return sync->status().waiting == 0; }));
    CHECK(server.archive().size() == 1);
}

TEST_CASE("[SEC-S7] the server's address and token are in the store and nowhere beside it", "[sync]")
{
    TestStore store;
    store.signIn(store.administrator());
    ServerSettings settings =
        require(parseServerAddress(QStringLiteral("https://odk.example.org/v1/key/s3cr3t-t0ken/projects/7")));
    settings.deviceId = QStringLiteral("PE-DES-01");
    CHECK(require(ServerRepository(store->settings()).find()) == std::nullopt);
    require(ServerRepository(store->settings()).set(settings));
    store.reopen();
    CHECK(require(ServerRepository(store->settings()).find()) == settings);

    const QFileInfoList files = QDir(store.folder()).entryInfoList(QDir::Files | QDir::Hidden);
    REQUIRE(files.size() > 1);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains("s3cr3t-t0ken"));
    }

    require(ServerRepository(store->settings())
                .remove(require(store->approve(record::Permission::SetPolicies, store.lead().loginName,
                                               test::aPassphrase()))));
    CHECK(require(ServerRepository(store->settings()).find()) == std::nullopt);
}

TEST_CASE("[SEC-D5] a restored post and its server agree: nothing twice, nothing skipped", "[sync]")
{
    TestStore store;
    ServerProcess server;
    const QTemporaryDir elsewhere(test::quickFolder());
    const QString backup = elsewhere.filePath(QStringLiteral("backup"));
    const QString folder = elsewhere.filePath(QStringLiteral("store"));
    const auto sync = [&](std::unique_ptr<store::Store> opened) {
        store::StoreQueue queue(std::move(opened));
        const auto thread = startSync(queue, store.clock);
        thread->configure(settingsFor(server));
        REQUIRE(eventually([&] { return thread->status().waiting == 0 && thread->status().lastSuccess; }));
    };
    const auto receivedBefore = addFinal(store);
    sync(store.take());
    require(store.open());
    const auto receivedAfter = addFinal(store);  // after the backup the server takes it
    auto copy = require(store->beginBackup(backup));
    require(store->finishBackup(std::move(copy)));
    const auto lost = addFinal(store);  // the server has it, the backup has not
    sync(store.take());
    const auto archive = server.archive();
    REQUIRE(archive.size() == 3);

    require(store::restoreBackup(backup, folder, QStringLiteral("lead"), test::aPassphrase(), store.clock));
    const auto open = [&] {
        return require(store::Store::open(folder, QStringLiteral("lead"), test::aPassphrase(), store.clock));
    };
    sync(open());
    CHECK(server.archive() == archive);
    for (const QJsonObject &request : server.requests())
        CHECK(request[QLatin1String("kept")] != QStringLiteral("conflict"));
    const auto restored = open();
    CHECK(require(restored->outbox().counts()) == store::OutboxCounts{0, 0, 2, 0});
    for (const ScreeningId id : {receivedBefore.id, receivedAfter.id})
        CHECK(require(restored->outbox().find(id))->receipt.has_value());
    CHECK_FALSE(require(restored->screenings().find(lost.id)));
}

TEST_CASE("a covering note is made for the way that carries it, and for no other", "[sync][relay]")
{
    TestStore store;
    addFinal(store);
    store::StoreQueue queue(store.take());
    StoreOutbox outbox(queue);
    const auto notes = GENERATE(Outbox::Notes::With, Outbox::Notes::Without);
    std::optional<Result<QList<OutboxEntry>>> taken;
    outbox.take(1, Outbox::Which::Every, notes, [&](const auto &entries) { taken = entries; });
    REQUIRE(eventually([&] { return taken.has_value(); }));
    REQUIRE(require(*taken).size() == 1);
    CHECK(require(*taken).first().parcel.note.isEmpty() == (notes == Outbox::Notes::Without));
}
