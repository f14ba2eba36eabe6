#include "xpath/evaluator.h"

#include <QSet>

#include <cmath>

namespace amparo::xpath {

namespace {

// JavaRosa's tolerance: 6.1 - 7.8 = -1.7 holds.
constexpr double tolerance = 1e-12;

bool areEqual(double a, double b) { return a == b || std::abs(a - b) < tolerance; }

bool holds(Operator op, double a, double b)
{
    switch (op) {
    case Operator::Equal:
        return areEqual(a, b);
    case Operator::NotEqual:
        return !areEqual(a, b);
    case Operator::Less:
        return a < b;
    case Operator::LessOrEqual:
        return a <= b;
    case Operator::Greater:
        return a > b;
    default:
        return a >= b;
    }
}

bool isEquality(Operator op) { return op == Operator::Equal || op == Operator::NotEqual; }

bool holds(Operator op, const QString &a, const QString &b) { return (a == b) == (op == Operator::Equal); }

Operator mirrored(Operator op)
{
    switch (op) {
    case Operator::Less:
        return Operator::Greater;
    case Operator::LessOrEqual:
        return Operator::GreaterOrEqual;
    case Operator::Greater:
        return Operator::Less;
    case Operator::GreaterOrEqual:
        return Operator::LessOrEqual;
    default:
        return op;
    }
}

/// A date meets a text: they are compared as days where the text is a date, else they differ.
bool holdsForDate(Evaluator &evaluator, Operator op, const Moment &moment, const QString &text)
{
    const double days = evaluator.number(text);
    return std::isnan(days) ? op == Operator::NotEqual : holds(op, moment.days(evaluator.zone()), days);
}

bool compareNodesWithValue(Evaluator &evaluator, Operator op, const NodeSet &nodes, const Value &value)
{
    if (value.isBoolean() && isEquality(op))  // by order, ODK's clients compare each node's number
        return holds(op, nodes.empty() ? 0.0 : 1.0, value.toBoolean() ? 1.0 : 0.0);
    const auto *moment = value.moment();
    const bool isText = value.isString() && isEquality(op) && !moment;
    const QString text = isText ? value.toString() : QString();
    const double number = isText ? 0 : evaluator.number(value);
    for (const auto &node : nodes) {
        if (!evaluator.step())
            return false;
        const bool isTrue = isText   ? holds(op, evaluator.text(node), text)
                            : moment ? holdsForDate(evaluator, mirrored(op), *moment, evaluator.text(node))
                                     : holds(op, evaluator.number(evaluator.text(node)), number);
        if (isTrue)
            return true;
    }
    return false;
}

// Existential over pairs, but in linear time: for equality by hashing, for order by the extremes.
bool compareNodeSets(Evaluator &evaluator, Operator op, const NodeSet &left, const NodeSet &right)
{
    if (!evaluator.step(qint64(left.size() + right.size())))
        return false;
    if (left.size() == 1 && right.size() == 1 && isEquality(op))
        return holds(op, evaluator.text(left.front()), evaluator.text(right.front()));
    if (isEquality(op)) {
        QSet<QString> texts;
        for (const auto &node : left)
            texts.insert(evaluator.text(node));
        for (const auto &node : right) {
            const bool isIn = texts.contains(evaluator.text(node));
            if (op == Operator::Equal ? isIn : texts.size() > (isIn ? 1 : 0))
                return true;
        }
        return false;
    }
    const bool wantsSmallLeft = op == Operator::Less || op == Operator::LessOrEqual;
    const auto extreme = [&](const NodeSet &nodes, bool smallest) {
        double found = std::nan("");
        for (const auto &node : nodes) {
            const double number = evaluator.number(evaluator.text(node));
            if (!std::isnan(number) && (std::isnan(found) || (smallest ? number < found : number > found)))
                found = number;
        }
        return found;
    };
    return holds(op, extreme(left, wantsSmallLeft), extreme(right, !wantsSmallLeft));
}

}  // namespace

bool compare(Evaluator &evaluator, Operator op, const Value &left, const Value &right)
{
    if (left.isNodeSet() && right.isNodeSet())
        return compareNodeSets(evaluator, op, left.nodes(), right.nodes());
    if (left.isNodeSet())
        return compareNodesWithValue(evaluator, op, left.nodes(), right);
    if (right.isNodeSet())
        return compareNodesWithValue(evaluator, mirrored(op), right.nodes(), left);
    if (!isEquality(op))
        return holds(op, evaluator.number(left), evaluator.number(right));
    if (left.isBoolean() || right.isBoolean())
        return (left.toBoolean() == right.toBoolean()) == (op == Operator::Equal);
    if (left.isNumber() || right.isNumber() || (left.moment() && right.moment()))
        return holds(op, evaluator.number(left), evaluator.number(right));
    if (const auto *moment = left.moment())
        return holdsForDate(evaluator, op, *moment, right.toString());
    if (const auto *moment = right.moment())
        return holdsForDate(evaluator, op, *moment, left.toString());
    return holds(op, left.toString(), right.toString());
}

}  // namespace amparo::xpath
