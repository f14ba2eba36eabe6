#pragma once

#include <QList>
#include <QMap>

#include <optional>

namespace amparo::risk {

/// A range that holds the true value in 95 of 100 samples like this one; both ends belong to it.
struct Interval {
    double low = 0;
    double high = 0;

    double width() const { return high - low; }
    bool operator==(const Interval &) const = default;
};

/// So many of so many. `count` is from 0 to `of`.
struct Share {
    qint64 count = 0;
    qint64 of = 0;

    std::optional<double> estimate() const;  ///< 0 to 1; nullopt: of nothing
    /// Wilson's score interval without continuity correction, which also holds near 0 and 1 and in small
    /// samples. Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209; method 3 of R. G. Newcombe, Stat.
    /// Med. 17 (1998) 857. nullopt: of nothing.
    std::optional<Interval> interval() const;

    bool operator==(const Share &) const = default;
};

/// How a yes or no (flagged or not) agrees with an outcome.
struct Confusion {
    qint64 truePositive = 0;
    qint64 falsePositive = 0;
    qint64 falseNegative = 0;
    qint64 trueNegative = 0;

    void add(bool flagged, bool outcome);

    Share sensitivity() const { return {truePositive, truePositive + falseNegative}; }
    Share specificity() const { return {trueNegative, trueNegative + falsePositive}; }
    Share positivePredictiveValue() const { return {truePositive, truePositive + falsePositive}; }
    Share negativePredictiveValue() const { return {trueNegative, trueNegative + falseNegative}; }

    bool operator==(const Confusion &) const = default;
};

/// The area under the receiver operating characteristic: how often one with the outcome scores higher than
/// one without, where a tie is half a win.
struct RocArea {
    double area = 0;           ///< 0 to 1; 0.5: no better than chance
    double standardError = 0;  ///< by DeLong's method
    /// area ± 1.96 standard errors, cut at 0 and 1. nullopt where the standard error cannot be told from the
    /// sample: fewer than two of a kind, or scores that separate both kinds wholly or not at all.
    std::optional<Interval> interval;
};

/// Scores of those with and of those without an outcome, kept as counts: as large as there are scores.
class ScoreCounts {
public:
    void add(int score, bool outcome);

    qint64 positives() const { return m_positives; }  ///< with the outcome
    qint64 negatives() const { return m_negatives; }
    QList<int> scores() const { return m_counts.keys(); }  ///< rising, each once

    /// Whoever scores so much or more counts as flagged.
    Confusion atLeast(int score) const;

    /// Source: E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44 (1988) 837, for one test.
    /// nullopt: nobody with, or nobody without the outcome.
    std::optional<RocArea> area() const;

private:
    struct Count {
        qint64 positive = 0;
        qint64 negative = 0;
    };

    QMap<int, Count> m_counts;
    qint64 m_positives = 0;
    qint64 m_negatives = 0;
};

}  // namespace amparo::risk
