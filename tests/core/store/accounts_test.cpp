// What an administrator sees of accounts and does with them.
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

#include <algorithm>

using namespace amparo;
using namespace amparo::store;
using record::Role;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;

namespace {

OfficerAccount accountOf(TestStore &store, OfficerId id)
{
    const auto accounts = require(store->accounts());
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [&](const OfficerAccount &account) { return account.officer.id == id; });
    REQUIRE(found != accounts.end());
    return *found;
}

AuditEntry lastEntry(TestStore &store) { return auditEntries(store->audit()).last(); }

}  // namespace

TEST_CASE("accounts tell who can sign in and when they last did", "[store]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto jose = store.addOfficer(Role::Officer, text("jose"));
    CHECK(accountOf(store, jose.id) == OfficerAccount{jose, false, std::nullopt});
    store.clock.advance(std::chrono::hours(3));
    const QDateTime at = store.clock.utcNow();
    store.signIn(jose);
    store.clock.advance(std::chrono::hours(3));
    store.signIn(store.administrator());
    CHECK(accountOf(store, jose.id).lastSignIn == at);
    CHECK(accountOf(store, store.administrator().id).lastSignIn == store.clock.utcNow());
    require(store->removeOfficer(jose.id));
    CHECK(require(store->accounts()).size() == 2);
}

TEST_CASE("who is suspended opens nothing until there is a new passphrase", "[store][SEC-K8]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto jose = store.addOfficer(Role::Officer, text("jose"));
    require(store->suspendOfficer(jose.id));
    CHECK(lastEntry(store).action == AuditAction::OfficerSuspended);
    CHECK(lastEntry(store).subject == jose.id.toText());
    CHECK(accountOf(store, jose.id).isSuspended);
    CHECK(errorOf(store->approve(record::Permission::SetPolicies, jose.loginName, test::aPassphrase())) ==
          ErrorCode::Denied);
    store.close();
    store.clock.advance(std::chrono::minutes(10));
    CHECK(errorOf(Store::open(store.folder(), jose.loginName, test::aPassphrase(), store.clock)) ==
          ErrorCode::Denied);
    store.clock.advance(std::chrono::minutes(10));

    store.signIn(store.administrator());
    auto rotation = require(store->beginKeyRotation());
    require(store->finishKeyRotation(std::move(rotation)));
    CHECK(accountOf(store, jose.id).isSuspended);
    const auto given = crypto::Passphrase::fromText(u"cinco llamas azules");
    require(store->resetPassphrase(jose.id, given));
    CHECK_FALSE(accountOf(store, jose.id).isSuspended);
    store.close();
    CHECK(Store::open(store.folder(), jose.loginName, given, store.clock));
}

TEST_CASE("a changed role counts from the next sign-in on", "[store][SEC-A1]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto jose = store.addOfficer(Role::Officer, text("jose"));
    require(store->changeRole(jose.id, Role::Auditor));
    CHECK(lastEntry(store).action == AuditAction::RoleChanged);
    CHECK(lastEntry(store).detail == text("auditor"));
    store.signIn(jose);
    CHECK(store->officer().role == Role::Auditor);
}

TEST_CASE("nobody manages an own account, so that an administrator always stays", "[store][SEC-A1]")
{
    TestStore store;
    store.signIn(store.administrator());
    const OfficerId self = store.administrator().id;
    CHECK(errorOf(store->changeRole(self, Role::Officer)) == ErrorCode::Denied);
    CHECK(errorOf(store->suspendOfficer(self)) == ErrorCode::Denied);
    CHECK(errorOf(store->changeRole(OfficerId::create(), Role::Officer)) == ErrorCode::NotFound);
    CHECK(errorOf(store->suspendOfficer(OfficerId::create())) == ErrorCode::NotFound);
    CHECK(accountOf(store, self).officer.role == Role::Administrator);
    CHECK_FALSE(accountOf(store, self).isSuspended);
}
