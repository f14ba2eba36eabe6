#include "support/catch.h"
#include "support/test_store.h"

using namespace amparo;
using test::errorOf;
using test::require;
using test::TestStore;

TEST_CASE("one shift is open at a time", "[store]")
{
    TestStore store;  // has opened one
    CHECK(errorOf(store->shifts().open()) == ErrorCode::Conflict);
    REQUIRE(require(store->shifts().current()).has_value());
    CHECK(require(store->shifts().current())->id == store.shift());
}

TEST_CASE("closing a shift keeps its count and its notes for good", "[store]")
{
    TestStore store;
    const QDateTime opened = store.clock.utcNow();
    store.clock.advance(std::chrono::hours(8));
    const auto closed = require(store->shifts().close(store.shift(), 412, QStringLiteral("Bus 7 late")));
    CHECK(closed.openedAt == opened);
    CHECK(closed.closedAt == store.clock.utcNow());

    CHECK(errorOf(store->shifts().close(store.shift(), 1, {})) == ErrorCode::Conflict);
    CHECK_FALSE(store.execute("UPDATE shift SET people_checked = 1"));
    CHECK(require(store->shifts().find(store.shift())) == closed);
    CHECK(closed.peopleChecked == 412);
    CHECK(closed.handoverNotes == QStringLiteral("Bus 7 late"));
    CHECK(require(store->shifts().current()) == std::nullopt);
}

TEST_CASE("a shift can be closed although the clock was set back", "[store]")
{
    TestStore store;
    const QDateTime opened = store.clock.utcNow();
    store.clock.set(opened.addDays(-1));
    CHECK(require(store->shifts().close(store.shift(), std::nullopt, {})).closedAt == opened);
}

TEST_CASE("a negative count and an unknown shift are refused", "[store]")
{
    TestStore store;
    CHECK(errorOf(store->shifts().close(store.shift(), -1, {})) == ErrorCode::Conflict);
    CHECK(errorOf(store->shifts().close(ShiftId::create(), 1, {})) == ErrorCode::NotFound);
    CHECK(require(store->shifts().current()).has_value());
}

TEST_CASE("shifts are listed newest first, or by the day on which they began", "[store]")
{
    TestStore store;
    const QDateTime day = store.clock.utcNow();
    const auto first = require(store->shifts().close(store.shift(), 10, {}));
    store.clock.advance(std::chrono::hours(24));
    const auto second = require(store->shifts().open());

    CHECK(require(store->shifts().recent(10)) == QList{second, first});
    CHECK(require(store->shifts().recent(1)) == QList{second});
    CHECK(require(store->shifts().openedBetween(day, day.addDays(1))) == QList{first});
    CHECK(require(store->shifts().openedBetween(day, day.addDays(1).addMSecs(1))) == QList{first, second});
}
