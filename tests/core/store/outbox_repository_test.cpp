#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::store;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;

namespace {

record::Screening addDecided(TestStore &store, record::Decision decision)
{
    auto screening = test::decided(store.aDraft());
    screening.verdict->decision = decision;
    return store.addFinal(screening);
}

Receipt aReceipt(const TestStore &store)
{
    return {store.clock.utcNow(), text("https://central.example"), 201, text("Form Received"), "signed"};
}

std::optional<ScreeningId> takeNextId(TestStore &store)
{
    const auto taken = require(store->outbox().takeNext());
    return taken ? std::optional(taken->item.screening) : std::nullopt;
}

}  // namespace

TEST_CASE("urgent records go first, then the oldest", "[store]")
{
    TestStore store;
    const auto clear = addDecided(store, record::Decision::Clear);
    store.clock.set(store.clock.utcNow().addDays(-3));  // order does not depend on the clock
    const auto clearToo = addDecided(store, record::Decision::Clear);
    const auto second = addDecided(store, record::Decision::SecondLine);
    const auto urgent = addDecided(store, record::Decision::UrgentProtection);
    for (const auto &expected : {urgent, second, clear, clearToo})
        CHECK(takeNextId(store) == expected.id);
    CHECK(takeNextId(store) == std::nullopt);
}

TEST_CASE("what is taken carries the frozen bytes and counts as an attempt", "[store][SEC-S2]")
{
    TestStore store;
    const auto screening = store.addFinal();
    const auto taken = require(store->outbox().takeNext());
    REQUIRE(taken);
    CHECK(taken->submissionXml == require(store->screenings().submission(screening.id)));
    CHECK(taken->item.instanceId == screening.instanceId);
    CHECK(taken->item.formId == text("checklist"));
    CHECK(taken->item.formVersion == text("1"));
    CHECK(taken->item.attempts == 1);
    CHECK(taken->item.state == record::State::Sending);
    CHECK(require(store->screenings().find(screening.id))->state == record::State::Sending);
}

TEST_CASE("several are taken at once, in their order, as many as asked for and as memory allows", "[store]")
{
    TestStore store;
    const auto second = addDecided(store, record::Decision::SecondLine);
    const auto clear = addDecided(store, record::Decision::Clear);
    const auto urgent = addDecided(store, record::Decision::UrgentProtection);
    const auto idsOf = [](const QList<Outgoing> &taken) {
        QList<ScreeningId> ids;
        for (const Outgoing &outgoing : taken)
            ids.append(outgoing.item.screening);
        return ids;
    };
    SECTION("as many as asked for")
    {
        CHECK(idsOf(require(store->outbox().take(2))) == QList{urgent.id, second.id});
        CHECK(idsOf(require(store->outbox().take(2))) == QList{clear.id});
        CHECK(require(store->outbox().take(2)).isEmpty());
    }
    SECTION("urgent ones alone")
    {
        CHECK(idsOf(require(store->outbox().take(3, OutboxRepository::Which::Urgent))) == QList{urgent.id});
        CHECK(require(store->outbox().take(3, OutboxRepository::Which::Urgent)).isEmpty());
    }
    SECTION("the first whatever its size")
    {
        CHECK(idsOf(require(store->outbox().take(3, OutboxRepository::Which::Every, 1))) == QList{urgent.id});
        CHECK(require(store->outbox().counts()).queued == 2);
    }
    SECTION("up to the bytes")
    {
        const qint64 size = require(store->screenings().submission(second.id)).size() +
                            require(store->screenings().submission(urgent.id)).size();
        CHECK(idsOf(require(store->outbox().take(3, OutboxRepository::Which::Every, size))) ==
              QList{urgent.id, second.id});
    }
}

TEST_CASE("an acknowledged record keeps its receipt for good", "[store][SEC-S4]")
{
    TestStore store;
    const auto screening = store.addFinal();
    require(store->outbox().takeNext());
    require(store->outbox().acknowledge(screening.id, aReceipt(store)));
    store.reopen();

    const auto item = require(store->outbox().find(screening.id));
    REQUIRE(item);
    CHECK(item->state == record::State::Acknowledged);
    CHECK(item->receipt == aReceipt(store));
    CHECK(require(store->outbox().counts()) == OutboxCounts{0, 0, 1, 0});
    CHECK(require(store->screenings().find(screening.id))->state == record::State::Acknowledged);
    CHECK(errorOf(store->outbox().retry(screening.id)) == ErrorCode::Conflict);
    CHECK_FALSE(store.execute("UPDATE outbox SET state = 'queued'"));
}

