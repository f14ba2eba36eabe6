#include "training/recommendation.h"

#include <algorithm>
#include <iterator>

namespace amparo::training {

namespace {

constexpr int pauseInDays[] = {1, 7, 30};

/// How a scenario stands, in the order in which it is to be practised.
struct Standing {
    enum class Need { NeverTried, NotPassed, Due, Resting };

    Need need = Need::NeverTried;
    QDate due;  ///< of what is due
};

Standing standingOf(const Scenario &scenario, const QList<record::TrainingResult> &results, QDate today)
{
    QList<record::TrainingResult> own;
    std::copy_if(results.begin(), results.end(), std::back_inserter(own),
                 [&](const record::TrainingResult &one) {
                     return one.scenario == scenario.id && one.scenarioVersion == scenario.version;
                 });
    if (own.isEmpty())
        return {};
    const auto failed =
        std::find_if(own.begin(), own.end(), [](const record::TrainingResult &one) { return !one.passed; });
    const auto inARow = std::distance(own.begin(), failed);
    if (inARow == 0)
        return {Standing::Need::NotPassed, {}};
    const auto pause = std::min<qsizetype>(inARow, std::size(pauseInDays)) - 1;
    const QDate due = own.first().finishedAt.date().addDays(pauseInDays[pause]);
    return {due <= today ? Standing::Need::Due : Standing::Need::Resting, due};
}

}  // namespace

std::shared_ptr<const Scenario> nextToPractise(const QList<std::shared_ptr<const Scenario>> &scenarios,
                                               const QList<record::TrainingResult> &results, QDate today)
{
    std::shared_ptr<const Scenario> next;
    Standing best{Standing::Need::Resting, {}};
    const auto isBefore = [&](const Standing &one, const Scenario &scenario) {
        if (one.need != best.need)
            return one.need < best.need;
        if (one.need == Standing::Need::Resting)
            return false;
        return one.need == Standing::Need::Due ? one.due < best.due : scenario.grade < next->grade;
    };
    for (const auto &scenario : scenarios) {
        const Standing standing = standingOf(*scenario, results, today);
        if (isBefore(standing, *scenario)) {
            best = standing;
            next = scenario;
        }
    }
    return next;
}

}  // namespace amparo::training
