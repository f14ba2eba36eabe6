#pragma once

#include "base/translated.h"
#include "risk/observation.h"

#include <QStringList>

namespace amparo::risk {

/// Weighted points with bands: quick to reckon at the primary line, where nobody can be asked much.
struct PointsRules {
    /// A band begins at so many points; the first begins at 0.
    struct Step {
        int from = 0;
        QString band;

        bool operator==(const Step &) const = default;
    };

    int strong = 0;  ///< points of an indicator, by its strength in the form
    int medium = 0;
    int weak = 0;
    QList<Step> steps;              ///< rising
    QStringList apart;              ///< dimensions that give no points, since a track of their own shows them
    QString recordedWithoutPoints;  ///< band where something is recorded that gives no points
    Translated because;             ///< "%1 points", for the explanation

    bool operator==(const PointsRules &) const = default;
};

struct PointsResult {
    int points = 0;
    QString band;
    Observations notCounted;  ///< fired, but without a strength or of a dimension that stands apart

    bool operator==(const PointsResult &) const = default;
};

/// Each distinct indicator counts once, at the highest strength with which it fired.
PointsResult applyPoints(const PointsRules &rules, const Observations &observations);

}  // namespace amparo::risk
