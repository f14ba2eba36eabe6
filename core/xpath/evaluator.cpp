#include "xpath/evaluator.h"

#include "xpath/functions.h"

#include <algorithm>
#include <cmath>

namespace amparo::xpath {

namespace {

const Environment &plainEnvironment()
{
    static const Environment environment;
    return environment;
}

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Evaluator::Evaluator(const EvaluationContext &context)
    : m_context(context),
      m_environment(context.environment ? *context.environment : plainEnvironment()),
      m_steps(context.maximumSteps),
      m_staysInRepeat(context.staysInRepeat)
{}

void Evaluator::fail(const QString &reason)
{
    if (m_failure.isEmpty())
        m_failure = reason;
    m_steps = -1;
}

bool Evaluator::giveUp()
{
    fail(QStringLiteral("More than %1 steps of work.").arg(m_context.maximumSteps));
    return false;
}

Value Evaluator::value(const Expr &expr, const Focus &focus)
{
    if (const auto *chainNode = std::get_if<Chain>(&expr.node))
        return chain(*chainNode, focus);
    if (const auto *pathNode = std::get_if<Path>(&expr.node))
        return path(*pathNode, focus);
    if (const auto *callNode = std::get_if<Call>(&expr.node))
        return call(*callNode, focus);
    if (const auto *literal = std::get_if<StringLiteral>(&expr.node))
        return literal->text;
    if (const auto *literal = std::get_if<NumberLiteral>(&expr.node))
        return literal->number;
    if (const auto *bad = std::get_if<BadCall>(&expr.node)) {
        fail(bad->reason);
        return {};
    }
    return -number(*std::get_if<Negation>(&expr.node)->operand, focus);
}

QString Evaluator::string(const Expr &expr, const Focus &focus)
{
    if (const auto *pathNode = std::get_if<Path>(&expr.node))
        return firstNode(*pathNode, focus).text();
    if (const auto *literal = std::get_if<StringLiteral>(&expr.node))
        return literal->text;
    return value(expr, focus).toString();
}

double Evaluator::number(const Expr &expr, const Focus &focus)
{
    if (const auto *pathNode = std::get_if<Path>(&expr.node)) {
        const auto node = firstNode(*pathNode, focus);
        return node.isNull() ? notANumber : number(node.text());
    }
    if (const auto *literal = std::get_if<NumberLiteral>(&expr.node))
        return literal->number;
    return number(value(expr, focus));
}

bool Evaluator::boolean(const Expr &expr, const Focus &focus)
{
    if (const auto *pathNode = std::get_if<Path>(&expr.node))
        return !firstNode(*pathNode, focus).isNull();
    return value(expr, focus).toBoolean();
}

NodeSet Evaluator::nodes(const Expr &expr, const Focus &focus, const QString &what)
{
    if (const auto *pathNode = std::get_if<Path>(&expr.node))
        return path(*pathNode, focus);
    auto found = value(expr, focus);
    if (!found.isNodeSet()) {
        if (!hasFailed())
            fail(QStringLiteral("%1 needs a path to nodes.").arg(what));
        return {};
    }
    return std::move(found).nodes();
}

NodeSet Evaluator::nodesOfAllRepeats(const Expr &expr, const Focus &focus, const QString &what)
{
    const bool saved = std::exchange(m_staysInRepeat, false);
    auto found = nodes(expr, focus, what);
    m_staysInRepeat = saved;
    return found;
}

double Evaluator::number(const Value &value)
{
    if (value.isNodeSet())
        return value.nodes().empty() ? notANumber : number(value.nodes().front().text());
    return value.isString() && !value.moment() ? number(value.toString()) : value.toNumber();
}

double Evaluator::number(const QString &text)
{
    // Only a time without offset needs the zone, and a zone is dear to make.
    if (!text.contains(u'T'))
        return parseNumber(text);
    const auto zone = m_environment.timeZone();
    return parseNumber(text, &zone);
}

/// An operand of a sum: of a path only the number counts, so that its nodes need not be gathered.
Value Evaluator::term(const Expr &expr, const Focus &focus)
{
    return std::holds_alternative<Path>(expr.node) ? Value(number(expr, focus)) : value(expr, focus);
}

Value Evaluator::chain(const Chain &chain, const Focus &focus)
{
    switch (chain.rest.front().op) {
    case Operator::Or:
    case Operator::And:
        return logical(chain, focus);
    case Operator::Union:
        return unite(chain, focus);
    default:
        break;
    }
    const bool isComparison = chain.rest.front().op < Operator::Add;
    auto result = isComparison ? value(*chain.first, focus) : term(*chain.first, focus);
    for (const auto &link : chain.rest) {
        if (!step())
            return {};
        switch (link.op) {
        case Operator::Add:
        case Operator::Subtract: {
            const auto right = term(*link.operand, focus);
            result = result.moment() || right.moment()
                         ? dated(link.op, result, right)
                         : Value(arithmetic(link.op, number(result), number(right)));
            break;
        }
        case Operator::Multiply:
        case Operator::Divide:
        case Operator::Modulo:
            result = arithmetic(link.op, number(result), number(*link.operand, focus));
            break;
        default:
            result = compare(*this, link.op, result, value(*link.operand, focus));
            break;
        }
    }
    return result;
}

double Evaluator::arithmetic(Operator op, double left, double right) const
{
    switch (op) {
    case Operator::Add:
        return left + right;
    case Operator::Subtract:
        return left - right;
    case Operator::Multiply:
        return left * right;
    case Operator::Divide:
        return left / right;
    default:
        return std::fmod(left, right);
    }
}

// A date and days make a date, as in ODK's web clients; two dates, or half a day on a bare date, make a
// number.
Value Evaluator::dated(Operator op, const Value &left, const Value &right)
{
    const double result = arithmetic(op, number(left), number(right));
    const auto *moment = left.moment() ? left.moment() : right.moment();
    const bool isShift = !(left.moment() && right.moment()) && !(right.moment() && op == Operator::Subtract);
    constexpr double furthest = 3e6;  // days: beyond the year 9999
    if (!isShift || std::isnan(result) || std::abs(result) > furthest)
        return result;
    if (moment->hasTime)
        return Moment::ofTime(
            moment->at.addMSecs(qint64(std::llround((result - moment->days()) * 86'400'000.0))));
    return result == std::trunc(result) ? Value(Moment::ofDate(QDate(1970, 1, 1).addDays(qint64(result))))
                                        : Value(result);
}

bool Evaluator::logical(const Chain &chain, const Focus &focus)
{
    const bool deciding = chain.rest.front().op == Operator::Or;
    bool result = boolean(*chain.first, focus);
    for (auto link = chain.rest.begin(); result != deciding && link != chain.rest.end() && step(); ++link)
        result = boolean(*link->operand, focus);
    return result;
}

NodeSet Evaluator::unite(const Chain &chain, const Focus &focus)
{
    const QString what = QStringLiteral("The operator \"|\"");
    auto all = nodes(*chain.first, focus, what);
    for (const auto &link : chain.rest) {
        const auto more = nodes(*link.operand, focus, what);
        all.insert(all.end(), more.begin(), more.end());
    }
    sort(all);
    return all;
}

Value Evaluator::call(const Call &call, const Focus &focus)
{
    if (!step())
        return {};
    Arguments arguments(*this, call, focus);
    return call.function->evaluate(arguments);
}

void Evaluator::sort(NodeSet &nodes)
{
    const auto precedes = [](const Node &a, const Node &b) {
        return a.document == b.document ? a.document->precedes(a.id, b.id)
                                        : std::less<const Document *>()(a.document, b.document);
    };
    std::sort(nodes.begin(), nodes.end(), precedes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace amparo::xpath
