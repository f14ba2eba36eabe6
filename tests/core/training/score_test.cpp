#include "training/score.h"

#include "core/training/training_support.h"
#include "support/catch.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::training;
using namespace amparo::test;
using record::Decision;

namespace {

QStringList sign(const char *indicators) { return QString::fromLatin1(indicators).split(QLatin1Char(' ')); }

const QStringList bothSteps{QStringLiteral("where"), QStringLiteral("room")};

/// What the key of aScenario() asks for.
Attempt byTheKey() { return {{sign("GEN-03"), sign("GEN-05")}, Decision::SecondLine, bothSteps, {}}; }

Attempt anyAttempt()
{
    const auto pick = [](const QStringList &all) {
        QStringList some;
        for (const QString &one : all) {
            if (*rc::gen::arbitrary<bool>())
                some.append(one);
        }
        return some;
    };
    Attempt attempt;
    for (const QString &one : pick({QStringLiteral("GEN-03"), QStringLiteral("GEN-05"),
                                    QStringLiteral("GEN-16"), QStringLiteral("GEN-08")}))
        attempt.recorded.append({one});
    attempt.decision = *rc::gen::element(Decision::Clear, Decision::SecondLine, Decision::UrgentProtection);
    attempt.made = pick(bothSteps);
    for (const QString &one : pick({QStringLiteral("5"), QStringLiteral("10"), QStringLiteral("1")}))
        attempt.mistakes.append(one.toInt());
    return attempt;
}

}  // namespace

TEST_CASE("who does what the key asks for has all points", "[training]")
{
    const Score score = training::score(aScenario(), byTheKey());
    CHECK(score.signs == 40);
    CHECK(score.decision == 40);
    CHECK(score.way == 20);
    CHECK(score.total() == Score::whole);
    CHECK(score.passed());
    CHECK(score.found.size() == 2);
    CHECK(score.missed.isEmpty());
}

TEST_CASE("each part is scored and says why", "[training]")
{
    Attempt attempt = byTheKey();

    SECTION("a sign that was missed costs its share")
    {
        attempt.recorded = {sign("GEN-05")};
        const Score score = training::score(aScenario(), attempt);
        CHECK(score.signs == 20);
        REQUIRE(score.missed.size() == 1);
        CHECK(score.missed.first().indicator == QStringLiteral("GEN-03"));
    }
    SECTION("a question that does not tell signs apart finds either of them")
    {
        attempt.recorded = {sign("GEN-03"), sign("LAB-08 GEN-05")};
        CHECK(training::score(aScenario(), attempt).total() == Score::whole);
    }
    SECTION("a sign that may be recorded costs nothing, one that nothing supports costs ten")
    {
        attempt.recorded += {sign("GEN-16"), sign("GEN-08")};
        const Score score = training::score(aScenario(), attempt);
        CHECK(score.signs == 30);
        CHECK(score.unfounded == QList<QStringList>{sign("GEN-08")});
    }
    SECTION("an acceptable decision is worth thirty")
    {
        attempt.decision = Decision::UrgentProtection;
        const Score score = training::score(aScenario(), attempt);
        CHECK(score.decision == 30);
        CHECK(score.passed());
        CHECK(score.verdict.why.in(QStringLiteral("en")) == QStringLiteral("Well."));
    }
    SECTION("a wrong one fails, whatever the points")
    {
        attempt.decision = Decision::Clear;
        const Score score = training::score(aScenario(), attempt);
        CHECK(score.decision == 0);
        CHECK_FALSE(score.passed());
    }
    SECTION("a mistake fails, whatever the points")
    {
        attempt.mistakes = {5};
        const Score score = training::score(aScenario(), attempt);
        CHECK(score.total() == 90);
        CHECK_FALSE(score.passed());
    }
    SECTION("a step that was left out is named")
    {
        attempt.made.removeLast();
        const Score score = training::score(aScenario(), attempt);
        CHECK(score.way == 10);
        CHECK(score.missedSteps == QStringList{QStringLiteral("room")});
    }
}

TEST_CASE("where nothing was to be recorded, recording nothing is right", "[training]")
{
    Scenario scenario = aScenario();
    scenario.key.signs.clear();
    Attempt attempt = byTheKey();
    attempt.recorded.clear();
    CHECK(training::score(scenario, attempt).signs == 40);
    attempt.recorded = {sign("GEN-08"), sign("GEN-03")};
    CHECK(training::score(scenario, attempt).signs == 20);
}

TEST_CASE("any attempt: parts stay in their bounds and every lost point has a reason", "[training]")
{
    const Scenario scenario = aScenario();
    rc::check([&] {
        const Attempt attempt = anyAttempt();
        const Score score = training::score(scenario, attempt);
        RC_ASSERT(score.signs >= 0 && score.signs <= 40);
        RC_ASSERT(score.decision >= 0 && score.decision <= 40);
        RC_ASSERT(score.way >= 0 && score.way <= 20);
        RC_ASSERT((score.signs == 40) == (score.missed.isEmpty() && score.unfounded.isEmpty()));
        RC_ASSERT((score.decision == 40) == (score.verdict.fit == Fit::Right));
        RC_ASSERT((score.way == 20) == (score.missedSteps.isEmpty() && score.mistakes.isEmpty()));
        RC_ASSERT(score.found.size() + score.missed.size() == scenario.key.signs.size());
    });
}

TEST_CASE("any attempt: doing better never costs, and the order does not matter", "[training]")
{
    const Scenario scenario = aScenario();
    rc::check([&] {
        const Attempt attempt = anyAttempt();
        const int before = training::score(scenario, attempt).total();

        Attempt better = attempt;
        better.recorded.append(sign("GEN-03"));
        better.made.append(QStringLiteral("where"));
        RC_ASSERT(training::score(scenario, better).total() >= before);

        Attempt worse = attempt;
        worse.mistakes.append(7);
        worse.recorded.append(sign("GEN-08"));
        RC_ASSERT(training::score(scenario, worse).total() <= before);

        Attempt turned = attempt;
        std::reverse(turned.recorded.begin(), turned.recorded.end());
        std::reverse(turned.made.begin(), turned.made.end());
        std::reverse(turned.mistakes.begin(), turned.mistakes.end());
        RC_ASSERT(training::score(scenario, turned).total() == before);
    });
}

TEST_CASE("only signs that fired were recorded", "[training]")
{
    risk::Observation fired;
    fired.indicator = QStringLiteral("GEN-01 GEN-02");
    fired.answer = risk::Answer::Fired;
    risk::Observation open = fired;
    open.answer = risk::Answer::Unknown;
    risk::Observation no = fired;
    no.answer = risk::Answer::NotFired;
    CHECK(recordedSigns({open, fired, no}) == QList<QStringList>{sign("GEN-01 GEN-02")});
}
