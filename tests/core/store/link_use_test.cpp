#include "support/catch.h"
#include "support/test_store.h"

using namespace amparo;
using namespace amparo::store;
using amparo::test::require;
using amparo::test::TestStore;

TEST_CASE("the bytes of a day add up and last", "[store]")
{
    TestStore store;
    const QDate day(2026, 3, 1);
    require(store->linkUse().add({day, 100, 10}));
    require(store->linkUse().add({day.addDays(1), 5, 0}));
    require(store->linkUse().add({day, 20, 2}));
    store.reopen();
    CHECK(require(store->linkUse().between(day, day.addDays(1))) ==
          QList<LinkUse>{{day, 120, 12}, {day.addDays(1), 5, 0}});
    CHECK(require(store->linkUse().between(day.addDays(1), day.addDays(9))).size() == 1);
}

TEST_CASE("days of more than a year ago go", "[store]")
{
    TestStore store;
    const QDate day(2026, 3, 1);
    require(store->linkUse().add({day, 1, 1}));
    require(store->linkUse().add({day.addDays(366), 1, 1}));
    CHECK(require(store->linkUse().between(day, day.addDays(400))).size() == 2);
    require(store->linkUse().add({day.addDays(367), 1, 1}));
    CHECK(require(store->linkUse().between(day, day.addDays(400))).first().day == day.addDays(366));
}
