#pragma once

// The words of XPath 1.0's grammar; for the sources of this room only.

#include "xpath/ast.h"
#include "xpath/lexer.h"

#include <optional>

namespace amparo::xpath {

std::optional<Axis> axisNamed(QStringView name);

/// Whether `name` before a parenthesis is a node type and no function.
bool isNodeType(QStringView name);

/// Whether a step of a path can begin with this token.
bool startsStep(const Token &token);

// Levels of binary operators, the loosest first: or, and, equality, order, sums, products, union.
constexpr int unionLevel = 6;

/// The length of the operator name with which `name` starts, where only a number follows it, as in `1div2`;
/// else 0.
qsizetype operatorBeforeNumber(QStringView name);

/// The operator of this level that the token is.
std::optional<Operator> binaryOperator(const Token &token, int level);

}  // namespace amparo::xpath
