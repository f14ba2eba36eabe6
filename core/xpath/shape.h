#pragma once

// What the shape of a finished path or predicate allows the evaluator; for the sources of this room only.

#include "xpath/ast.h"

#include <optional>
#include <vector>

namespace amparo::xpath {

/// Makes `//name` visit each node once instead of first listing all of them. With predicates it stays as
/// written: they count positions among the children of one parent.
void mergeDescendants(std::vector<Step> &steps);

/// Whether the steps only climb first and then go down, without predicates, so that walking them depth first
/// yields document order without twins.
bool arePlain(const std::vector<Step> &steps);

/// How a predicate, or the first part of one, can be answered from an index.
std::optional<KeyLookup> keyLookup(const Expr &test);

}  // namespace amparo::xpath
