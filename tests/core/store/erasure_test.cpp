// What an erased record leaves, and the one way to erase one: security design, R2.
#include "store/salvage.h"

#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::store;
using record::ErasureReason;
using record::Permission;
using test::approval;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;
using test::zone;

namespace {

Result<> erase(TestStore &store, ScreeningId id)
{
    return store->erasures().erase(id, ErasureReason::CourtOrder, zone,
                                   approval(store, Permission::EraseRecords));
}

QList<AuditEntry> entriesOf(TestStore &store, AuditAction action)
{
    QList<AuditEntry> found = auditEntries(store->audit());
    found.removeIf([&](const AuditEntry &entry) { return entry.action != action; });
    return found;
}

}  // namespace

TEST_CASE("an erased record leaves its ids, the time, the reason and the receipt", "[store][SEC-R2][SEC-S4]")
{
    TestStore store;
    const auto screening = store.addFinal();
    const auto receivedAt = store.clock.utcNow();
    store.deliver();
    store.clock.advance(std::chrono::hours(1));
    require(erase(store, screening.id));

    const auto erased = require(store->erasures().find(screening.id));
    REQUIRE(erased);
    CHECK(erased->tombstone == record::Tombstone{screening.id, screening.instanceId, store.clock.utcNow(),
                                                 ErasureReason::CourtOrder});
    CHECK(erased->receipt == Receipt{receivedAt, text("https://central.example"), 201, {}});
    CHECK(require(store->erasures().erasedAfter(0, 10)) == QList<Erased>{*erased});
    CHECK(require(store->erasures().erasedAfter(erased->sequence, 10)).isEmpty());
    CHECK(require(store->outbox().counts()).acknowledged == 1);

    CHECK_FALSE(require(store->screenings().find(screening.id)));
    CHECK_FALSE(require(store->outbox().find(screening.id)));
    CHECK(errorOf(store->screenings().submission(screening.id)) == ErrorCode::NotFound);
    CHECK(require(store->screenings().page({text("eriksson"), {}, {}, {}}, 10)).screenings.isEmpty());
    const auto told = entriesOf(store, AuditAction::RecordErased);
    REQUIRE(told.size() == 1);
    CHECK(told.first().subject == screening.id.toText());
    CHECK(told.first().detail == text("court-order"));
}

TEST_CASE("what the server has signed stays when the record goes", "[store][SEC-R2][SEC-S4]")
{
    TestStore store;
    const auto screening = store.addFinal();
    const Receipt receipt{store.clock.utcNow(), text("https://gateway.example"), 201, {}, "signed"};
    require(store->outbox().takeNext());
    require(store->outbox().acknowledge(screening.id, receipt));

    CHECK_FALSE(store.execute(
        "INSERT INTO erasure (sequence, id, instance_id, erased_at, reason, receipt_at, receipt_server,"
        " receipt_status) SELECT s.sequence, s.id, s.instance_id, '2026-03-02T14:00:00.000Z', 'court-order',"
        " o.receipt_at, o.receipt_server, o.receipt_status FROM screening s JOIN outbox o USING (sequence)"));
    require(erase(store, screening.id));
    const auto erased = require(store->erasures().find(screening.id));
    REQUIRE(erased);
    CHECK(erased->receipt == receipt);
}

TEST_CASE("no table keeps a row of an erased record", "[store][SEC-R2]")
{
    TestStore store;
    const auto draft = store.addDraft();
    auto final = test::decided(store.aDraft());
    final.encounter = draft.encounter;
    store.addDraft(final);
    require(store->screenings().finalise(final, "<data/>", {{text("photo.jpg"), "pixels"}}));
    require(store->consents().give(final.id, {record::ConsentScope::Needs}, text("pe-shelter-01")));
    require(erase(store, final.id));

    const auto database = store.closeAndTakeDatabase();
    const auto tables = require(database->all(
        "SELECT t.name, f.\"from\" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f"
        " WHERE f.\"table\" IN ('screening', 'submission') AND f.\"to\" = 'sequence'",
        [](const Row &row) { return std::pair(row.get<QString>(0), row.get<QString>(1)); }));
    CHECK(tables.size() >= 7);
    for (const auto &[table, column] : tables) {
        CAPTURE(table);
        CHECK(require(database->value<int>(
                  text("SELECT count(*) FROM %1").arg(table).toUtf8().constData())) == 0);
    }
    CHECK(require(database->value<int>("SELECT count(*) FROM screening")) == 0);
    CHECK(require(database->checkIntegrity(Database::Check::Full).map([] { return true; })));
}

