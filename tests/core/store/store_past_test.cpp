// What a store notices of its own past: security design, D5, S5 and T2.
#include "store/checkpoint.h"
#include "store/database.h"

#include "support/catch.h"
#include "support/test_store.h"

#include <QFile>

using namespace amparo;
using namespace amparo::store;
using test::auditEntries;
using test::require;
using test::TestStore;
using namespace std::chrono_literals;

namespace {

/// The entries since `sequence`, by what they say.
QList<AuditAction> actionsAfter(TestStore &store, qint64 sequence)
{
    QList<AuditAction> actions;
    const auto entries = auditEntries(store->audit(), sequence);
    for (const AuditEntry &entry : entries)
        actions.append(entry.action);
    return actions;
}

void receive(TestStore &store, ScreeningId id)
{
    const auto taken = require(store->outbox().takeNext());
    REQUIRE(taken);
    REQUIRE(taken->item.screening == id);
    require(
        store->outbox().acknowledge(id, {store.clock.utcNow(), QStringLiteral("https://server"), 201, {}}));
}

}  // namespace

TEST_CASE("a store that was closed and opened again notices nothing", "[store][SEC-D5]")
{
    TestStore store;
    store.reopen();
    store.addFinal();
    const qint64 end = require(store->audit().head()).sequence;
    const GenerationId generation = require(store->generation());
    store.reopen();
    CHECK_FALSE(store->pastTrouble());
    CHECK(actionsAfter(store, end) == QList{AuditAction::SignedIn});
    CHECK(require(store->generation()) == generation);
}

TEST_CASE("[SEC-D5] an older copy put back is noticed, becomes another generation and asks the server again",
          "[store]")
{
    TestStore store;
    const auto waiting = store.addFinal();
    const auto refused = store.addFinal();
    require(store->outbox().takeNext());
    require(store->outbox().takeNext());
    require(store->outbox().quarantine(refused.id, QStringLiteral("rejected-409"), {}));
    const qint64 end = require(store->audit().head()).sequence;
    store.close();
    const QString database = store.path(QStringLiteral("store.amparo"));
    const QString older = store.path(QStringLiteral("older"));
    REQUIRE(QFile::copy(database, older));
    store.reopen();
    const GenerationId before = require(store->generation());
    store.addFinal();
    const qint64 known = require(store->audit().head()).sequence;
    store.close();
    REQUIRE(QFile::remove(database));
    REQUIRE(QFile::rename(older, database));

    store.reopen();
    REQUIRE(store->pastTrouble());
    CHECK(*store->pastTrouble() == PastTrouble{PastTrouble::Kind::OlderCopy, known, end});
    CHECK(actionsAfter(store, end) == QList{AuditAction::OlderCopyNoticed, AuditAction::SignedIn});
    CHECK(require(store->generation()) != before);
    const Beginning beginning{require(store->generation()), AuditAction::OlderCopyNoticed,
                              store.clock.utcNow()};
    CHECK(require(store->beginning()) == beginning);
    CHECK(require(store->checkpoints().generations()).size() == 2);
    CHECK(require(store->outbox().counts()) == OutboxCounts{2, 0, 0, 0});
    CHECK(require(store->outbox().find(waiting.id))->state == record::State::Queued);

    store.reopen();  // told once
    CHECK_FALSE(store->pastTrouble());
    CHECK(require(store->checkpoints().generations()).size() == 2);
    CHECK(require(store->beginning()) == beginning);  // and known
}

TEST_CASE("a lost or foreign mark is noted, and no more", "[store][SEC-D5]")
{
    TestStore store;
    const qint64 end = require(store->audit().head()).sequence;
    store.close();
    const QString path = store.path(QStringLiteral("mark.amparo"));
    SECTION("lost") { REQUIRE(QFile::remove(path)); }
    SECTION("of another store")
    {
        TestStore other(TestStore::Kind::Another);
        other.close();
        REQUIRE(QFile::remove(path));
        REQUIRE(QFile::copy(other.path(QStringLiteral("mark.amparo")), path));
    }
    SECTION("damaged")
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.resize(file.size() - 1));
    }
    store.reopen();
    CHECK_FALSE(store->pastTrouble());
    CHECK(actionsAfter(store, end) == QList{AuditAction::MarkMissing, AuditAction::SignedIn});
    store.reopen();
    CHECK(actionsAfter(store, end + 2) == QList{AuditAction::SignedIn});
}

