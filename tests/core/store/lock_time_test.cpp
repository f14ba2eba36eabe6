#include "store/lock_time.h"
#include "support/catch.h"
#include "support/test_store.h"

using namespace amparo;
using namespace amparo::store;
using namespace std::chrono_literals;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;

TEST_CASE("the desktop locks after three minutes, or as an administrator has set within the range",
          "[store][SEC-A5][SEC-T4]")
{
    TestStore store;
    CHECK(errorOf(store->setLockTime(5min)) == ErrorCode::Denied);
    store.signIn(store.administrator());
    CHECK(require(lockTime(store->settings())) == 3min);
    for (const auto refused : {0min, 16min, -1min})
        CHECK(errorOf(store->setLockTime(refused)) == ErrorCode::InvalidInput);
    for (const auto time : {1min, 15min}) {
        require(
            store->setLockTime(time, require(store->approve(record::Permission::SetPolicies,
                                                            store.lead().loginName, test::aPassphrase()))));
        CHECK(require(lockTime(store->settings())) == time);
    }
    const AuditEntry last = auditEntries(store->audit()).last();
    CHECK(last.action == AuditAction::PolicySet);
    CHECK(last.detail == QStringLiteral("lock-time"));
}

TEST_CASE("a lock time that nobody can have set does not keep the desktop open", "[store][SEC-A5]")
{
    TestStore store;
    const auto value = GENERATE(as<QByteArray>(), "", "0", "600", "soon");
    store.signIn(store.administrator());
    require(store->settings().set(QStringLiteral("lock-time"), value));
    CHECK(require(lockTime(store->settings())) == usualLockTime);
}