TEST_CASE("all records of the person go at once, drafts among them", "[store][SEC-R2]")
{
    TestStore store;
    const auto primary = store.addFinal();
    auto second = store.aDraft();
    second.encounter = primary.encounter;
    second.line = record::Line::Second;
    store.addDraft(second);
    const auto other = store.addFinal();
    require(erase(store, second.id));
    CHECK(require(store->erasures().find(primary.id)));
    CHECK(require(store->erasures().find(second.id))->tombstone.instanceId.isEmpty());
    CHECK_FALSE(require(store->erasures().find(other.id)));
    CHECK(require(store->screenings().find(other.id)));
}

TEST_CASE("erasing before term needs who may, a second person and a reason", "[store][SEC-A6][SEC-R2]")
{
    TestStore store;
    const auto screening = store.addFinal();
    auto &erasures = store->erasures();
    SECTION("an approval of something else")
    {
        CHECK(errorOf(erasures.erase(screening.id, ErasureReason::CourtOrder, zone,
                                     approval(store, Permission::ReleaseRecords))) == ErrorCode::Denied);
    }
    SECTION("a term is no reason")
    {
        CHECK(errorOf(erasures.erase(screening.id, ErasureReason::RecordTerm, zone,
                                     approval(store, Permission::EraseRecords))) == ErrorCode::InvalidInput);
    }
    SECTION("while it is being sent")
    {
        REQUIRE(require(store->outbox().takeNext()));
        CHECK(errorOf(erase(store, screening.id)) == ErrorCode::Conflict);
    }
    SECTION("an administrator erases nothing")
    {
        store.signIn(store.administrator());
        auto lead = require(store->approve(Permission::EraseRecords, text("lead"), test::aPassphrase()));
        CHECK(errorOf(store->erasures().erase(screening.id, ErasureReason::CourtOrder, zone,
                                              std::move(lead))) == ErrorCode::Denied);
    }
    CHECK_FALSE(require(store->erasures().find(screening.id)));
    CHECK(require(store->outbox().find(screening.id)));
    CHECK(entriesOf(store, AuditAction::RecordErased).isEmpty());
    CHECK(errorOf(store->erasures().find(ScreeningId::create())) == std::nullopt);
}

TEST_CASE("the schema knows one way to erase a record", "[store][SEC-R2]")
{
    TestStore store;
    const auto screening = store.addFinal();
    store.deliver();
    const QByteArray tombstone =
        "INSERT INTO erasure (sequence, id, instance_id, erased_at, reason, receipt_at, receipt_server,"
        " receipt_status) SELECT s.sequence, s.id, s.instance_id, '2026-03-02T14:00:00.000Z', %1"
        " FROM screening s JOIN outbox o USING (sequence)";
    const auto with = [&](const char *rest) { return QByteArray(tombstone).replace("%1", rest); };
    const QByteArray whole = with("'court-order', o.receipt_at, o.receipt_server, o.receipt_status");

    CHECK_FALSE(store.execute("DELETE FROM screening"));
    CHECK_FALSE(store.execute("DELETE FROM submission"));
    CHECK_FALSE(store.execute("DELETE FROM indicator_hit"));
    CHECK_FALSE(store.execute("DELETE FROM outbox"));
    CHECK_FALSE(store.execute("UPDATE screening SET surname = ''"));
    CHECK_FALSE(store.execute(with("'court-order', NULL, NULL, NULL")));  // the receipt is lost
    CHECK_FALSE(store.execute(with("'draft-term', o.receipt_at, o.receipt_server, o.receipt_status")));
    CHECK_FALSE(store.execute(with("'because', o.receipt_at, o.receipt_server, o.receipt_status")));
    CHECK_FALSE(store.execute("INSERT INTO erasure (sequence, id, erased_at, reason)"
                              " VALUES (99, zeroblob(16), '2026-03-02T14:00:00.000Z', 'court-order')"));
    CHECK(require(store->screenings().find(screening.id)));

    CHECK(store.execute(whole));
    CHECK(require(store->erasures().find(screening.id)));
    CHECK_FALSE(require(store->screenings().find(screening.id)));
    CHECK_FALSE(store.execute("UPDATE erasure SET reason = 'person-request'"));
    CHECK_FALSE(store.execute("DELETE FROM erasure"));
}

