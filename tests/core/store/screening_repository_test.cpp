#include "support/catch.h"
#include "support/test_store.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::store;
using record::DiscardReason;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;

TEST_CASE("a draft comes back as it was last saved", "[store]")
{
    TestStore store;
    auto draft = store.addDraft();
    store.clock.advance(std::chrono::seconds(40));
    draft.traveller.surname = text("Erikson");
    draft.traveller.birthDate.reset();
    draft.traveller.bornNoLaterThan = QDate(1974, 12, 31);
    draft.language = text("pt-BR");
    draft.verdict = record::Verdict{record::Decision::SecondLine, {}};
    require(store->screenings().saveDraft(draft, "later answers"));
    store.reopen();

    const auto drafts = require(store->screenings().drafts());
    REQUIRE(drafts.size() == 1);
    CHECK(drafts.first().screening == draft);
    CHECK(drafts.first().savedAt == store.clock.utcNow());
    CHECK(require(store->screenings().answers(draft.id)) == "later answers");
}

TEST_CASE("drafts are offered newest first, without the final ones", "[store]")
{
    TestStore store;
    const auto first = store.addDraft();
    store.addFinal();
    const auto second = store.addDraft();
    const auto drafts = require(store->screenings().drafts());
    REQUIRE(drafts.size() == 2);
    CHECK(drafts.at(0).screening == second);
    CHECK(drafts.at(1).screening == first);
}

TEST_CASE("files that go with a record are kept with it, byte for byte", "[store][SEC-D2]")
{
    TestStore store;
    const auto decided = test::decided(store.addDraft());
    const SubmissionFiles files{{QStringLiteral("audit.csv"), QByteArray("a,b\n\0c", 6)},
                                {QStringLiteral("empty.txt"), QByteArray("")}};
    require(store->screenings().finalise(decided, "<data/>", files));
    store.reopen();
    const auto taken = require(store->outbox().takeNext());
    REQUIRE(taken);
    CHECK(taken->files == files);
}

TEST_CASE("finalising writes all parts of the record", "[store][SEC-D2]")
{
    TestStore store;
    const auto draft = store.addDraft();
    auto decided = test::decided(draft);
    require(store->screenings().finalise(decided, "<data>ñ</data>"));
    store.reopen();

    decided.state = record::State::Queued;
    CHECK(require(store->screenings().find(draft.id)) == decided);
    const QByteArray frozen = require(store->screenings().submission(draft.id));
    CHECK(frozen.startsWith("<data>ñ<amparo:checkpoint "));
    CHECK(frozen.endsWith("/></data>"));
    CHECK(require(store->screenings().drafts()).isEmpty());
    CHECK(require(store->outbox().counts()) == OutboxCounts{1, 0, 0, 0});
    const auto entries = auditEntries(store->audit());
    CHECK(std::ranges::count(entries, AuditAction::ScreeningFinalised, &AuditEntry::action) == 1);
}

TEST_CASE("a record without advice is final without advice", "[store]")
{
    TestStore store;
    auto decided = test::decided(store.addDraft());
    decided.advice.reset();
    require(store->screenings().finalise(decided, "<data/>"));
    CHECK(require(store->screenings().find(decided.id))->advice == std::nullopt);
}

TEST_CASE("a final screening stays as it is", "[store]")
{
    TestStore store;
    const auto screening = store.addFinal();

    SECTION("when it is finalised again")
    {
        CHECK(errorOf(store->screenings().finalise(screening, "<other/>")) == ErrorCode::Conflict);
    }
    SECTION("when a late answer arrives")
    {
        CHECK(errorOf(store->screenings().saveDraft(screening, "late")) == ErrorCode::Conflict);
    }
    SECTION("when it is discarded")
    {
        CHECK(errorOf(store->screenings().discard(screening.id, DiscardReason::Mistake, 0)) ==
              ErrorCode::Conflict);
    }
    SECTION("when SQL tries")
    {
        const auto sql =
            GENERATE(as<QByteArray>(), "UPDATE screening SET decision = 'clear'",
                     "UPDATE screening SET finalised_at = NULL, instance_id = NULL", "DELETE FROM screening",
                     "UPDATE submission SET xml = x'00'", "DELETE FROM submission",
                     "DELETE FROM indicator_hit", "UPDATE indicator_hit SET item = ''", "DELETE FROM outbox",
                     "INSERT INTO draft_answers SELECT sequence, x'00', '' FROM screening");
        CAPTURE(sql);
        CHECK_FALSE(store.execute(sql));
    }
    CHECK(require(store->screenings().find(screening.id)) == screening);
    CHECK(require(store->screenings().submission(screening.id)) == "<data id=\"checklist\"/>");
}

