#include "risk/statistics.h"

#include "support/catch.h"

#include <rapidcheck.h>

#include <cmath>
#include <vector>

using namespace amparo::risk;

namespace {

struct Case {
    int score = 0;
    bool outcome = false;
};

ScoreCounts counted(const std::vector<Case> &cases)
{
    ScoreCounts counts;
    for (const Case &one : cases)
        counts.add(one.score, one.outcome);
    return counts;
}

/// At least two of each kind, with scores that often tie.
std::vector<Case> anyCases()
{
    std::vector<Case> cases;
    for (const bool outcome : {true, false}) {
        for (int count = *rc::gen::inRange(2, 20); count > 0; --count)
            cases.push_back({*rc::gen::inRange(-3, 6), outcome});
    }
    return cases;
}

/// DeLong's formulas as printed, over every pair: area and variance.
std::pair<double, double> overEveryPair(const std::vector<Case> &cases)
{
    const auto mean = [](const std::vector<double> &values) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum / double(values.size());
    };
    const auto meanVariance = [&](const std::vector<double> &values) {
        double squares = 0;
        for (const double value : values)
            squares += (value - mean(values)) * (value - mean(values));
        return squares / double(values.size() - 1) / double(values.size());
    };
    const auto components = [&](bool outcome) {
        std::vector<double> values;
        for (const Case &one : cases) {
            if (one.outcome != outcome)
                continue;
            std::vector<double> wins;
            for (const Case &other : cases) {
                if (other.outcome == outcome)
                    continue;
                const int ahead = outcome ? one.score - other.score : other.score - one.score;
                wins.push_back(ahead > 0 ? 1 : ahead == 0 ? 0.5 : 0);
            }
            values.push_back(mean(wins));
        }
        return values;
    };
    return {mean(components(true)), meanVariance(components(true)) + meanVariance(components(false))};
}

}  // namespace

TEST_CASE("Wilson's interval is the one that Newcombe printed", "[risk]")
{
    struct Row {
        qint64 count;
        qint64 of;
        double low;
        double high;
    };
    const auto row = GENERATE(values<Row>({{81, 263, 0.2553, 0.3662},
                                           {15, 148, 0.0624, 0.1605},
                                           {0, 20, 0.0000, 0.1611},
                                           {1, 29, 0.0061, 0.1718}}));  // Stat. Med. 17 (1998), table I
    CAPTURE(row.count, row.of);
    const auto interval = Share{row.count, row.of}.interval();
    REQUIRE(interval);
    CHECK(std::abs(interval->low - row.low) < 0.00005);
    CHECK(std::abs(interval->high - row.high) < 0.00005);
}

TEST_CASE("nothing is said of nobody", "[risk]")
{
    CHECK_FALSE(Share{0, 0}.estimate());
    CHECK_FALSE(Share{0, 0}.interval());
    CHECK_FALSE(counted({}).area());
    CHECK_FALSE(counted({{1, true}, {2, true}}).area());
    CHECK_FALSE(counted({{1, false}}).area());
}

TEST_CASE("an interval holds the estimate, stays between 0 and 1, mirrors, and narrows with the sample",
          "[risk]")
{
    CHECK(rc::check([] {
        const int of = *rc::gen::inRange(1, 2000);
        const int count = *rc::gen::inRange(0, of + 1);
        const Share share{count, of};
        const Interval interval = *share.interval();
        RC_ASSERT(interval.low >= 0);
        RC_ASSERT(interval.high <= 1);
        RC_ASSERT(interval.low <= *share.estimate());
        RC_ASSERT(*share.estimate() <= interval.high);
        const Interval mirrored = *Share{of - count, of}.interval();
        RC_ASSERT(std::abs(mirrored.low - (1 - interval.high)) < 1e-12);
        const int times = *rc::gen::inRange(2, 50);
        const Share larger{qint64(count) * times, qint64(of) * times};
        RC_ASSERT(larger.interval()->width() < interval.width());
    }));
}

TEST_CASE("figures of a test come from its four counts", "[risk]")
{
    // The questionnaire of indicators.md, section 5: 30 affected of 340, 86.7 % sensitive, 76.5 % specific.
    Confusion confusion;
    const auto add = [&](int times, bool flagged, bool outcome) {
        for (int i = 0; i < times; ++i)
            confusion.add(flagged, outcome);
    };
    add(26, true, true);
    add(4, false, true);
    add(73, true, false);
    add(237, false, false);
    CHECK(confusion.sensitivity() == Share{26, 30});
    CHECK(confusion.specificity() == Share{237, 310});
    CHECK(confusion.positivePredictiveValue() == Share{26, 99});
    CHECK(confusion.negativePredictiveValue() == Share{237, 241});
}

