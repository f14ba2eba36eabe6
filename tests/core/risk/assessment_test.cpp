#include "risk/assessment.h"

#include "risk_support.h"
#include "support/text.h"

#include <algorithm>
#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::risk;
using namespace amparo::test;
using Exploitation = Person::Exploitation;

namespace {

const Model &delphi()
{
    static const Model model = shippedModel("delphi-trafficking");
    return model;
}

const Model &points()
{
    static const Model model = shippedModel("primary-points");
    return model;
}

QString trackOf(const Assessment &assessment, const char *code)
{
    for (const TrackResult &track : assessment.tracks) {
        if (track.code == QLatin1String(code))
            return track.band.code;
    }
    return {};
}

const char *const catalogue =
    "GEN-01 GEN-03 GEN-05 GEN-07 GEN-10 GEN-15 GEN-18 GEN-19 LAB-01 LAB-02 LAB-09 LAB-10 "
    "LAB-11 LAB-12 LAB-14 LAB-15 SMG-01 SMG-02 SMG-04 DOC-01 DOC-10 CHI-19 NEED-ASYLUM";

Observations anyFired()
{
    const Observations all = allFired(text(catalogue));
    Observations some;
    for (int count = *rc::gen::inRange(0, 10); count > 0; --count)
        some.append(all[*rc::gen::inRange(0, int(all.size()))]);
    return some;
}

Person anyPerson() { return {*rc::gen::arbitrary<bool>(), Exploitation(*rc::gen::inRange(0, 3))}; }

}  // namespace

TEST_CASE("the worked cases of the indicator rules come out as reckoned by hand", "[risk]")
{
    struct Row {
        const char *fired;
        bool child;
        const char *band;
        Recommendation recommendation;
    };
    const auto row = GENERATE(values<Row>({
        {"", false, "none_recorded", Recommendation::Clear},
        {"LAB-01", false, "below_threshold", Recommendation::Clear},
        {"LAB-01 LAB-02", false, "vulnerable", Recommendation::Clear},
        {"LAB-01 LAB-02", true, "vulnerable", Recommendation::SecondLine},
        {"GEN-03 DOC-10 SMG-11", false, "below_threshold", Recommendation::Clear},
        {"GEN-01 GEN-03 GEN-15", false, "control_before_exploitation", Recommendation::SecondLine},
        {"GEN-01 GEN-03 GEN-15", true, "control_before_exploitation", Recommendation::UrgentProtection},
        {"LAB-01 LAB-02 LAB-09 LAB-10 LAB-14 LAB-15", false, "tip_full", Recommendation::UrgentProtection},
        {"LAB-01 LAB-02 LAB-09 LAB-10 LAB-14 LAB-15", true, "tip_child", Recommendation::UrgentProtection},
        {"LAB-09 LAB-10", true, "tip_child", Recommendation::UrgentProtection},
        {"LAB-01 LAB-02 LAB-09 LAB-10", false, "means_and_exploitation", Recommendation::UrgentProtection},
        {"LAB-09 LAB-10 LAB-14 LAB-15", false, "exploitation_under_control",
         Recommendation::UrgentProtection},
        {"LAB-10 LAB-11", false, "below_threshold", Recommendation::Clear},
        {"LAB-10 LAB-11 LAB-12", false, "exploitation", Recommendation::SecondLine},
        {"GEN-07", false, "below_threshold", Recommendation::Clear},
    }));
    CAPTURE(row.fired, row.child);
    const Assessment assessment = assess(delphi(), allFired(text(row.fired)), row.child ? child() : adult());
    CHECK(assessment.band.code == QLatin1String(row.band));
    CHECK(recommendationName(assessment.recommendation) == recommendationName(row.recommendation));
    CHECK(assessment.reason.rule == QStringLiteral("table:") + QLatin1String(row.band));
}

