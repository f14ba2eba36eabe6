// How long records stay: security design, R1.
#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

#include <rapidcheck.h>

#include <QSet>

using namespace amparo;
using namespace amparo::store;
using record::ErasureReason;
using record::Permission;
using record::RetentionPolicy;
using record::RetentionRule;
using std::chrono::days;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;
using test::zone;

namespace {

void setPolicy(TestStore &store, const RetentionPolicy &policy)
{
    store.signIn(store.administrator());
    require(store->setRetentionPolicy(
        policy, require(store->approve(Permission::SetPolicies, text("lead"), test::aPassphrase()))));
    store.signIn(store.lead());
}

std::optional<ErasureReason> endOf(TestStore &store, ScreeningId id)
{
    const auto erased = require(store->erasures().find(id));
    return erased ? std::optional(erased->tombstone.reason) : std::nullopt;
}

}  // namespace

TEST_CASE("drafts stay 7 days after the last answer, records 90 days after the receipt", "[store][SEC-R1]")
{
    TestStore store;
    const auto draft = store.addDraft();
    const auto record = store.addFinal();
    store.deliver();
    const auto queued = store.addFinal();

    store.clock.advance(days(7) - std::chrono::milliseconds(1));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{});
    store.clock.advance(std::chrono::milliseconds(1));
    CHECK(require(store->erasures().countDue({})) == RetentionStep{1, 0, true});
    CHECK(require(store->applyRetention(zone)) == RetentionStep{1, 0, true});
    CHECK(endOf(store, draft.id) == ErasureReason::DraftTerm);
    store.clock.advance(days(83) - std::chrono::milliseconds(1));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{});
    store.clock.advance(std::chrono::milliseconds(1));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{0, 1, true});
    CHECK(endOf(store, record.id) == ErasureReason::RecordTerm);
    store.clock.advance(days(5000));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{});
    CHECK(endOf(store, queued.id) == std::nullopt);
}

TEST_CASE("a record waits for the others of its person", "[store][SEC-R1]")
{
    TestStore store;
    const auto primary = store.addFinal();
    store.deliver();
    auto second = store.aDraft();
    second.encounter = primary.encounter;
    store.addDraft(second);
    store.clock.advance(days(89));
    require(store->screenings().saveDraft(second, "more"));
    store.clock.advance(days(2));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{});
    require(store->screenings().finalise(test::decided(second), "<data/>"));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{});
    store.deliver();
    store.clock.advance(days(90));
    CHECK(require(store->applyRetention(zone)) == RetentionStep{0, 2, true});
}

TEST_CASE("a form may have terms of its own", "[store][SEC-R1]")
{
    TestStore store;
    store.signIn(store.administrator());
    require(store->forms().install({text("labour"), text("1"), "<h:html/>", {}}));
    setPolicy(store, {{days(3), days(10)}, {{text("labour"), {days(30), days(400)}}}});
    const auto usual = store.addFinal();
    auto longer = test::decided(store.aDraft());
    longer.formId = text("labour");
    store.addFinal(longer);
    store.deliver();
    const auto usualDraft = store.addDraft();
    auto longerDraft = store.aDraft();
    longerDraft.formId = text("labour");
    store.addDraft(longerDraft);
    struct Row {
        days after;
        RetentionStep expected;
    };
    for (const Row &row : QList<Row>{{days(3), {1, 0, true}},
                                     {days(7), {0, 1, true}},
                                     {days(20), {1, 0, true}},
                                     {days(370), {0, 1, true}}}) {
        CAPTURE(row.after.count());
        store.clock.advance(row.after);
        CHECK(require(store->applyRetention(zone)) == row.expected);
    }
    CHECK(endOf(store, usual.id));
    CHECK(endOf(store, usualDraft.id));
    CHECK(endOf(store, longer.id));
    CHECK(endOf(store, longerDraft.id));
}

