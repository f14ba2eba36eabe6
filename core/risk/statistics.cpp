#include "risk/statistics.h"

#include <algorithm>
#include <cmath>

namespace amparo::risk {

namespace {

/// The normal distribution lies 95 % within so many standard deviations.
constexpr double standardDeviations = 1.959963984540054;

/// A mean and the sum of squares around it, one value at a time and several alike at once (Welford), so that
/// large samples lose no digits.
class Spread {
public:
    void add(double value, qint64 times)
    {
        if (times == 0)
            return;
        m_count += times;
        const double difference = value - m_mean;
        m_mean += difference * double(times) / double(m_count);
        m_squares += difference * (value - m_mean) * double(times);
    }

    double mean() const { return m_mean; }
    /// The variance of the mean; 0 of fewer than two.
    double meanVariance() const
    {
        return m_count < 2 ? 0 : m_squares / double(m_count - 1) / double(m_count);
    }

private:
    qint64 m_count = 0;
    double m_mean = 0;
    double m_squares = 0;
};

}  // namespace

std::optional<double> Share::estimate() const
{
    return of > 0 ? std::optional(double(count) / double(of)) : std::nullopt;
}

std::optional<Interval> Share::interval() const
{
    if (of <= 0)
        return std::nullopt;
    const double n = double(of);
    const double p = double(count) / n;
    const double z2 = standardDeviations * standardDeviations;
    const double centre = p + z2 / (2 * n);
    const double reach = standardDeviations * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    const double scale = 1 + z2 / n;
    // Exact at the ends, where rounding would leave the estimate outside.
    return Interval{count == 0 ? 0 : (centre - reach) / scale, count == of ? 1 : (centre + reach) / scale};
}

void Confusion::add(bool flagged, bool outcome)
{
    ++(flagged ? (outcome ? truePositive : falsePositive) : (outcome ? falseNegative : trueNegative));
}

void ScoreCounts::add(int score, bool outcome)
{
    Count &count = m_counts[score];
    ++(outcome ? count.positive : count.negative);
    ++(outcome ? m_positives : m_negatives);
}

Confusion ScoreCounts::atLeast(int score) const
{
    Confusion confusion;
    for (auto it = m_counts.lowerBound(score); it != m_counts.end(); ++it) {
        confusion.truePositive += it->positive;
        confusion.falsePositive += it->negative;
    }
    confusion.falseNegative = m_positives - confusion.truePositive;
    confusion.trueNegative = m_negatives - confusion.falsePositive;
    return confusion;
}

std::optional<RocArea> ScoreCounts::area() const
{
    if (m_positives == 0 || m_negatives == 0)
        return std::nullopt;
    // DeLong's components: of each with the outcome, which part of those without scores lower; and of each
    // without it, which part of those with scores higher.
    Spread ofPositives;
    Spread ofNegatives;
    qint64 positivesBelow = 0;
    qint64 negativesBelow = 0;
    for (const Count &count : m_counts) {
        const double lower = double(negativesBelow) + double(count.negative) / 2;
        const double higher =
            double(m_positives - positivesBelow - count.positive) + double(count.positive) / 2;
        ofPositives.add(lower / double(m_negatives), count.positive);
        ofNegatives.add(higher / double(m_positives), count.negative);
        positivesBelow += count.positive;
        negativesBelow += count.negative;
    }
    RocArea result;
    result.area = std::clamp(ofPositives.mean(), 0.0, 1.0);
    const double variance = ofPositives.meanVariance() + ofNegatives.meanVariance();
    result.standardError = std::sqrt(variance);
    const bool told = m_positives > 1 && m_negatives > 1 && result.standardError > 1e-12;
    if (told) {
        const double reach = standardDeviations * result.standardError;
        result.interval = Interval{std::max(0.0, result.area - reach), std::min(1.0, result.area + reach)};
    }
    return result;
}

}  // namespace amparo::risk
