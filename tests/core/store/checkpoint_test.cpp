// Who has the database key, and with it all that the station has, against checkpoints kept elsewhere:
// security design, T2.
#include "store/audit_check.h"
#include "store/checkpoint_text.h"
#include "store/database.h"

#include "support/catch.h"
#include "support/test_store.h"

#include <QFile>

using namespace amparo;
using namespace amparo::store;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using Kind = AuditFinding::Kind;

namespace {

const QByteArray dropGuards =
    "DROP TRIGGER audit_stays; DROP TRIGGER audit_is_kept; DROP TRIGGER audit_follows;"
    "DROP TRIGGER signing_key_stays; DROP TRIGGER signing_key_is_kept;"
    "DROP TRIGGER checkpoint_stays; DROP TRIGGER checkpoint_is_kept;"
    "DROP TRIGGER witness_only_grows; DROP TRIGGER witness_is_kept;";

/// A record as the server has it, byte for byte.
QByteArray send(TestStore &store)
{
    record::Screening screening = test::decided(store.addDraft());
    require(store->screenings().finalise(
        screening, "<data xmlns:orx=\"http://openrosa.org/xforms\"><orx:meta><orx:instanceID>" +
                       screening.instanceId.toUtf8() + "</orx:instanceID></orx:meta></data>"));
    const auto taken = require(store->outbox().takeNext());
    REQUIRE(taken);
    require(store->outbox().acknowledge(
        screening.id, {store.clock.utcNow(), QStringLiteral("https://server"), 201, QString()}));
    return taken->submissionXml;
}

Testimony testimonyOf(const QByteArray &submissionXml)
{
    const auto carried = readCarried(submissionXml);
    REQUIRE(carried);
    REQUIRE(carried->checkpoint);
    return {*carried->checkpoint, carried->instanceId};
}

AuditReport examine(TestStore &store, const QList<Testimony> &elsewhere)
{
    return require(examineLog(store->audit(), store->checkpoints(), store->id(), elsewhere));
}

/// The log from `entry` on is replaced by others that hold together, as with the key in hand.
void rewriteFrom(TestStore &store, qint64 entry, int entries)
{
    const record::Officer forger = store.administrator();
    const auto database = store.closeAndTakeDatabase();
    require(database->execute(dropGuards + "DELETE FROM checkpoint; DELETE FROM audit WHERE sequence >= " +
                              QByteArray::number(entry)));
    AuditLog log(*database, store.clock, forger);
    for (int i = 0; i < entries; ++i)
        require(log.record(AuditAction::ReportExported, QStringLiteral("forged")));
    QFile::remove(store.path(QStringLiteral("mark.amparo")));
}

}  // namespace

TEST_CASE("a submission carries the signed head of the log and stays the same otherwise", "[store][SEC-T2]")
{
    TestStore store;
    const AuditPoint before = require(store->audit().head());
    const QByteArray sent = send(store);
    const Testimony testimony = testimonyOf(sent);
    CHECK(testimony.checkpoint.point.sequence == before.sequence);
    CHECK(testimony.checkpoint.point.hash == before.hash);
    CHECK(testimony.checkpoint.store == store->id());
    CHECK(testimony.checkpoint.generation == require(store->generation()));
    CHECK(testimony.checkpoint.at == store.clock.utcNow());
    CHECK(testimony.checkpoint.isSignedBy(require(store->checkpoints().generations()).last().publicKey));
    CHECK(QByteArray(sent).replace(toXml(testimony.checkpoint), {}).endsWith("</orx:meta></data>"));
    CHECK(testimony.source.startsWith(QStringLiteral("uuid:")));
}

TEST_CASE("a signature holds for each part of a checkpoint", "[store][SEC-T2]")
{
    TestStore store;
    const Checkpoint checkpoint = require(store->checkpoints().sign());
    const QByteArray key = require(store->checkpoints().generations()).last().publicKey;
    REQUIRE(checkpoint.isSignedBy(key));
    Checkpoint other = checkpoint;
    SECTION("store") { other.store = StoreId::create(); }
    SECTION("generation") { other.generation = GenerationId::create(); }
    SECTION("entry") { ++other.point.sequence; }
    SECTION("hash") { other.point.hash[0] = char(other.point.hash[0] ^ 1); }
    SECTION("time") { other.at = other.at.addMSecs(1); }
    CHECK_FALSE(other.isSignedBy(key));
}

