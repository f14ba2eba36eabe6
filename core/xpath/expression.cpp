#include "xpath/expression.h"

#include "xpath/ast.h"
#include "xpath/evaluator.h"

namespace amparo::xpath {

namespace {

template <class Compute>
auto answer(const EvaluationContext &context, Compute compute)
    -> Result<decltype(compute(std::declval<Evaluator &>()))>
{
    Evaluator evaluator(context);
    auto result = compute(evaluator);
    if (evaluator.hasFailed())
        return failure(ErrorCode::InvalidInput, evaluator.failure());
    return result;
}

}  // namespace

Expression::Expression()
{
    static const Expression empty = *compile(u"''");
    m_program = empty.m_program;
}

tl::expected<Expression, SyntaxError> Expression::compile(QStringView text, const Namespaces &names,
                                                          BadCalls badCalls)
{
    auto root = parseExpression(text, names, badCalls);
    if (!root)
        return tl::make_unexpected(root.error());
    auto program = std::make_shared<Program>();
    program->text = text.toString();
    program->root = std::move(*root);
    analyse(*program);
    return Expression(std::move(program));
}

QString Expression::text() const { return m_program->text; }

Result<Value> Expression::evaluate(const EvaluationContext &context) const
{
    return answer(context,
                  [&](Evaluator &evaluator) { return evaluator.value(*m_program->root, evaluator.focus()); });
}

Result<QString> Expression::evaluateString(const EvaluationContext &context) const
{
    return answer(
        context, [&](Evaluator &evaluator) { return evaluator.string(*m_program->root, evaluator.focus()); });
}

Result<double> Expression::evaluateNumber(const EvaluationContext &context) const
{
    return answer(
        context, [&](Evaluator &evaluator) { return evaluator.number(*m_program->root, evaluator.focus()); });
}

Result<bool> Expression::evaluateBoolean(const EvaluationContext &context) const
{
    return answer(context, [&](Evaluator &evaluator) {
        return evaluator.boolean(*m_program->root, evaluator.focus());
    });
}

Result<NodeSet> Expression::evaluateNodes(const EvaluationContext &context) const
{
    return answer(context, [&](Evaluator &evaluator) {
        return evaluator.nodes(*m_program->root, evaluator.focus(), QStringLiteral("This place"));
    });
}

QList<Reference> Expression::references() const { return m_program->references; }
std::optional<Reference> Expression::asPath() const { return m_program->path; }
bool Expression::isConstant() const { return m_program->isConstant; }
bool Expression::isVolatile() const { return m_program->isVolatile; }
bool Expression::dependsOnLanguage() const { return m_program->dependsOnLanguage; }
bool Expression::readsOwnValue() const { return m_program->readsOwnValue; }
bool Expression::countsNodes() const { return m_program->countsNodes; }

}  // namespace amparo::xpath
