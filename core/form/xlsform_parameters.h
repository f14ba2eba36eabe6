#pragma once

// The parameters column: what each question type takes there, and what becomes of it. For the sources of this
// room only.

#include "form/xlsform_survey.h"

#include <functional>

namespace amparo::form {

/// Reads "name=value" pairs, separated by ";", else ",", else blanks; `report` gets what is wrong with them.
using ParameterReport = std::function<void(const QString &message)>;
QHash<QString, QString> readParameters(const QString &cell, const ParameterReport &report);

/// Checks a question's parameters and turns them into attributes of its bind, control or action.
void applyParameters(SurveyElement &question, const ParameterReport &report);

}  // namespace amparo::form
