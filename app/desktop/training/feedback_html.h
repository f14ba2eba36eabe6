#pragma once

#include "app/desktop/training/scenario_run.h"
#include "training/base_rate.h"

#include <QPalette>

namespace amparo::desktop {

/// What came out and why, part by part, in the program's language.
QString feedbackHtml(const FinishedRun &run, const training::Score &score, const training::Rules &rules,
                     const QPalette &palette);

/// The lesson about base rates with its figures.
QString baseRateText(const training::Rules &rules, const training::BaseRate &rate);

}  // namespace amparo::desktop