TEST_CASE("terms are an administrator's to set, with a second person, and kept with the store",
          "[store][SEC-R1][SEC-A6]")
{
    TestStore store;
    CHECK(require(store->retentionPolicy()) == RetentionPolicy());
    const RetentionPolicy policy{{days(2), days(30)}, {{text("labour"), {days(1), days(3650)}}}};
    CHECK(policy.longest() == days(3650));
    setPolicy(store, policy);
    CHECK(require(store->retentionPolicy()) == policy);
    CHECK(errorOf(store->setRetentionPolicy(
              {}, require(store->approve(Permission::EraseRecords, text("admin"), test::aPassphrase())))) ==
          ErrorCode::Denied);

    store.signIn(store.administrator());
    for (const RetentionRule &rule : {RetentionRule{days(0), days(90)}, RetentionRule{days(91), days(90)},
                                      RetentionRule{days(7), days(0)}, RetentionRule{days(7), days(3651)}}) {
        CAPTURE(rule.draft.count(), rule.acknowledged.count());
        CHECK(errorOf(record::checkPolicy({rule, {}})) == ErrorCode::InvalidInput);
        CHECK(errorOf(record::checkPolicy({{}, {{text("f"), rule}}})) == ErrorCode::InvalidInput);
    }
    CHECK(errorOf(store->setRetentionPolicy(
              {{days(0), days(90)}, {}},
              require(store->approve(Permission::SetPolicies, text("lead"), test::aPassphrase())))) ==
          ErrorCode::InvalidInput);
    CHECK(require(store->retentionPolicy()) == policy);
    CHECK(auditEntries(store->audit()).last().action != AuditAction::RecordErased);
}

TEST_CASE("terms that cannot be read erase nothing", "[store][SEC-R1]")
{
    TestStore store;
    store.addDraft();
    store.clock.advance(days(100));
    REQUIRE(store.execute("INSERT INTO setting (name, value) VALUES ('retention', x'7b7d')"));
    CHECK(errorOf(store->applyRetention(zone)) == ErrorCode::Corrupt);
    CHECK(require(store->erasures().erasedAfter(0, 10)).isEmpty());
}

TEST_CASE("a run in steps ends as one in a piece, wherever it is broken off", "[store][SEC-R1]")
{
    TestStore store;
    for (int i = 0; i < 23; ++i) {
        store.addFinal();
        store.addDraft();
    }
    store.deliver();
    store.clock.advance(days(91));
    int steps = 0;
    int erased = 0;
    for (RetentionStep step{0, 0, false}; !step.isDone; ++steps) {
        step = require(store->applyRetention(zone, 5));
        erased += step.drafts + step.records;
        CHECK(step.drafts <= 5);
        CHECK(step.records <= 5);
        if (steps == 2)
            store.reopen();
    }
    CHECK(erased == 46);
    CHECK(steps == 5);
    CHECK(require(store->applyRetention(zone)) == RetentionStep{});
}

TEST_CASE("a clock that has leapt is not trusted for a day", "[store][SEC-R1]")
{
    TestStore store;
    CHECK_FALSE(require(store->isClockSteady()));  // it was made just now
    store.clock.advance(std::chrono::hours(20));
    CHECK(require(store->isClockSteady()));
    store.clock.advance(days(14));
    CHECK_FALSE(require(store->isClockSteady()));
    store.addFinal();
    CHECK_FALSE(require(store->isClockSteady()));
    store.clock.advance(std::chrono::hours(20));
    CHECK(require(store->isClockSteady()));
    store.clock.set(store.clock.utcNow().addDays(-200));
    CHECK_FALSE(require(store->isClockSteady()));
}

namespace {

/// What the walk below knows of a record.
struct Known {
    record::Screening screening;
    QDateTime since;  ///< its last answer, or its receipt
    enum class State { Draft, Waiting, Refused, Received, Erased } state = State::Draft;
};

/// A post at work: each round adds records, sends some, holds some, lets time pass and erases what is due.
class Walk {
public:
    Walk() { setPolicy(m_store, m_policy); }

    void round()
    {
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
            add();
        send();
        if (*rc::gen::inRange(0, 3) == 0)
            hold();
        m_store.clock.advance(std::chrono::hours(*rc::gen::inRange(0, 24 * 15)));
        expect();
        while (!require(m_store->applyRetention(zone, *rc::gen::inRange(1, 4))).isDone) {
        }
        check();
    }

    void checkChain() { RC_ASSERT(require(m_store->audit().verify()).firstBroken == std::nullopt); }

private:
    void add()
    {
        Known known{test::decided(m_store.aDraft()), m_store.clock.utcNow(), Known::State::Draft};
        auto &screening = known.screening;
        if (!m_all.isEmpty() && *rc::gen::inRange(0, 3) == 0) {
            const Known &other = m_all[*rc::gen::inRange<qsizetype>(0, m_all.size())];
            if (other.state != Known::State::Erased)
                screening.encounter = other.screening.encounter;
        }
        screening.line = record::Line(*rc::gen::inRange(0, 2));
        screening.traveller.sex = traveller::Sex(*rc::gen::inRange(0, 4));
        screening.verdict->decision = record::Decision(*rc::gen::inRange(0, 3));
        if (*rc::gen::inRange(0, 2) == 0)
            screening.advice.reset();
        if (*rc::gen::inRange(0, 3) == 0) {
            m_store.addDraft(screening);
        } else {
            m_store.addFinal(screening);
            known.state = Known::State::Waiting;
        }
        m_all.append(known);
    }

