#include "training/score.h"

#include <algorithm>

namespace amparo::training {

namespace {

constexpr int signPoints = 40;
constexpr int decisionPoints = 40;
constexpr int acceptablePoints = 30;
constexpr int wayPoints = 20;
constexpr int unfoundedCost = 10;
constexpr int mistakeCost = 10;

/// All points where there is nothing to share them.
int share(int points, qsizetype reached, qsizetype all)
{
    return all == 0 ? points : static_cast<int>((points * reached + all / 2) / all);
}

bool isRecorded(const Attempt &attempt, const QString &indicator)
{
    return std::any_of(attempt.recorded.begin(), attempt.recorded.end(),
                       [&](const QStringList &sign) { return sign.contains(indicator); });
}

bool isFounded(const Key &key, const QStringList &sign)
{
    return std::any_of(sign.begin(), sign.end(), [&](const QString &indicator) {
        return key.optional.contains(indicator) ||
               std::any_of(key.signs.begin(), key.signs.end(),
                           [&](const ExpectedSign &expected) { return expected.indicator == indicator; });
    });
}

int pointsOf(Fit fit)
{
    switch (fit) {
    case Fit::Right:
        return decisionPoints;
    case Fit::Acceptable:
        return acceptablePoints;
    case Fit::Wrong:
        return 0;
    }
    Q_UNREACHABLE();
}

}  // namespace

Score score(const Scenario &scenario, const Attempt &attempt)
{
    Score score;
    const Key &key = scenario.key;
    for (const ExpectedSign &sign : key.signs)
        (isRecorded(attempt, sign.indicator) ? score.found : score.missed).append(sign);
    for (const QStringList &sign : attempt.recorded) {
        if (!isFounded(key, sign) && !score.unfounded.contains(sign))
            score.unfounded.append(sign);
    }
    for (const QString &step : key.steps) {
        if (!attempt.made.contains(step))
            score.missedSteps.append(step);
    }
    for (const int mistake : attempt.mistakes) {
        if (!score.mistakes.contains(mistake))
            score.mistakes.append(mistake);
    }
    score.verdict = scenario.keyOf(attempt.decision);

    const auto unfounded = static_cast<int>(score.unfounded.size());
    const auto mistakes = static_cast<int>(score.mistakes.size());
    const qsizetype stepsMade = key.steps.size() - score.missedSteps.size();
    score.signs =
        std::max(0, share(signPoints, score.found.size(), key.signs.size()) - unfoundedCost * unfounded);
    score.decision = pointsOf(score.verdict.fit);
    score.way = std::max(0, share(wayPoints, stepsMade, key.steps.size()) - mistakeCost * mistakes);
    return score;
}

QList<QStringList> recordedSigns(const risk::Observations &observations)
{
    QList<QStringList> signs;
    for (const risk::Observation &observation : observations) {
        if (observation.answer == risk::Answer::Fired)
            signs.append(observation.indicator.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
    return signs;
}

}  // namespace amparo::training
