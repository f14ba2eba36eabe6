#include "risk/delphi.h"

#include <QSet>

#include <algorithm>

namespace amparo::risk {

namespace {

/// The dimensions' results of one profile, and whether anything at all is recorded.
struct Tally {
    QList<DimensionResult> dimensions;
    Observations notCounted;
    bool anyItem = false;
};

DimensionResult *find(QList<DimensionResult> &dimensions, const QString &code)
{
    const auto found = std::find_if(dimensions.begin(), dimensions.end(), [&](const DimensionResult &result) {
        return result.dimension.code == code;
    });
    return found == dimensions.end() ? nullptr : &*found;
}

Tally countItems(const DelphiRules &rules, const Profile &profile, const Observations &observations)
{
    Tally tally;
    for (const Dimension &dimension : rules.dimensions)
        tally.dimensions.append({dimension, {}, Clause::None, {}});

    for (const Observation &observation : observations) {
        if (observation.answer != Answer::Fired)
            continue;
        if (observation.dimension.isEmpty()) {
            tally.anyItem = true;
            continue;
        }
        DimensionResult *result = find(tally.dimensions, observation.dimension);
        if (!result)
            continue;
        const auto strength = profile.strengths.constFind(observation.item);
        if (strength == profile.strengths.cend() || rules.neverScored.contains(observation.item)) {
            tally.notCounted.append(observation);
            continue;
        }
        tally.anyItem = true;
        if (result->items.contains(observation.item))
            continue;
        result->items.append(observation.item);
        result->counts.add(*strength);
    }
    for (DimensionResult &result : tally.dimensions)
        result.clause = decidingClause(result.counts);
    return tally;
}

bool holds(const TableRow &row, const QSet<QString> &facts)
{
    return std::any_of(row.anyOf.begin(), row.anyOf.end(), [&](const QStringList &set) {
        return std::all_of(set.begin(), set.end(), [&](const QString &fact) { return facts.contains(fact); });
    });
}

bool fits(const Profile &profile, const Person &person)
{
    return profile.child == person.child && (person.exploitation == Person::Exploitation::Unknown ||
                                             profile.exploitation == person.exploitation);
}

}  // namespace

void Counts::add(Strength strength)
{
    switch (strength) {
    case Strength::Weak:
        ++weak;
        break;
    case Strength::Medium:
        ++medium;
        break;
    case Strength::Strong:
        ++strong;
        break;
    }
}

QString clauseName(Clause clause)
{
    switch (clause) {
    case Clause::None:
        return QStringLiteral("none");
    case Clause::TwoStrong:
        return QStringLiteral("two_strong");
    case Clause::StrongWithAnother:
        return QStringLiteral("strong_with_another");
    case Clause::ThreeMedium:
        return QStringLiteral("three_medium");
    case Clause::TwoMediumWithWeak:
        return QStringLiteral("two_medium_with_weak");
    }
    return {};
}

Clause decidingClause(const Counts &counts)
{
    if (counts.strong >= 2)
        return Clause::TwoStrong;
    if (counts.strong >= 1 && counts.medium + counts.weak >= 1)
        return Clause::StrongWithAnother;
    if (counts.medium >= 3)
        return Clause::ThreeMedium;
    if (counts.medium >= 2 && counts.weak >= 1)
        return Clause::TwoMediumWithWeak;
    return Clause::None;
}

DelphiResult applyDelphi(const DelphiRules &rules, const Profile &profile, const Observations &observations,
                         bool child)
{
    Tally tally = countItems(rules, profile, observations);

    QSet<QString> facts;
    if (child)
        facts.insert(QStringLiteral("child"));
    if (tally.anyItem)
        facts.insert(QStringLiteral("any_item"));
    for (const DimensionResult &result : std::as_const(tally.dimensions)) {
        if (result.isPositive())
            facts.insert(result.dimension.code);
    }

    const auto row = std::find_if(rules.table.begin(), rules.table.end(),
                                  [&](const TableRow &candidate) { return holds(candidate, facts); });
    return {profile, std::move(tally.dimensions), static_cast<int>(row - rules.table.begin()),
            row == rules.table.end() ? rules.otherwise : *row, std::move(tally.notCounted)};
}

QList<DelphiResult> applyFittingProfiles(const DelphiRules &rules, const Observations &observations,
                                         const Person &person)
{
    QList<DelphiResult> results;
    for (const Profile &profile : rules.profiles) {
        if (fits(profile, person))
            results.append(applyDelphi(rules, profile, observations, person.child));
    }
    std::stable_sort(results.begin(), results.end(), [](const DelphiResult &left, const DelphiResult &right) {
        return left.row < right.row;
    });
    return results;
}

}  // namespace amparo::risk
