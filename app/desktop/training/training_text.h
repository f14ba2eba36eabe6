#pragma once

#include "training/scenario.h"

#include <QString>

namespace amparo::desktop {

// Values of the training in the officer's words.

QString text(training::Grade grade);

/// The pilot border a scenario plays at; its code where the program does not know it.
QString borderText(const QString &border);

/// A scenario's text in the program's language.
QString inProgramLanguage(const Translated &text);

/// Whether a native speaker has reviewed the scenario's texts in the program's language.
bool isReviewed(const training::Scenario &scenario);

}  // namespace amparo::desktop
