#include "support/catch.h"
#include "support/test_store.h"

using namespace amparo;
using test::aPassphrase;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

record::TrainingResult aResult(const TestStore &store, const char *scenario, int points, bool passed)
{
    return {QString::fromLatin1(scenario),
            QStringLiteral("1"),
            store.clock.utcNow(),
            points,
            passed,
            passed ? 0 : 1};
}

}  // namespace

TEST_CASE("an officer finds the own training results again, newest first", "[store]")
{
    TestStore store;
    const auto first = aResult(store, "folded-note", 60, false);
    store.clock.advance(std::chrono::minutes(5));
    const auto second = aResult(store, "folded-note", 100, true);
    require(store->training().add(first));
    require(store->training().add(second));
    store.reopen();
    CHECK(require(store->training().mine()) == QList<record::TrainingResult>{second, first});
    CHECK_FALSE(store.execute("UPDATE training_result SET points = 100"));
}

TEST_CASE("the shift lead sees how many scenarios each has passed, an officer sees only the own", "[store]")
{
    TestStore store;
    const record::Officer ana{OfficerId::create(), QStringLiteral("ana"), QStringLiteral("Ana"),
                              record::Role::Officer};
    store.signIn(store.administrator());
    require(store->addOfficer(ana, aPassphrase()));
    store.signIn(store.lead());
    require(store->training().add(aResult(store, "folded-note", 60, false)));
    require(store->training().add(aResult(store, "folded-note", 90, true)));
    require(store->training().add(aResult(store, "cold-truck", 30, false)));

    const QList<record::TrainingProgress> expected{{ana.displayName, 0, 0},
                                                   {store.lead().displayName, 1, 2},
                                                   {store.administrator().displayName, 0, 0}};
    CHECK(require(store->training().progress()) == expected);

    const QString folder = store.folder();
    store.close();
    auto asAna = require(store::Store::open(folder, ana.loginName, aPassphrase(), store.clock));
    CHECK(require(asAna->training().mine()).isEmpty());
    CHECK(errorOf(asAna->training().progress()) == ErrorCode::Denied);
}

TEST_CASE("points that cannot be are refused", "[store]")
{
    TestStore store;
    CHECK_FALSE(store->training().add(aResult(store, "folded-note", 101, true)).has_value());
    CHECK(require(store->training().mine()).isEmpty());
}
