// What keeps records beyond their term: security design, R1.
#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::store;
using record::Permission;
using test::approval;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;
using test::zone;

namespace {

const QString court = text("EXP-2026/118");

}  // namespace

TEST_CASE("a hold keeps all records of a person from term and request, until the last is released",
          "[store][SEC-R1][SEC-A6]")
{
    TestStore store;
    const auto screening = store.addFinal();
    auto draft = store.aDraft();
    draft.encounter = screening.encounter;
    store.addDraft(draft);
    store.deliver();
    auto &holds = store->legalHolds();
    require(holds.set(draft.id, court));
    require(holds.set(screening.id, text("second")));
    CHECK(require(holds.isHeld(screening.encounter)));
    CHECK(require(holds.list()) ==
          QList<LegalHold>{{screening.encounter, court, store.lead().id, store.clock.utcNow()},
                           {screening.encounter, text("second"), store.lead().id, store.clock.utcNow()}});

    store.clock.advance(std::chrono::days(400));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{});
    CHECK(errorOf(store->erasures().erase(screening.id, record::ErasureReason::PersonRequest, zone,
                                          approval(store, Permission::EraseRecords))) == ErrorCode::Conflict);
    require(holds.release(screening.id, court, approval(store, Permission::ReleaseRecords)));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{});
    require(holds.release(screening.id, text("second"), approval(store, Permission::ReleaseRecords)));
    CHECK_FALSE(require(holds.isHeld(screening.encounter)));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{1, 1, true});
    CHECK(require(store->audit().count(AuditAction::RecordHeld, screening.id.toText())) == 1);
    CHECK(require(store->audit().count(AuditAction::RecordReleased, screening.id.toText())) == 2);
}

TEST_CASE("SQL cannot erase what is held", "[store][SEC-R2]")
{
    TestStore store;
    const auto screening = store.addFinal();
    require(store->legalHolds().set(screening.id, court));
    CHECK_FALSE(store.execute("INSERT INTO erasure (sequence, id, instance_id, erased_at, reason) SELECT"
                              " sequence, id, instance_id, '2026-03-02T14:00:00.000Z', 'court-order'"
                              " FROM screening"));
}

TEST_CASE("a hold needs a code, a record and who may", "[store][SEC-A1][SEC-R1]")
{
    TestStore store;
    const auto screening = store.addFinal();
    for (const char *reference :
         {"", "Anna Eriksson", "ñ", "a\nb", "12345678901234567890123456789012345678901"}) {
        CAPTURE(reference);
        CHECK(errorOf(store->legalHolds().set(screening.id, text(reference))) == ErrorCode::InvalidInput);
    }
    CHECK(errorOf(store->legalHolds().set(ScreeningId::create(), court)) == ErrorCode::NotFound);
    require(store->legalHolds().set(screening.id, court));
    CHECK(errorOf(store->legalHolds().set(screening.id, court)) == ErrorCode::Conflict);
    CHECK(errorOf(store->legalHolds().release(screening.id, text("other"),
                                              approval(store, Permission::ReleaseRecords))) ==
          ErrorCode::NotFound);
    CHECK(errorOf(store->legalHolds().release(
              screening.id, court, approval(store, Permission::EraseRecords))) == ErrorCode::Denied);
    store.signIn(store.administrator());
    CHECK(errorOf(store->legalHolds().set(screening.id, text("mine"))) == ErrorCode::Denied);
    CHECK(require(store->legalHolds().list()).size() == 1);
}
