// Consent is a record, and every share names one: security design, R4.
#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::store;
using record::Consent;
using record::ConsentScope;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;
using test::zone;

namespace {

const QString shelter = text("pe-shelter-01");

}  // namespace

TEST_CASE("a consent says who may be told what, since when and until when", "[store][SEC-R4]")
{
    TestStore store;
    const auto screening = store.addFinal();
    auto &consents = store->consents();
    const Consent given = require(consents.give(
        screening.id, {ConsentScope::Needs, ConsentScope::Identity, ConsentScope::Needs}, shelter));
    CHECK(given.scope == QList<ConsentScope>{ConsentScope::Identity, ConsentScope::Needs});
    CHECK(given.officer == store.lead().id);
    CHECK(given.givenAt == store.clock.utcNow());
    store.clock.advance(std::chrono::hours(1));
    const Consent other = require(consents.give(screening.id, {ConsentScope::Contact}, text("pe-legal-02")));
    CHECK(require(consents.ofRecord(screening.id)) == QList<Consent>{given, other});

    store.clock.advance(std::chrono::hours(1));
    require(consents.withdraw(given.id));
    Consent withdrawn = given;
    withdrawn.withdrawnAt = store.clock.utcNow();
    CHECK(require(consents.ofRecord(screening.id)) == QList<Consent>{withdrawn, other});
    CHECK(errorOf(consents.withdraw(given.id)) == ErrorCode::Conflict);
    CHECK(require(store->audit().count(AuditAction::ConsentGiven, given.id.toText())) == 1);
    CHECK(require(store->audit().count(AuditAction::ConsentWithdrawn, given.id.toText())) == 1);
}

TEST_CASE("what is shared stays within a consent that stands, and is logged", "[store][SEC-R4]")
{
    TestStore store;
    const auto screening = store.addFinal();
    auto &consents = store->consents();
    const Consent given =
        require(consents.give(screening.id, {ConsentScope::Identity, ConsentScope::Needs}, shelter));
    const auto share = [&](const QString &recipient, const QList<ConsentScope> &what) {
        return errorOf(consents.share(given.id, recipient, what));
    };
    CHECK(share(shelter, {ConsentScope::Needs}) == std::nullopt);
    CHECK(share(shelter, {ConsentScope::Needs, ConsentScope::Account}) == ErrorCode::Denied);
    CHECK(share(text("pe-police-01"), {ConsentScope::Needs}) == ErrorCode::Denied);
    CHECK(share(shelter, {}) == ErrorCode::Denied);
    CHECK(errorOf(consents.share(record::ConsentId::create(), shelter, {ConsentScope::Needs})) ==
          ErrorCode::NotFound);
    require(consents.withdraw(given.id));
    CHECK(share(shelter, {ConsentScope::Needs}) == ErrorCode::Denied);
    CHECK(require(store->audit().count(AuditAction::RecordShared, given.id.toText())) == 1);
}

TEST_CASE("a consent needs a scope, an institution, a record within reach and who may ask",
          "[store][SEC-A1][SEC-R4]")
{
    TestStore store;
    const auto screening = store.addFinal();
    CHECK(errorOf(store->consents().give(screening.id, {}, shelter)) == ErrorCode::InvalidInput);
    for (const char *recipient : {"", "Casa Refugio", "x\n"}) {
        CAPTURE(recipient);
        CHECK(errorOf(store->consents().give(screening.id, {ConsentScope::Needs}, text(recipient))) ==
              ErrorCode::InvalidInput);
    }
    CHECK(errorOf(store->consents().give(ScreeningId::create(), {ConsentScope::Needs}, shelter)) ==
          ErrorCode::NotFound);
    const Consent given = require(store->consents().give(screening.id, {ConsentScope::Needs}, shelter));
    store.signIn(store.administrator());
    const auto colleague = store.addOfficer(record::Role::Officer, text("jose"));
    CHECK(errorOf(store->consents().give(screening.id, {ConsentScope::Needs}, shelter)) == ErrorCode::Denied);
    store.signIn(colleague);
    CHECK(errorOf(store->consents().ofRecord(screening.id)) == ErrorCode::NotFound);
    CHECK(errorOf(store->consents().withdraw(given.id)) == ErrorCode::NotFound);
    CHECK(errorOf(store->consents().share(given.id, shelter, {ConsentScope::Needs})) == ErrorCode::NotFound);
}

TEST_CASE("a consent changes only by being withdrawn, and goes with its record", "[store][SEC-R2][SEC-R4]")
{
    TestStore store;
    const auto screening = store.addFinal();
    require(store->consents().give(screening.id, {ConsentScope::Needs}, shelter));
    CHECK_FALSE(store.execute("DELETE FROM consent"));
    CHECK_FALSE(store.execute("UPDATE consent SET recipient = 'other'"));
    CHECK_FALSE(store.execute("UPDATE consent SET scope = 'identity'"));
    CHECK(store.execute("UPDATE consent SET withdrawn_at = '2026-03-02T15:00:00.000Z'"));
    CHECK_FALSE(store.execute("UPDATE consent SET withdrawn_at = NULL"));
    require(store->erasures().erase(
        screening.id, record::ErasureReason::PersonRequest, zone,
        require(store->approve(record::Permission::EraseRecords, text("admin"), test::aPassphrase()))));
    CHECK(require(store.closeAndTakeDatabase()->value<int>("SELECT count(*) FROM consent")) == 0);
}
