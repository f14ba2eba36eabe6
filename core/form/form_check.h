#pragma once

#include "form/problem.h"

namespace amparo::form {

struct Model;

/// What a form may do and its author can hardly mean, as warnings: comparisons of a field with what it cannot
/// hold or with a choice that there is not, defaults of the wrong type, a count that is no number, conditions
/// on what nobody answers, messages that are never shown.
Problems checkMeaning(const Model &model);

/// Warnings that the sheets of a workbook give in their own words already: lists that nothing reads, texts
/// that a language lacks.
Problems checkContent(const Model &model);

}  // namespace amparo::form