TEST_CASE("the receipts of a batch are kept together, or none is", "[store][SEC-S1]")
{
    TestStore store;
    const auto first = store.addFinal();
    const auto second = store.addFinal();
    REQUIRE(require(store->outbox().take(2)).size() == 2);
    const Receipt receipt = aReceipt(store);

    SECTION("together")
    {
        require(store->outbox().acknowledgeAll({{first.id, receipt}, {second.id, receipt}}));
        CHECK(require(store->outbox().counts()) == OutboxCounts{0, 0, 2, 0});
    }
    SECTION("none")
    {
        const auto waiting = store.addFinal();
        const qint64 end = require(store->audit().head()).sequence;
        CHECK(errorOf(store->outbox().acknowledgeAll({{first.id, receipt}, {waiting.id, receipt}})) ==
              ErrorCode::Conflict);
        CHECK(require(store->outbox().counts()) == OutboxCounts{1, 2, 0, 0});
        CHECK(require(store->audit().head()).sequence == end);
        require(store->outbox().acknowledge(first.id, receipt));
    }
    CHECK_FALSE(require(store->audit().verify()).firstBroken);
}

TEST_CASE("a postponed record waits for its time", "[store][SEC-S3]")
{
    TestStore store;
    const auto screening = store.addFinal();
    require(store->outbox().takeNext());
    const QDateTime later = store.clock.utcNow().addSecs(60);
    require(store->outbox().postpone(screening.id, text("server-5xx"), text("Try later"), later));

    CHECK(takeNextId(store) == std::nullopt);
    CHECK(require(store->outbox().nextDue()) == later);
    const auto item = require(store->outbox().find(screening.id));
    CHECK(item->lastError == text("server-5xx"));
    CHECK(item->serverMessage == text("Try later"));

    SECTION("until it has come")
    {
        store.clock.advance(std::chrono::seconds(60));
        CHECK(takeNextId(store) == screening.id);
        CHECK(require(store->outbox().find(screening.id))->attempts == 2);
    }
    SECTION("or the officer will not")
    {
        require(store->outbox().retry(screening.id));
        CHECK(takeNextId(store) == screening.id);
    }
    SECTION("or the link is back")
    {
        require(store->outbox().retryAllQueued());
        CHECK(takeNextId(store) == screening.id);
    }
    SECTION("or the clock is found to have been a year ahead")
    {
        store.clock.set(store.clock.utcNow().addYears(-1));
        CHECK(require(store->outbox().nextDue()) == store.clock.utcNow());
        CHECK(takeNextId(store) == screening.id);
    }
}

TEST_CASE("a quarantined record waits for a person", "[store][SEC-S2]")
{
    TestStore store;
    const auto screening = store.addFinal();
    require(store->outbox().takeNext());
    require(store->outbox().quarantine(screening.id, text("conflict"), text("other content")));
    require(store->outbox().retryAllQueued());
    CHECK(takeNextId(store) == std::nullopt);
    CHECK(require(store->outbox().counts()) == OutboxCounts{0, 0, 0, 1});
    const auto waiting = require(store->outbox().items(record::State::Quarantined, 10));
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.first().lastError == text("conflict"));
    require(store->outbox().retry(screening.id));
    CHECK(takeNextId(store) == screening.id);
}

TEST_CASE("what was being sent at a crash waits again", "[store][SEC-S1]")
{
    TestStore store;
    const auto screening = store.addFinal();
    CHECK(takeNextId(store) == screening.id);
    store.reopen();
    const auto item = require(store->outbox().find(screening.id));
    CHECK(item->state == record::State::Queued);
    CHECK(item->attempts == 1);
    CHECK(takeNextId(store) == screening.id);
}

TEST_CASE("only what is being sent can be settled", "[store]")
{
    TestStore store;
    const auto screening = store.addFinal();
    auto &outbox = store->outbox();
    CHECK(errorOf(outbox.acknowledge(screening.id, aReceipt(store))) == ErrorCode::Conflict);
    CHECK(errorOf(outbox.postpone(screening.id, text("x"), {}, {})) == ErrorCode::Conflict);
    CHECK(errorOf(outbox.quarantine(screening.id, text("x"), {})) == ErrorCode::Conflict);
    const auto stranger = ScreeningId::create();
    CHECK(errorOf(outbox.acknowledge(stranger, aReceipt(store))) == ErrorCode::NotFound);
    CHECK(errorOf(outbox.retry(stranger)) == ErrorCode::NotFound);
    CHECK(require(outbox.find(stranger)) == std::nullopt);
    CHECK(require(outbox.counts()) == OutboxCounts{1, 0, 0, 0});
}

TEST_CASE("the counts follow every change of state", "[store][SEC-S1]")
{
    TestStore store;
    const auto counts = [&] { return require(store->outbox().counts()); };
    CHECK(counts() == OutboxCounts{});
    for (int i = 0; i < 3; ++i)
        store.addFinal();
    CHECK(counts() == OutboxCounts{3, 0, 0, 0});
    const auto first = require(store->outbox().takeNext());
    CHECK(counts() == OutboxCounts{2, 1, 0, 0});
    require(store->outbox().acknowledge(first->item.screening,
                                        {store.clock.utcNow(), QString(), 201, QString()}));
    const auto second = require(store->outbox().takeNext());
    require(store->outbox().quarantine(second->item.screening, QStringLiteral("refused"), QString()));
    CHECK(counts() == OutboxCounts{1, 0, 1, 1});
    store.reopen();
    CHECK(counts() == OutboxCounts{1, 0, 1, 1});
}
