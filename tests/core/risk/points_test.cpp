#include "risk/points.h"

#include "risk_support.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::risk;
using namespace amparo::test;

namespace {

const PointsRules &pointsRules()
{
    static const Model model = shippedModel("primary-points");
    return std::get<PointsRules>(model.rules);
}

Observation sign(int number, Strength strength, const char *dimension = "")
{
    Observation observation;
    observation.indicator = QStringLiteral("GEN-%1").arg(number, 2, 10, QLatin1Char('0'));
    observation.dimension = QString::fromLatin1(dimension);
    observation.strength = strength;
    observation.answer = Answer::Fired;
    return observation;
}

Observations anySigns()
{
    Observations observations;
    for (int count = *rc::gen::inRange(0, 8); count > 0; --count)
        observations.append(sign(*rc::gen::inRange(1, 25), Strength(*rc::gen::inRange(0, 3))));
    return observations;
}

}  // namespace

TEST_CASE("points lead to the bands of the primary line", "[risk]")
{
    struct Row {
        int strong, medium, weak;
        int points;
        const char *band;
    };
    const auto row = GENERATE(values<Row>({
        {0, 0, 0, 0, "none_recorded"},
        {0, 0, 1, 1, "inform"},
        {0, 1, 1, 3, "inform"},
        {0, 2, 0, 4, "second_line"},
        {1, 0, 0, 4, "second_line"},
        {1, 1, 1, 7, "second_line"},
        {2, 0, 0, 8, "second_line_now"},
        {3, 4, 5, 25, "second_line_now"},
    }));
    Observations observations;
    int number = 0;
    for (int i = 0; i < row.strong; ++i)
        observations.append(sign(++number, Strength::Strong));
    for (int i = 0; i < row.medium; ++i)
        observations.append(sign(++number, Strength::Medium));
    for (int i = 0; i < row.weak; ++i)
        observations.append(sign(++number, Strength::Weak));
    CAPTURE(row.strong, row.medium, row.weak);
    const PointsResult result = applyPoints(pointsRules(), observations);
    CHECK(result.points == row.points);
    CHECK(result.band == QLatin1String(row.band));
}

TEST_CASE("an indicator that several questions stand for counts once, at its highest", "[risk]")
{
    CHECK(applyPoints(pointsRules(),
                      {sign(7, Strength::Weak), sign(7, Strength::Strong), sign(7, Strength::Medium)})
              .points == 4);
}

TEST_CASE("a sign that gives no points is still recorded", "[risk]")
{
    const PointsResult result = applyPoints(pointsRules(), {sign(1, Strength::Medium, "DF")});
    CHECK(result.points == 0);
    CHECK(result.band == QStringLiteral("inform"));
    CHECK(result.notCounted.size() == 1);
}

TEST_CASE("what is not observed gives no points", "[risk]")
{
    Observation unknown = sign(1, Strength::Strong);
    unknown.answer = Answer::Unknown;
    Observation absent = sign(2, Strength::Strong);
    absent.answer = Answer::NotFired;
    CHECK(applyPoints(pointsRules(), {unknown, absent}) ==
          PointsResult{0, QStringLiteral("none_recorded"), {}});
}

TEST_CASE("a further sign never lowers the points", "[risk]")
{
    CHECK(rc::check([] {
        const Observations before = anySigns();
        RC_ASSERT(applyPoints(pointsRules(), before + anySigns()).points >=
                  applyPoints(pointsRules(), before).points);
    }));
}