TEST_CASE("checkpoints are made at the end of a shift and of a batch, and the schema keeps them",
          "[store][SEC-T2]")
{
    TestStore store;
    CHECK(require(store->checkpoints().kept()).isEmpty());
    (void)send(store);
    CHECK_FALSE(require(store->outbox().takeNext()));  // the batch is over
    CHECK(require(store->checkpoints().kept()).size() == 1);
    CHECK_FALSE(require(store->outbox().takeNext()));
    CHECK(require(store->checkpoints().kept()).size() == 1);
    require(store->shifts().close(store.shift(), 3, {}));
    const auto kept = require(store->checkpoints().kept());
    REQUIRE(kept.size() == 2);
    const auto closing = auditEntries(store->audit(), kept.last().point.sequence - 1);
    REQUIRE(closing.size() == 2);
    CHECK(closing.first().action == AuditAction::ShiftClosed);
    CHECK(closing.last().action == AuditAction::CheckpointMade);
    CHECK_FALSE(store.execute("UPDATE checkpoint SET entry = 1"));
    CHECK_FALSE(store.execute("DELETE FROM checkpoint"));
    CHECK_FALSE(store.execute("DELETE FROM witness"));
    CHECK_FALSE(store.execute("UPDATE witness SET entry = entry - 1"));
    CHECK_FALSE(store.execute("UPDATE signing_key SET public_key = zeroblob(32)"));
}

TEST_CASE("the highest checkpoint that the server has is known", "[store][SEC-T2]")
{
    TestStore store;
    CHECK(require(store->checkpoints().witnessed()).isEmpty());
    (void)send(store);
    const Testimony last = testimonyOf(send(store));
    const auto witnessed = require(store->checkpoints().witnessed());
    REQUIRE(witnessed.size() == 1);
    CHECK(witnessed.first().point == last.checkpoint.point);
    CHECK(witnessed.first().instanceId == last.source);
}

TEST_CASE("what the server has agrees with an honest log, also after a change of key", "[store][SEC-T2]")
{
    TestStore store;
    QList<Testimony> elsewhere{testimonyOf(send(store))};
    auto copy = require(store->beginKeyRotation());
    require(store->finishKeyRotation(std::move(copy)));
    elsewhere.append(testimonyOf(send(store)));
    store.reopen();
    const AuditReport report = examine(store, elsewhere);
    CHECK(report.findings.isEmpty());
    CHECK(report.compared == 2);
    CHECK(report.generations.size() == 1);
    CHECK_FALSE(store->pastTrouble());
}

