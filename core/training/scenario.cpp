#include "training/scenario.h"

#include "base/names.h"

#include <algorithm>

namespace amparo::training {

namespace {

constexpr Names<Grade, 3> grades{{{Grade::Easy, QLatin1StringView("easy")},
                                  {Grade::Medium, QLatin1StringView("medium")},
                                  {Grade::Hard, QLatin1StringView("hard")}}};

constexpr Names<Fit, 3> fits{{{Fit::Right, QLatin1StringView("right")},
                              {Fit::Acceptable, QLatin1StringView("acceptable")},
                              {Fit::Wrong, QLatin1StringView("wrong")}}};

constexpr Names<Condition, 2> conditions{
    {{Condition::Private, QLatin1StringView("private")}, {Condition::Consent, QLatin1StringView("consent")}}};

}  // namespace

QString gradeName(Grade grade) { return nameOf(grades, grade); }
std::optional<Grade> gradeFromName(QStringView name) { return valueOf(grades, name); }
std::optional<Fit> fitFromName(QStringView name) { return valueOf(fits, name); }
std::optional<Condition> conditionFromName(QStringView name) { return valueOf(conditions, name); }

const Move *Scenario::move(const QString &moveId) const
{
    const auto found =
        std::find_if(moves.begin(), moves.end(), [&](const Move &one) { return one.id == moveId; });
    return found == moves.end() ? nullptr : &*found;
}

const DecisionKey &Scenario::keyOf(record::Decision decision) const
{
    const auto found = std::find_if(key.decisions.begin(), key.decisions.end(),
                                    [&](const DecisionKey &one) { return one.decision == decision; });
    Q_ASSERT(found != key.decisions.end());  // the reader wants all three
    return *found;
}

}  // namespace amparo::training
