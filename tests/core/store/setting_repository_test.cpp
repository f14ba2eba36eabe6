#include "support/catch.h"
#include "support/test_store.h"

using namespace amparo;
using test::require;
using test::TestStore;

TEST_CASE("a setting keeps its last value until it is removed", "[store]")
{
    TestStore store;
    const QString name = QStringLiteral("server.url");
    CHECK(require(store->settings().find(name)) == std::nullopt);
    require(store->settings().set(name, "https://one.example"));
    require(store->settings().set(name, "https://two.example"));
    store.reopen();
    CHECK(require(store->settings().find(name)) == QByteArray("https://two.example"));
    require(store->settings().remove(name));
    CHECK(require(store->settings().find(name)) == std::nullopt);
}