TEST_CASE("what cannot be made final leaves the draft whole", "[store]")
{
    TestStore store;
    const auto taken = store.addFinal();
    const auto draft = store.addDraft();
    auto decided = test::decided(draft);

    SECTION("no instance id")
    {
        decided.instanceId.clear();
        CHECK(errorOf(store->screenings().finalise(decided, "<data/>")) == ErrorCode::InvalidInput);
    }
    SECTION("no verdict")
    {
        decided.verdict.reset();
        CHECK(errorOf(store->screenings().finalise(decided, "<data/>")) == ErrorCode::InvalidInput);
    }
    SECTION("no submission")
    {
        CHECK(errorOf(store->screenings().finalise(decided, {})) == ErrorCode::InvalidInput);
    }
    SECTION("the instance id of another record")
    {
        decided.instanceId = taken.instanceId;
        CHECK(errorOf(store->screenings().finalise(decided, "<data/>")) == ErrorCode::Conflict);
    }
    SECTION("a level that no model has, found after the submission was written")
    {
        decided.advice->hits.append({text("GEN-09"), {}, {}});
        decided.advice->hits.append({QString(), {}, {}});
        CHECK(errorOf(store->screenings().finalise(decided, "<data/>")) == ErrorCode::Conflict);
    }
    CHECK(require(store->screenings().find(draft.id)) == draft);
    CHECK(require(store->screenings().answers(draft.id)) == "answers");
    CHECK(require(store->outbox().counts()).queued == 1);
    CHECK(require(store->audit().verify()).firstBroken == std::nullopt);
}

TEST_CASE("an unknown screening is not found", "[store]")
{
    TestStore store;
    const auto stranger = test::decided(store.aDraft());
    CHECK(require(store->screenings().find(stranger.id)) == std::nullopt);
    CHECK(errorOf(store->screenings().saveDraft(stranger, "x")) == ErrorCode::NotFound);
    CHECK(errorOf(store->screenings().finalise(stranger, "<data/>")) == ErrorCode::NotFound);
    CHECK(errorOf(store->screenings().answers(stranger.id)) == ErrorCode::NotFound);
    CHECK(errorOf(store->screenings().submission(stranger.id)) == ErrorCode::NotFound);
    CHECK(errorOf(store->screenings().discard(stranger.id, DiscardReason::Mistake, 0)) ==
          ErrorCode::NotFound);
}

TEST_CASE("a draft needs a known shift and form version", "[store]")
{
    TestStore store;
    auto draft = store.aDraft();
    SECTION("shift") { draft.shift = ShiftId::create(); }
    SECTION("form version") { draft.formVersion = text("2"); }
    SECTION("and an id of its own") { draft.id = store.addDraft().id; }
    CHECK(errorOf(store->screenings().create(draft, "answers")) == ErrorCode::Conflict);
}

TEST_CASE("a discarded draft is gone with its answers and its words", "[store]")
{
    TestStore store;
    const auto draft = store.addDraft();
    require(store->screenings().discard(draft.id, DiscardReason::Repeated, 2));
    CHECK(require(store->screenings().find(draft.id)) == std::nullopt);
    CHECK(require(store->screenings().page({text("eriksson"), {}, {}, {}}, 10)).screenings.isEmpty());
    const AuditEntry told = auditEntries(store->audit()).last();
    CHECK(told.action == AuditAction::DraftDiscarded);
    CHECK(told.subject == draft.id.toText());
    CHECK(told.detail == text("reason=repeated signs=2"));  // not without a trace
}

TEST_CASE("both interviews of an encounter are found together", "[store]")
{
    TestStore store;
    const auto primary = store.addFinal();
    store.addFinal();
    auto second = store.aDraft();
    second.encounter = primary.encounter;
    second.line = record::Line::Second;
    store.addDraft(second);
    CHECK(require(store->screenings().ofEncounter(primary.encounter)) ==
          QList<record::Screening>{primary, second});
}

TEST_CASE("a report counts the final screenings of its shift or its day", "[store]")
{
    TestStore store;
    const QDateTime morning = store.clock.utcNow();
    const auto first = store.addFinal();
    store.addDraft();
    require(store->shifts().close(store.shift(), 40, {}));
    store.clock.advance(std::chrono::hours(24));
    const auto nextShift = require(store->shifts().open());
    auto draft = store.aDraft();
    draft.shift = nextShift.id;
    const auto second = store.addFinal(draft);

    auto &screenings = store->screenings();
    const auto counted = [](record::Screening screening) {
        screening.traveller.surname.clear();
        screening.traveller.givenNames.clear();
        screening.traveller.documentNumber = text("*");
        screening.verdict->reason.clear();
        return QList<record::Screening>{screening};
    };
    CHECK(require(screenings.finalOfShift(store.shift())) == counted(first));
    CHECK(require(screenings.finalOfShift(nextShift.id)) == counted(second));
    const QDateTime nextMorning = morning.addDays(1);
    CHECK(require(screenings.finalBetween(morning, nextMorning)) == counted(first));
    CHECK(require(screenings.finalBetween(nextMorning, nextMorning.addDays(1))) == counted(second));
}
