#pragma once

#include <QDateTime>
#include <QString>

namespace amparo::record {

/// What an officer reached in one training scenario. No answers are kept.
struct TrainingResult {
    QString scenario;
    QString scenarioVersion;  ///< points of another version say nothing about this one
    QDateTime finishedAt;     ///< UTC
    int points = 0;           ///< 0 to 100
    bool passed = false;
    int mistakes = 0;  ///< rules broken on the way

    bool operator==(const TrainingResult &) const = default;
};

/// How far an officer has come, as a shift lead may see it.
struct TrainingProgress {
    QString officerName;
    int passed = 0;  ///< different scenarios, in any version
    int tried = 0;   ///< likewise, passed or not

    bool operator==(const TrainingProgress &) const = default;
};

}  // namespace amparo::record
