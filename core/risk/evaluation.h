#pragma once

#include "risk/assessment.h"
#include "risk/statistics.h"

#include <QStringList>

namespace amparo::risk {

/// How a model would do if whoever reaches a band, or so many points, were flagged.
struct Threshold {
    QString from;  ///< a band's code, or points as a number
    Confusion confusion;
};

/// Why figures say less than they seem to.
enum class Caution {
    NoneWithOutcome,     ///< sensitivity and area cannot be told
    NoneWithoutOutcome,  ///< specificity and area cannot be told
    FewWithOutcome,      ///< fewer than fewestForValidation
    FewWithoutOutcome,
};

/// "none_with_outcome", "few_without_outcome" …
QString cautionName(Caution caution);

/// Fewer than this of either kind are too few to validate a model. Source: Y. Vergouwe and others, J. Clin.
/// Epidemiol. 58 (2005) 475.
constexpr qint64 fewestForValidation = 100;

/// A model's bands from the least to the most: by level, then advice, then the order in which its rules give
/// them.
QStringList bandsInRisingOrder(const Model &model);

/// Holds what a model said of people against what later became known of them. It keeps counts only, whatever
/// the number of people. Thread: one at a time.
class Evaluation {
public:
    explicit Evaluation(const Model &model);

    /// `outcome`: the sign was right (trafficking confirmed by those whose task it is, say).
    void add(const Assessment &assessment, bool outcome);

    /// Flagged is whom the model advises not simply to let go on, also by a trigger or a track.
    const Confusion &advice() const { return m_advice; }

    std::optional<RocArea> bandArea() const { return m_bands.area(); }
    std::optional<RocArea> pointsArea() const { return m_points.area(); }  ///< nullopt: the model has none

    QList<Threshold> bandThresholds() const;    ///< every band but the lowest, from the lowest
    QList<Threshold> pointsThresholds() const;  ///< every number of points that occurred but the lowest

    QList<Caution> cautions() const;

private:
    QStringList m_order;
    Confusion m_advice;
    ScoreCounts m_bands;   // by place in m_order
    ScoreCounts m_points;  // stays empty where the model reckons none
};

}  // namespace amparo::risk