TEST_CASE("[SEC-S5] a clock that is set by more than five minutes leaves an entry with the seconds",
          "[store]")
{
    TestStore store;
    require(store->audit().record(AuditAction::ReportExported, {}));
    const qint64 end = require(store->audit().head()).sequence;
    struct Row {
        qint64 seconds;
        bool isTold;
    };
    const auto row = GENERATE(values<Row>({{301, true}, {-301, true}, {299, false}, {-299, false}}));
    CAPTURE(row.seconds);
    store.clock.advance(8h);
    store.clock.set(store.clock.utcNow().addSecs(row.seconds));
    SECTION("while the store is open") { require(store->audit().record(AuditAction::ReportExported, {})); }
    SECTION("while it was closed, on the same day of the computer") { store.reopen(); }
    const auto entries = auditEntries(store->audit(), end);
    REQUIRE(entries.size() == (row.isTold ? 2 : 1));
    if (row.isTold) {
        CHECK(entries.first().action == AuditAction::ClockChanged);
        CHECK(entries.first().detail == QString::number(row.seconds));
    }
}

TEST_CASE("[SEC-D5] what the server has acknowledged goes out again only with an entry that says so",
          "[store]")
{
    TestStore store;
    const auto first = store.addFinal();
    receive(store, first.id);
    store.clock.advance(24h);
    const auto second = store.addFinal();
    receive(store, second.id);

    SECTION("one that the server lacks")
    {
        const qint64 end = require(store->audit().head()).sequence;
        require(store->outbox().requeueLost(first.id));
        CHECK(require(store->outbox().counts()) == OutboxCounts{1, 0, 1, 0});
        CHECK(actionsAfter(store, end) == QList{AuditAction::RecordRequeued});
        CHECK(test::errorOf(store->outbox().requeueLost(first.id)) == ErrorCode::Conflict);
        receive(store, first.id);
    }
    SECTION("those of a server that was set back to yesterday")
    {
        CHECK(require(store->outbox().requeueReceivedSince(store.clock.utcNow().addSecs(-60))) == 1);
        CHECK(require(store->outbox().find(second.id))->state == record::State::Queued);
        CHECK(require(store->outbox().find(first.id))->state == record::State::Acknowledged);
    }
    SECTION("not without")
    {
        const QByteArray withoutReceipt =
            "UPDATE outbox SET state = 'queued', receipt_at = NULL, receipt_server"
            " = NULL, receipt_status = NULL, receipt_message = NULL";
        CHECK_FALSE(store.execute(withoutReceipt));
        CHECK(require(store->outbox().counts()).acknowledged == 2);
    }
}

TEST_CASE("[SEC-D5] batches at the server that were never given out are another copy's", "[store]")
{
    TestStore store;
    const auto sent = store.addFinal();
    require(store->outbox().takeNext());
    const GenerationId before = require(store->generation());
    const auto sender = require(store->batches().next());
    REQUIRE(sender.sequence == 1);
    REQUIRE(sender.isFirstLife);
    const qint64 end = require(store->audit().head()).sequence;

    CHECK_FALSE(require(store->compareWithServer(before, 1)));
    CHECK_FALSE(require(store->compareWithServer(before, 1, 2)));
    CHECK_FALSE(require(store->compareWithServer(GenerationId::create(), 9)));  // of another life
    CHECK(actionsAfter(store, end).isEmpty());
    SECTION("a later one")
    {
        CHECK(require(store->compareWithServer(before, 2)));
        CHECK(
            auditEntries(store->audit(), end).first().detail.startsWith(QStringLiteral("known=1 found=2 ")));
    }
    SECTION("the next one, which is still here") { CHECK(require(store->compareWithServer(before, 1, 1))); }
    CHECK(actionsAfter(store, end) == QList{AuditAction::CopyNoticed});
    CHECK(require(store->generation()) != before);
    const auto next = require(store->batches().next());
    CHECK(next.sequence == 1);
    CHECK_FALSE(next.isFirstLife);
    CHECK_FALSE(require(store->compareWithServer(before, 2)));  // told once
    // What is being sent goes on.
    require(store->outbox().acknowledge(sent.id,
                                        {store.clock.utcNow(), QStringLiteral("https://server"), 201, {}}));
}
