#include "risk/delphi.h"

#include "risk_support.h"

#include <QSet>

#include <algorithm>
#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::risk;
using namespace amparo::test;

namespace {

const DelphiRules &delphiRules()
{
    static const Model model = shippedModel("delphi-trafficking");
    return std::get<DelphiRules>(model.rules);
}

const Profile &profile(const char *code)
{
    for (const Profile &candidate : delphiRules().profiles) {
        if (candidate.code == QLatin1String(code))
            return candidate;
    }
    FAIL("no profile " << code);
    return delphiRules().profiles.first();
}

/// Any items of a profile's list, some of them twice.
Observations anyItems(const Profile &profile)
{
    const QStringList items = profile.strengths.keys();
    Observations observations;
    for (int count = *rc::gen::inRange(0, 12); count > 0; --count)
        observations.append(firedItem(items[*rc::gen::inRange(0, int(items.size()))]));
    return observations;
}

const Profile &anyProfile()
{
    return delphiRules().profiles[*rc::gen::inRange(0, int(delphiRules().profiles.size()))];
}

QSet<QString> positive(const DelphiResult &result)
{
    QSet<QString> codes;
    for (const DimensionResult &dimension : result.dimensions) {
        if (dimension.isPositive())
            codes.insert(dimension.dimension.code);
    }
    return codes;
}

}  // namespace

TEST_CASE("a dimension is positive as the ILO and European Commission rule says", "[risk]")
{
    struct Row {
        Counts counts;
        Clause clause;
    };
    const auto row = GENERATE(values<Row>({
        {{0, 0, 0}, Clause::None},
        {{1, 0, 0}, Clause::None},
        {{0, 1, 0}, Clause::None},
        {{0, 2, 0}, Clause::None},
        {{2, 0, 0}, Clause::TwoStrong},
        {{1, 1, 0}, Clause::StrongWithAnother},
        {{1, 0, 1}, Clause::StrongWithAnother},
        {{0, 3, 0}, Clause::ThreeMedium},
        {{0, 2, 1}, Clause::TwoMediumWithWeak},
        {{0, 1, 1}, Clause::None},
        {{0, 1, 9}, Clause::None},
        {{0, 0, 9}, Clause::None},
        {{2, 3, 1}, Clause::TwoStrong},
        {{0, 3, 1}, Clause::ThreeMedium},
    }));
    CAPTURE(row.counts.strong, row.counts.medium, row.counts.weak);
    CHECK(clauseName(decidingClause(row.counts)) == clauseName(row.clause));
}

TEST_CASE("the rule's four clauses equal its short form", "[risk]")
{
    CHECK(rc::check([] {
        const Counts counts{*rc::gen::inRange(0, 6), *rc::gen::inRange(0, 6), *rc::gen::inRange(0, 6)};
        const auto [s, m, w] = std::tuple(counts.strong, counts.medium, counts.weak);
        RC_ASSERT((decidingClause(counts) != Clause::None) ==
                  (s >= 2 || (s >= 1 && m + w >= 1) || (m >= 2 && m + w >= 3)));
    }));
}

TEST_CASE("a further item never turns a dimension negative nor leads down the table", "[risk]")
{
    CHECK(rc::check([] {
        const Profile &list = anyProfile();
        Observations observations = anyItems(list);
        const DelphiResult before = applyDelphi(delphiRules(), list, observations, list.child);
        observations.append(anyItems(list));
        const DelphiResult after = applyDelphi(delphiRules(), list, observations, list.child);
        RC_ASSERT(positive(after).contains(positive(before)));
        RC_ASSERT(after.row <= before.row);
    }));
}

TEST_CASE("the order of answers and repeated items change nothing", "[risk]")
{
    CHECK(rc::check([] {
        const Profile &list = anyProfile();
        const Observations observations = anyItems(list);
        Observations otherwise = observations + observations;
        std::reverse(otherwise.begin(), otherwise.end());
        const DelphiResult one = applyDelphi(delphiRules(), list, observations, list.child);
        const DelphiResult other = applyDelphi(delphiRules(), list, otherwise, list.child);
        RC_ASSERT(one.row == other.row);
        for (qsizetype i = 0; i < one.dimensions.size(); ++i)
            RC_ASSERT(one.dimensions[i].counts == other.dimensions[i].counts);
    }));
}

TEST_CASE("the lists have as many items as the ILO published", "[risk]")
{
    struct Row {
        const char *dimension;
        int items;
    };
    const auto row = GENERATE(values<Row>(
        {{"DR", 10}, {"CR", 10}, {"RV", 16}, {"EX", 9}, {"CD", 15}, {"VD", 6 /* of 7, one unscored */}}));
    CAPTURE(row.dimension);
    int items = 0;
    for (const QString &item : profile("AL").strengths.keys())
        items += item.startsWith(QLatin1String(row.dimension)) ? 1 : 0;
    CHECK(items == row.items);
}

TEST_CASE("belonging to a group that suffers discrimination is on the list and never counts", "[risk]")
{
    const Observations observations{firedItem(QStringLiteral("VD.personal")),
                                    firedItem(QStringLiteral("VD.dependency")),
                                    firedItem(QStringLiteral("VD.economic"))};
    for (const Profile &list : delphiRules().profiles) {
        CAPTURE(list.code);
        const DelphiResult result = applyDelphi(delphiRules(), list, observations, list.child);
        CHECK_FALSE(positive(result).contains(QStringLiteral("VD")));
        REQUIRE(result.notCounted.size() == 1);
        CHECK(result.notCounted.first().item == QStringLiteral("VD.personal"));
    }
}

TEST_CASE("the list for child sexual exploitation derives from the labour list for children", "[risk]")
{
    const auto strength = [](const char *code, const char *item) {
        return strengthName(profile(code).strengths.value(QString::fromLatin1(item), Strength::Weak));
    };
    CHECK(strength("CL", "EX.hazardous") == QStringLiteral("medium"));
    CHECK(strength("CS", "EX.hazardous") == QStringLiteral("strong"));
    CHECK(strength("CS", "CD.tasks") == QStringLiteral("strong"));
    CHECK(strength("CS", "CD.isolation") == strength("CL", "CD.isolation"));
    CHECK(profile("CS").strengths.keys() == profile("CL").strengths.keys());
}

TEST_CASE("coercion weighs more at the destination than on the way, for adults at work", "[risk]")
{
    for (const char *item : {"documents", "debt", "isolation"}) {
        CAPTURE(item);
        const QString name = QString::fromLatin1(item);
        CHECK(profile("AL").strengths.value(QStringLiteral("CR.") + name) == Strength::Medium);
        CHECK(profile("AL").strengths.value(QStringLiteral("CD.") + name) == Strength::Strong);
    }
}