TEST_CASE("three questions about the same papers are one item", "[risk]")
{
    const Assessment assessment = assess(delphi(), allFired(text("GEN-03 DOC-10 SMG-11")), adult());
    const auto dimensions = assessment.dimensions();
    const auto coercion =
        std::find_if(dimensions.begin(), dimensions.end(), [](const DimensionResult &result) {
            return result.dimension.code == QStringLiteral("CR");
        });
    REQUIRE(coercion != dimensions.end());
    CHECK(coercion->counts == Counts{0, 1, 0});
    CHECK_FALSE(coercion->isPositive());
    CHECK(assessment.fired.size() == 3);
}

TEST_CASE("an item that a profile's list lacks never counts, and is listed", "[risk]")
{
    const Assessment forChild = assess(delphi(), {fired(text("GEN-19"))}, child());
    CHECK(forChild.band.code == QStringLiteral("none_recorded"));
    REQUIRE(forChild.notCounted.size() == 1);
    CHECK(forChild.notCounted.first().indicator == QStringLiteral("GEN-19"));
    CHECK(assess(delphi(), {fired(text("GEN-19"))}, adult()).band.code == QStringLiteral("below_threshold"));
}

TEST_CASE("smuggling stands beside trafficking, and neither hides the other", "[risk]")
{
    SECTION("danger to life alone")
    {
        const Assessment assessment = assess(delphi(), {fired(text("SMG-02"))}, adult());
        CHECK(assessment.band.code == QStringLiteral("none_recorded"));
        CHECK(trackOf(assessment, "smuggling") == QStringLiteral("smuggling_aggravated"));
        CHECK(assessment.recommendation == Recommendation::UrgentProtection);
    }
    SECTION("both")
    {
        const Assessment assessment =
            assess(delphi(), allFired(text("SMG-02 LAB-01 LAB-02 LAB-09 LAB-10 LAB-14 LAB-15")), adult());
        CHECK(assessment.band.code == QStringLiteral("tip_full"));
        CHECK(trackOf(assessment, "smuggling") == QStringLiteral("smuggling_aggravated"));
    }
    SECTION("special needs, without aggravation")
    {
        CHECK(trackOf(assess(delphi(), {fired(text("SMG-09"))}, adult()), "smuggling") ==
              QStringLiteral("smuggling_indicated"));
    }
    SECTION("a weak sign is no indication")
    {
        Observation weak = fired(text("SMG-01"));
        weak.strength = Strength::Weak;
        CHECK(trackOf(assess(delphi(), {weak}, adult()), "smuggling").isEmpty());
    }
}

TEST_CASE("doubts about a document are shown apart and advise nothing", "[risk]")
{
    const Assessment assessment = assess(points(), {fired(text("DOC-01"))}, adult());
    CHECK(trackOf(assessment, "documents") == QStringLiteral("document_doubts"));
    CHECK(assessment.tracks.first().recommendation == std::nullopt);
    CHECK(assessment.points == 0);
    CHECK(assessment.recommendation == Recommendation::Clear);
}

TEST_CASE("a trigger acts whatever the score", "[risk]")
{
    struct Row {
        const char *indicator;
        bool markedByForm;
        const char *band;
        Recommendation recommendation;
    };
    const auto row = GENERATE(values<Row>({
        {"GEN-18", true, "urgent_protection", Recommendation::UrgentProtection},
        {"SEX-11", false, "urgent_protection", Recommendation::UrgentProtection},
        {"CHI-19", true, "urgent_protection", Recommendation::UrgentProtection},
        {"CHI-01", true, "second_line_now", Recommendation::SecondLine},
        {"CHI-02", true, "second_line_now", Recommendation::SecondLine},
        {"CHI-05", false, "inform", Recommendation::Clear},
    }));
    CAPTURE(row.indicator);
    Observation observation = fired(text(row.indicator));
    observation.trigger = row.markedByForm;
    observation.strength = Strength::Weak;
    const Assessment assessment = assess(points(), {observation}, child());
    CHECK(assessment.band.code == QLatin1String(row.band));
    CHECK(recommendationName(assessment.recommendation) == recommendationName(row.recommendation));
    CHECK(assessment.triggers.isEmpty() == (assessment.reason.rule == QStringLiteral("points")));
}

