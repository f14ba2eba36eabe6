#pragma once

#include "record/training_result.h"
#include "training/scenario.h"

#include <QDate>

#include <memory>

namespace amparo::training {

/// What to practise next: first what was never tried, then what was not passed when last tried, then what is
/// due again: a day, a week, a month after the first, second, third time it was passed in a row, and each
/// month from then on. Easy ones first, then the order given; of what is due, what has waited longest.
///
/// `results` newest first. Points of another version of a scenario count as not tried. null: nothing is due.
/// `today` and the days of the results are those of UTC.
std::shared_ptr<const Scenario> nextToPractise(const QList<std::shared_ptr<const Scenario>> &scenarios,
                                               const QList<record::TrainingResult> &results, QDate today);

}  // namespace amparo::training
