#include "support/catch.h"
#include "support/test_store.h"

using namespace amparo;
using test::errorOf;
using test::require;
using test::TestStore;

TEST_CASE("a policy is set by one administrator, and changed by two people", "[store][SEC-A6]")
{
    TestStore store;
    CHECK(errorOf(store->settings().set(QStringLiteral("server.url"), "x")) == ErrorCode::Denied);
    store.signIn(store.administrator());
    const auto approval = [&] {
        return require(
            store->approve(record::Permission::SetPolicies, store.lead().loginName, test::aPassphrase()));
    };
    const QString name = QStringLiteral("server.url");
    CHECK(require(store->settings().find(name)) == std::nullopt);
    require(store->settings().set(name, "https://one.example"));
    CHECK(errorOf(store->settings().set(name, "https://two.example")) == ErrorCode::Denied);
    require(store->settings().set(name, "https://two.example", approval()));
    store.reopen();
    CHECK(require(store->settings().find(name)) == QByteArray("https://two.example"));
    CHECK(errorOf(store->settings().remove(name)) == ErrorCode::Denied);
    require(store->settings().remove(name, approval()));
    CHECK(require(store->settings().find(name)) == std::nullopt);
}
