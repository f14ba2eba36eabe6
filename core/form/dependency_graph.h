#pragma once

#include "form/model.h"

namespace amparo::form {

/// Finds what each computation reads, puts Model::units into an order in which each comes after all that it
/// reads, and gives each node the list of what to look at again when it changes. A cycle is an Error with its
/// members.
void orderUnits(Model &model, Problems &problems);

/// The expression of a unit, or null where it only reads Repeat::countNode.
const xpath::Expression *expressionOf(const Model &model, const Unit &unit);

}  // namespace amparo::form