TEST_CASE("what the server has not acknowledged is not erased by term, whatever the program says",
          "[store][SEC-R1]")
{
    TestStore store;
    store.addFinal();
    CHECK_FALSE(store.execute("INSERT INTO erasure (sequence, id, instance_id, erased_at, reason) SELECT"
                              " sequence, id, instance_id, '2026-03-02T14:00:00.000Z', 'record-term'"
                              " FROM screening"));
}

TEST_CASE("an erased person still counts in the shift and on the day", "[store][SEC-R2]")
{
    TestStore store;
    const auto first = store.addFinal();
    auto again = test::decided(store.aDraft());
    again.encounter = first.encounter;
    again.line = record::Line::Second;
    again.finalisedAt = first.finalisedAt->addDays(1);
    again.verdict->decision = record::Decision::UrgentProtection;
    again.advice.reset();
    store.addFinal(again);
    require(erase(store, first.id));

    const auto ofShift = require(store->erasures().countsOfShift(store.shift()));
    CHECK(ofShift == record::countsOfPerson({&first, &again}, zone));
    CHECK(ofShift.people() == 1);
    CHECK(ofShift.allScreenings() == 2);
    const QDate day = record::localDay(*first.finalisedAt, zone);
    CHECK(require(store->erasures().countsOfDay(day)) == record::countsOfPerson({&first}, zone));
    CHECK(require(store->erasures().countsOfDay(day.addDays(1))) == record::countsOfPerson({&again}, zone));
    CHECK(require(store->erasures().countsOfDay(day.addDays(2))) == record::Counts());
    CHECK_FALSE(store.execute("DELETE FROM erased_count"));
    CHECK_FALSE(store.execute("UPDATE erased_count SET count = count - 1"));
}

TEST_CASE("a salvaged store keeps tombstones, sums, holds and consents", "[store][SEC-D3][SEC-R2]")
{
    TestStore store;
    const auto gone = store.addFinal();
    const auto held = store.addFinal();
    store.deliver();
    require(erase(store, gone.id));
    require(store->legalHolds().set(held.id, text("EXP-1")));
    const auto consent =
        require(store->consents().give(held.id, {record::ConsentScope::Needs}, text("pe-shelter-01")));
    const auto tombstone = require(store->erasures().find(gone.id));
    const auto sums = require(store->erasures().countsOfShift(store.shift()));
    store.close();

    const QTemporaryDir into(test::quickFolder());
    require(
        salvageStore({store.folder(), into.path(), text("admin"), {}, {}}, test::aPassphrase(), store.clock));
    const auto salvaged = require(Store::open(into.path(), text("lead"), test::aPassphrase(), store.clock));
    CHECK(require(salvaged->erasures().find(gone.id)) == tombstone);
    CHECK(require(salvaged->erasures().countsOfShift(store.shift())) == sums);
    CHECK(require(salvaged->legalHolds().isHeld(held.encounter)));
    CHECK(require(salvaged->consents().ofRecord(held.id)) == QList<record::Consent>{consent});
    CHECK(require(salvaged->outbox().counts()).acknowledged == 2);
}