TEST_CASE("area, standard error and interval are those of the published ratings of 109 images", "[risk]")
{
    // J. A. Hanley and B. J. McNeil, Radiology 143 (1982) 29, table 1; standard error and interval by
    // DeLong's method as Stata's manual prints them for these data (roctab: 0.8932, 0.0307, 0.83295 to
    // 0.95339).
    const int normal[] = {33, 6, 6, 11, 2};
    const int abnormal[] = {3, 2, 2, 11, 33};
    ScoreCounts counts;
    for (int rating = 0; rating < 5; ++rating) {
        for (int i = 0; i < normal[rating]; ++i)
            counts.add(rating, false);
        for (int i = 0; i < abnormal[rating]; ++i)
            counts.add(rating, true);
    }
    const auto area = counts.area();
    REQUIRE(area);
    REQUIRE(area->interval);
    CHECK(std::abs(area->area - 0.8932) < 0.00005);
    CHECK(std::abs(area->standardError - 0.0307) < 0.00005);
    CHECK(std::abs(area->interval->low - 0.83295) < 0.000005);
    CHECK(std::abs(area->interval->high - 0.95339) < 0.000005);
    CHECK(counts.atLeast(4) == Confusion{33, 2, 18, 56});
    CHECK(counts.atLeast(0) == Confusion{51, 58, 0, 0});
    CHECK(counts.atLeast(9) == Confusion{0, 0, 51, 58});
}

TEST_CASE("counts by score give what every pair compared gives", "[risk]")
{
    CHECK(rc::check([] {
        const std::vector<Case> cases = anyCases();
        const auto area = counted(cases).area();
        const auto [expected, variance] = overEveryPair(cases);
        RC_ASSERT(std::abs(area->area - expected) < 1e-12);
        RC_ASSERT(std::abs(area->standardError - std::sqrt(variance)) < 1e-9);
    }));
}

TEST_CASE("the area knows the order of scores and nothing else of them", "[risk]")
{
    CHECK(rc::check([] {
        const std::vector<Case> cases = anyCases();
        const RocArea before = *counted(cases).area();
        const auto rising = *rc::gen::element(0, 1, 2);
        const auto changed = [&](const Case &one) {
            const int score = one.score;
            return rising == 0 ? 7 * score - 100 : rising == 1 ? score * score * score : 1 << (score + 3);
        };
        std::vector<Case> other = cases;
        for (Case &one : other)
            one.score = changed(one);
        const RocArea after = *counted(other).area();
        RC_ASSERT(after.area == before.area);
        RC_ASSERT(after.standardError == before.standardError);
    }));
}

TEST_CASE("with outcomes swapped the area is what was missing to one", "[risk]")
{
    CHECK(rc::check([] {
        std::vector<Case> cases = anyCases();
        const RocArea before = *counted(cases).area();
        for (Case &one : cases)
            one.outcome = !one.outcome;
        const RocArea after = *counted(cases).area();
        RC_ASSERT(std::abs(after.area - (1 - before.area)) < 1e-12);
        RC_ASSERT(std::abs(after.standardError - before.standardError) < 1e-9);
    }));
}

TEST_CASE("the area's interval holds it and narrows with the sample", "[risk]")
{
    CHECK(rc::check([] {
        const std::vector<Case> cases = anyCases();
        const RocArea area = *counted(cases).area();
        RC_PRE(area.interval.has_value());
        RC_ASSERT(0 <= area.interval->low);
        RC_ASSERT(area.interval->low <= area.area);
        RC_ASSERT(area.area <= area.interval->high);
        RC_ASSERT(area.interval->high <= 1);
        std::vector<Case> twice = cases;
        twice.insert(twice.end(), cases.begin(), cases.end());
        RC_ASSERT(counted(twice).area()->standardError < area.standardError);
    }));
}

TEST_CASE("no interval is claimed where the sample cannot tell one", "[risk]")
{
    const auto separated = counted({{1, false}, {2, false}, {3, true}, {4, true}}).area();
    REQUIRE(separated);
    CHECK(separated->area == 1);
    CHECK_FALSE(separated->interval);
    const auto alike = counted({{1, false}, {1, false}, {1, true}, {1, true}}).area();
    REQUIRE(alike);
    CHECK(alike->area == 0.5);
    CHECK_FALSE(alike->interval);
    CHECK_FALSE(counted({{1, false}, {2, false}, {2, true}}).area()->interval);
}
