#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <vector>

namespace amparo::bench {

/// What one benchmark found: times of the same deed, done again and again.
struct Figure {
    QString name;                 ///< what was done, "finalise a screening"
    QJsonObject input;            ///< how much it was done with: counts and bytes, by what they count
    std::vector<double> samples;  ///< milliseconds, one for each time

    /// What to read it against: its name, and the same times of that. Empty: nothing.
    QString comparedName = {};
    std::vector<double> compared = {};
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
