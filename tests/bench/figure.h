#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <vector>

namespace amparo::bench {

/// What one benchmark found: times of the same deed, done again and again, or another measure of it.
struct Figure {
    QString name;                 ///< what was done, "finalise a screening"
    QJsonObject input;            ///< how much it was done with: counts and bytes, by what they count
    std::vector<double> samples;  ///< in `unit`, one for each time

    /// What to read it against: its name, and the same of that. Empty: nothing.
    QString comparedName = {};
    std::vector<double> compared = {};

    QString unit = QStringLiteral("ms");
};

/// The sample below which `share` of them lie (nearest rank). `samples` has at least one.
double quantile(std::vector<double> samples, double share);

/// Name, unit, number of samples, median, p95, p99, minimum and input; where something is compared, its
/// figures and how many times its median the own median is.
QJsonObject toJson(const Figure &figure);

/// How long `work` takes, in milliseconds.
template <class Work> double timed(Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace amparo::bench
