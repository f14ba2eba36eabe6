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
constexpr double furthestDay = 3e6;  // beyond the year 9999

/// Whether it may be a date, told cheaply: "2026-…".
bool looksLikeDate(const QString &text) { return text.size() >= 8 && text.indexOf(u'-', 1) >= 4; }

double calculated(Operator op, double left, double right)
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
        return text(firstNode(*pathNode, focus));
    if (const auto *literal = std::get_if<StringLiteral>(&expr.node))
        return literal->text;
    return value(expr, focus).toString();
}

double Evaluator::number(const Expr &expr, const Focus &focus)
{
    if (const auto *pathNode = std::get_if<Path>(&expr.node)) {
        const auto node = firstNode(*pathNode, focus);
        return node.isNull() ? notANumber : number(text(node));
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
        return value.nodes().empty() ? notANumber : number(text(value.nodes().front()));
    if (const auto *moment = value.moment())
        return moment->days(zone());
    return value.isString() ? number(value.toString()) : value.toNumber();
}

double Evaluator::number(const QString &text)
{
    return looksLikeDate(text) ? parseNumber(text, &zone()) : parseNumber(text);
}

QString Evaluator::text(const Node &node)
{
    constexpr qsizetype charactersAStep = 16;
    auto found = node.text();
    return step(found.size() / charactersAStep) ? found : QString();
}

const QTimeZone &Evaluator::zone()
{
    if (!m_zone)
        m_zone = m_environment.timeZone();
    return *m_zone;
}

Evaluator::Term Evaluator::term(const QString &text)
{
    if (looksLikeDate(text)) {
        if (const auto moment = parseMoment(text, &zone()))
            return {moment->days(zone()), moment->hasTime ? QDate() : moment->at.date()};
    }
    return {parseNumber(text)};
}

// Of a path only the first node counts, so that the others need not be gathered.
Evaluator::Term Evaluator::term(const Expr &expr, const Focus &focus)
{
    if (const auto *literal = std::get_if<NumberLiteral>(&expr.node))
        return {literal->number};
    if (const auto *pathNode = std::get_if<Path>(&expr.node)) {
        const auto node = firstNode(*pathNode, focus);
        return node.isNull() ? Term{notANumber} : term(text(node));
    }
    const auto found = value(expr, focus);
    if (const auto *moment = found.moment())
        return {moment->days(zone()), moment->hasTime ? QDate() : moment->at.date()};
    return found.isNumber() || found.isBoolean() ? Term{found.toNumber()} : term(found.toString());
}

Value Evaluator::chain(const Chain &chain, const Focus &focus)
{
    switch (chain.rest.front().op) {
    case Operator::Or:
    case Operator::And:
        return logical(chain, focus);
    case Operator::Union:
        return unite(chain, focus);
    case Operator::Add:
    case Operator::Subtract:
    case Operator::Multiply:
    case Operator::Divide:
    case Operator::Modulo:
        return arithmetic(chain, focus);
    default:
        return comparison(chain, focus);
    }
}

Value Evaluator::comparison(const Chain &chain, const Focus &focus)
{
    auto result = value(*chain.first, focus);
    for (const auto &link : chain.rest) {
        if (!step())
            return {};
        result = compare(*this, link.op, result, value(*link.operand, focus));
    }
    return result;
}

// Days are counted on the calendar, also where a clock is put forward between them: two dates are whole days
// apart, and so many days after a date is a date.
Evaluator::Term Evaluator::computed(Operator op, const Term &left, const Term &right)
{
    const bool isDifference = op == Operator::Subtract;
    if (isDifference && left.day.isValid() && right.day.isValid())
        return {double(right.day.daysTo(left.day))};
    const bool isShift = (left.day.isValid() && (op == Operator::Add || isDifference)) ||
                         (right.day.isValid() && op == Operator::Add);
    const double shift = left.day.isValid() ? right.number : left.number;
    if (isShift && std::abs(shift) <= furthestDay && shift == std::trunc(shift)) {
        const auto day = left.day.isValid() ? left.day : right.day;
        const auto shifted = Moment::ofDate(day.addDays(qint64(isDifference ? -shift : shift)));
        return {shifted.days(zone()), shifted.at.date()};
    }
    return {calculated(op, left.number, right.number)};
}

Value Evaluator::arithmetic(const Chain &chain, const Focus &focus)
{
    auto left = term(*chain.first, focus);
    for (const auto &link : chain.rest) {
        if (!step())
            return {};
        left = computed(link.op, left, term(*link.operand, focus));
    }
    return left.number;
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
    std::size_t different = 0;
    for (const auto &link : chain.rest) {
        const auto more = nodes(*link.operand, focus, what);
        all.insert(all.end(), more.begin(), more.end());
        keepSmall(all, different);
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

void Evaluator::keepSmall(NodeSet &nodes, std::size_t &different)
{
    constexpr std::size_t few = 65'536;
    if (nodes.size() < 2 * different + few)
        return;
    sort(nodes);
    different = nodes.size();
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