    Known &known(ScreeningId id)
    {
        return *std::find_if(m_all.begin(), m_all.end(),
                             [&](const Known &each) { return each.screening.id == id; });
    }

    void send()
    {
        for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
            const auto taken = require(m_store->outbox().takeNext());
            if (!taken)
                return;
            Known &sent = known(taken->item.screening);
            if (*rc::gen::inRange(0, 6) == 0) {
                require(m_store->outbox().quarantine(sent.screening.id, text("conflict"), {}));
                sent.state = Known::State::Refused;
            } else {
                sent.since = m_store.clock.utcNow();
                sent.state = Known::State::Received;
                require(m_store->outbox().acknowledge(sent.screening.id,
                                                      {sent.since, text("https://s.example"), 201, {}}));
            }
        }
    }

    void hold()
    {
        for (const Known &each : std::as_const(m_all)) {
            if (each.state == Known::State::Erased || m_held.contains(each.screening.encounter))
                continue;
            require(m_store->legalHolds().set(each.screening.id, text("H")));
            m_held.insert(each.screening.encounter);
            return;
        }
    }

    bool isOver(const Known &each) const
    {
        const days term =
            each.state == Known::State::Draft ? m_policy.standard.draft : m_policy.standard.acknowledged;
        return each.since.addDays(term.count()) <= m_store.clock.utcNow();
    }

    /// The rule once more, in words of its own.
    void expect()
    {
        for (Known &each : m_all) {
            if (each.state == Known::State::Draft && isOver(each) &&
                !m_held.contains(each.screening.encounter))
                each.state = Known::State::Erased;
        }
        QHash<EncounterId, bool> mayGo;
        for (const Known &each : std::as_const(m_all)) {
            if (each.state == Known::State::Erased)
                continue;
            const bool may = each.state == Known::State::Received && isOver(each) &&
                             !m_held.contains(each.screening.encounter);
            mayGo[each.screening.encounter] = mayGo.value(each.screening.encounter, true) && may;
        }
        for (Known &each : m_all) {
            if (each.state == Known::State::Erased || !mayGo.value(each.screening.encounter))
                continue;
            each.state = Known::State::Erased;
            m_receipts.insert(each.screening.id);
        }
    }

    void check()
    {
        QSet<ScreeningId> expected;
        for (const Known &each : std::as_const(m_all)) {
            if (each.state == Known::State::Erased)
                expected.insert(each.screening.id);
            const bool isFinal = each.state != Known::State::Draft && each.state != Known::State::Erased;
            RC_ASSERT(require(m_store->outbox().find(each.screening.id)).has_value() == isFinal);
        }
        QSet<ScreeningId> erased;
        QSet<ScreeningId> receipts;
        for (const Erased &each : require(m_store->erasures().erasedAfter(0, 1'000'000))) {
            erased.insert(each.tombstone.id);
            if (each.receipt)
                receipts.insert(each.tombstone.id);
        }
        RC_ASSERT(erased == expected);
        RC_ASSERT(receipts == m_receipts);
        checkCounts();
    }

    /// Whoever was screened and whoever is left differ by what is kept of the erased.
    void checkCounts()
    {
        record::Counts ever;
        record::Counts left;
        for (const auto &[erased, sum] : {std::pair(true, &ever), std::pair(false, &left)}) {
            QHash<EncounterId, QList<const record::Screening *>> people;
            for (const Known &each : std::as_const(m_all)) {
                const bool counts = each.state == Known::State::Erased
                                        ? erased && m_receipts.contains(each.screening.id)
                                        : each.state != Known::State::Draft;
                if (counts)
                    people[each.screening.encounter].append(&each.screening);
            }
            for (auto &person : people) {
                std::sort(person.begin(), person.end(), [](const auto *one, const auto *other) {
                    return std::tuple(*one->finalisedAt, one->id.toText()) <
                           std::tuple(*other->finalisedAt, other->id.toText());
                });
                *sum += record::countsOfPerson(person, zone);
            }
        }
        left += require(m_store->erasures().countsOfShift(m_store.shift()));
        RC_ASSERT(left == ever);
    }

    TestStore m_store;
    RetentionPolicy m_policy{{days(7), days(30)}, {}};
    QList<Known> m_all;
    QSet<EncounterId> m_held;
    QSet<ScreeningId> m_receipts;
};

}  // namespace

TEST_CASE("whatever happens at a post, exactly what is due is erased, and sums, receipts and chain stay",
          "[store][SEC-R1][SEC-R2][SEC-S4]")
{
    Walk walk;
    CHECK(rc::check("retention", [&] { walk.round(); }));
    walk.checkChain();
}
