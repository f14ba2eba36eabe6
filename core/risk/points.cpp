#include "risk/points.h"

#include <QMap>

#include <algorithm>

namespace amparo::risk {

namespace {

int pointsOf(const PointsRules &rules, Strength strength)
{
    switch (strength) {
    case Strength::Weak:
        return rules.weak;
    case Strength::Medium:
        return rules.medium;
    case Strength::Strong:
        return rules.strong;
    }
    return 0;
}

QString bandAt(const PointsRules &rules, int points)
{
    QString band;
    for (const PointsRules::Step &step : rules.steps) {
        if (step.from <= points)
            band = step.band;
    }
    return band;
}

}  // namespace

PointsResult applyPoints(const PointsRules &rules, const Observations &observations)
{
    PointsResult result;
    QMap<QString, int> pointsByIndicator;
    for (const Observation &observation : observations) {
        if (observation.answer != Answer::Fired)
            continue;
        if (!observation.strength || rules.apart.contains(observation.dimension)) {
            result.notCounted.append(observation);
            continue;
        }
        int &points = pointsByIndicator[observation.indicator];
        points = std::max(points, pointsOf(rules, *observation.strength));
    }
    for (const int points : std::as_const(pointsByIndicator))
        result.points += points;

    const bool recordedOnly = result.points == 0 && !result.notCounted.isEmpty();
    result.band = recordedOnly ? rules.recordedWithoutPoints : bandAt(rules, result.points);
    return result;
}

}  // namespace amparo::risk