TEST_CASE("a trigger raises the advice of a rule without renaming its result", "[risk]")
{
    const Assessment assessment = assess(delphi(), {fired(text("GEN-18"))}, adult());
    CHECK(assessment.band.code == QStringLiteral("below_threshold"));
    CHECK(assessment.recommendation == Recommendation::UrgentProtection);
    CHECK(assess(delphi(), {fired(text("NEED-ASYLUM"))}, adult()).recommendation ==
          Recommendation::SecondLine);
}

TEST_CASE("where the kind of exploitation is unknown both lists are reckoned and the higher shown", "[risk]")
{
    const Observations papersAndWatched = allFired(text("GEN-01 GEN-03"));  // CR: two medium, or two strong
    CHECK(assess(delphi(), papersAndWatched, adult(Exploitation::Labour)).band.code ==
          QStringLiteral("below_threshold"));

    const Assessment unknown = assess(delphi(), papersAndWatched, adult(Exploitation::Unknown));
    CHECK(unknown.band.code == QStringLiteral("control_before_exploitation"));
    REQUIRE(unknown.profiles.size() == 2);
    CHECK(unknown.profiles[0].profile.code == QStringLiteral("AS"));
    CHECK(unknown.profiles[1].profile.code == QStringLiteral("AL"));
}

TEST_CASE("whoever looks under 18 is treated as a child", "[risk]")
{
    const Assessment assessment = assess(delphi(), allFired(text("LAB-09 LAB-10 CHI-06")), adult());
    CHECK(assessment.child);
    CHECK(assessment.childPresumedByIndicator);
    CHECK(assessment.band.code == QStringLiteral("tip_child"));
    CHECK(Person{}.child);  // nothing known of the age: the presumption holds
}

TEST_CASE("a result that rests on what officers saw alone says so", "[risk]")
{
    Observations observations = allFired(text("GEN-01 GEN-03"));
    for (Observation &observation : observations)
        observation.how = How::Observed;
    CHECK(assess(delphi(), observations, adult()).observedOnly);
    observations.append(fired(text("GEN-15")));
    CHECK_FALSE(assess(delphi(), observations, adult()).observedOnly);
    CHECK_FALSE(assess(delphi(), {}, adult()).observedOnly);
}

TEST_CASE("what is not known is listed and counts as absent", "[risk]")
{
    Observations observations = allFired(text("LAB-01 LAB-02 GEN-05"));
    observations[1].answer = Answer::Unknown;
    observations[2].answer = Answer::NotFired;
    const Assessment assessment = assess(delphi(), observations, adult());
    CHECK(assessment.band.code == QStringLiteral("below_threshold"));
    CHECK(assessment.unanswered == Observations{observations[1]});
    CHECK(assessment.asked == 3);
}

TEST_CASE("a further indicator never lowers the advice", "[risk]")
{
    CHECK(rc::check([] {
        const Model &model = *rc::gen::arbitrary<bool>() ? delphi() : points();
        const Person person = anyPerson();
        const Observations before = anyFired();
        const Assessment one = assess(model, before, person);
        const Assessment other = assess(model, before + anyFired(), person);
        RC_ASSERT(other.recommendation >= one.recommendation);
        RC_ASSERT(other.band.level >= one.band.level);
    }));
}

TEST_CASE("the order of answers changes neither result nor advice", "[risk]")
{
    CHECK(rc::check([] {
        const Model &model = *rc::gen::arbitrary<bool>() ? delphi() : points();
        const Person person = anyPerson();
        Observations observations = anyFired();
        const Assessment one = assess(model, observations, person);
        std::reverse(observations.begin(), observations.end());
        const Assessment other = assess(model, observations, person);
        RC_ASSERT(one.band == other.band);
        RC_ASSERT(one.recommendation == other.recommendation);
    }));
}