TEST_CASE("[SEC-T2] with the key in hand nobody changes what the server has a checkpoint of", "[store]")
{
    TestStore store;
    const Testimony first = testimonyOf(send(store));
    const Testimony second = testimonyOf(send(store));
    const Testimony last = testimonyOf(send(store));
    const QList<Testimony> elsewhere{last, first, second};
    const qint64 end = require(store->audit().head()).sequence;
    REQUIRE(examine(store, elsewhere).findings.isEmpty());

    SECTION("an entry is changed")
    {
        REQUIRE(store.execute(dropGuards + "UPDATE audit SET detail = 'x' WHERE sequence = 2"));
        const auto findings = examine(store, elsewhere).findings;
        REQUIRE(findings.size() == 1);
        CHECK(findings.first() == AuditFinding{Kind::Changed, 2, 1, {}});
    }
    SECTION("an entry is left out")
    {
        REQUIRE(store.execute(dropGuards + "DELETE FROM audit WHERE sequence = 4"));
        CHECK(examine(store, elsewhere).findings.value(0) == AuditFinding{Kind::Missing, 4, 3, {}});
    }
    SECTION("two entries change places")
    {
        REQUIRE(store.execute(dropGuards + "UPDATE audit SET sequence = 99 WHERE sequence = 4;"
                                           "UPDATE audit SET sequence = 4 WHERE sequence = 5;"
                                           "UPDATE audit SET sequence = 5 WHERE sequence = 99"));
        CHECK(examine(store, elsewhere).findings.value(0) == AuditFinding{Kind::Changed, 4, 3, {}});
    }
    SECTION("the tail is cut off, and what would tell it here removed")
    {
        rewriteFrom(store, first.checkpoint.point.sequence + 1, 0);
        store.reopen();
        const AuditReport report = examine(store, elsewhere);
        // The log has grown again by signing in; it agrees with itself, and with the first checkpoint.
        CHECK_FALSE(report.chain.firstBroken);
        REQUIRE_FALSE(report.findings.isEmpty());
        CHECK(report.compared == 1);
        CHECK(report.findings.last().source == last.source);
        CHECK(report.findings.last().kind == Kind::CutOff);
    }
    SECTION("the whole log is written anew, as long as before")
    {
        rewriteFrom(store, 2, int(end) - 1);
        store.reopen();
        const AuditReport report = examine(store, elsewhere);
        CHECK_FALSE(report.chain.firstBroken);
        REQUIRE(report.findings.size() == 3);
        CHECK(report.findings.first() ==
              AuditFinding{Kind::Rewritten, first.checkpoint.point.sequence, 0, first.source});
    }
    SECTION("from the middle on")
    {
        rewriteFrom(store, second.checkpoint.point.sequence, 12);
        store.reopen();
        const AuditReport report = examine(store, elsewhere);
        CHECK(report.compared == 1);
        REQUIRE(report.findings.size() == 2);
        CHECK(report.findings.first() == AuditFinding{Kind::Rewritten, second.checkpoint.point.sequence,
                                                      first.checkpoint.point.sequence, second.source});
    }
    SECTION("with another signing key in the store")
    {
        rewriteFrom(store, 2, int(end) - 1);
        REQUIRE(store.execute("UPDATE signing_key SET public_key = randomblob(32)"));
        CHECK(examine(store, {first}).findings.value(0).kind == Kind::OtherKey);
    }
    SECTION("as a generation that the server has never heard of")
    {
        rewriteFrom(store, 2, int(end) - 1);
        REQUIRE(store.execute("PRAGMA foreign_keys=OFF; DELETE FROM witness;"
                              "UPDATE signing_key SET generation = randomblob(16)"));
        CHECK(examine(store, {first}).findings.value(0).kind == Kind::UnknownGeneration);
    }
}

TEST_CASE("checkpoints of other posts say nothing of this one", "[store]")
{
    TestStore store;
    TestStore other(TestStore::Kind::Another);
    const AuditReport report = examine(store, {testimonyOf(send(other))});
    CHECK(report.foreign == 1);
    CHECK(report.compared == 0);
    CHECK(report.findings.isEmpty());
}

TEST_CASE("a checkpoint goes out on paper and comes back the same, or is refused", "[store][SEC-T2]")
{
    TestStore store;
    const KeptElsewhere kept{require(store->checkpoints().make()),
                             require(store->checkpoints().generations()).last().publicKey};
    QJsonObject object = toJson(kept);
    CHECK(require(keptElsewhereFromJson(object)) == kept);
    const QString part = GENERATE(as<QString>(), QStringLiteral("entry"), QStringLiteral("hash"),
                                  QStringLiteral("signature"), QStringLiteral("key"), QStringLiteral("at"));
    CAPTURE(part);
    SECTION("without a part") { object.remove(part); }
    SECTION("with another") { object[part] = QStringLiteral("7"); }
    CHECK(errorOf(keptElsewhereFromJson(object)) == ErrorCode::InvalidInput);
}

TEST_CASE("what a server hands out is read within bounds", "[store][SEC-I1]")
{
    CHECK_FALSE(readCarried("<!DOCTYPE data [<!ENTITY a 'b'>]><data>&a;</data>"));
    CHECK_FALSE(readCarried("<data><meta></data>"));
    CHECK_FALSE(readCarried("no XML"));
    const auto without = readCarried("<data><meta><instanceID>uuid:1</instanceID></meta></data>");
    REQUIRE(without);
    CHECK(without->instanceId == QStringLiteral("uuid:1"));
    CHECK_FALSE(without->checkpoint);
    const auto broken = readCarried("<data><checkpoint xmlns='urn:amparo:checkpoint:1' entry='-1'/></data>");
    REQUIRE(broken);
    CHECK_FALSE(broken->checkpoint);
}
