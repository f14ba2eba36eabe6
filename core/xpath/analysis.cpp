// What an expression reads, told beforehand from its form: the places, as references, and what else it
// depends on.

#include "xpath/ast.h"
#include "xpath/functions.h"

#include <QHash>

namespace amparo::xpath {

namespace {

using Origins = QList<Reference>;

const QString *literal(const Expr &expr)
{
    const auto *text = std::get_if<StringLiteral>(&expr.node);
    return text ? &text->text : nullptr;
}

size_t hashOf(const Reference &reference)
{
    auto hash = qHashMulti(0, int(reference.start), reference.instanceId, reference.readsPosition);
    for (const auto &step : reference.steps)
        hash = qHashMulti(hash, int(step.axis), step.name);
    return hash;
}

class Analysis {
public:
    explicit Analysis(Program &program) : m_program(program) {}

    void run()
    {
        const Reference context{Reference::Start::Context, {}, {}, false};
        const auto origins = visit(*m_program.root, context);
        const bool isPath = origins.size() == 1 && isLocation(*m_program.root);
        if (isPath)
            m_program.path = origins.front();
        m_program.isConstant = m_program.isConstant && m_program.references.isEmpty();
    }

private:
    static bool isLocation(const Expr &expr)
    {
        if (const auto *path = std::get_if<Path>(&expr.node))
            return path->start != Path::Start::Base || isLocation(*path->base);
        const auto *call = std::get_if<Call>(&expr.node);
        return call && (call->function->name == QLatin1String("current") ||
                        call->function->name == QLatin1String("instance"));
    }

    /// Notes everything that `expr` reads and returns where the nodes that it yields come from.
    Origins visit(const Expr &expr, const Reference &focus)
    {
        auto origins = walk(expr, focus);
        for (const auto &origin : origins)
            note(origin);
        return origins;
    }

    // As visit(), but leaves the result itself to the caller, who may go on from there.
    Origins walk(const Expr &expr, const Reference &focus)
    {
        if (const auto *path = std::get_if<Path>(&expr.node))
            return walkPath(*path, focus);
        if (const auto *call = std::get_if<Call>(&expr.node))
            return walkCall(*call, focus);
        if (const auto *chain = std::get_if<Chain>(&expr.node)) {
            const bool isUnion = chain->rest.front().op == Operator::Union;
            auto origins = isUnion ? walk(*chain->first, focus) : visit(*chain->first, focus);
            for (const auto &link : chain->rest)
                origins += isUnion ? walk(*link.operand, focus) : visit(*link.operand, focus);
            return isUnion ? origins : Origins{};
        }
        if (const auto *negation = std::get_if<Negation>(&expr.node))
            visit(*negation->operand, focus);
        return {};
    }

    Origins walkPath(const Path &path, const Reference &focus)
    {
        Origins origins;
        switch (path.start) {
        case Path::Start::Root:
            origins = {Reference{Reference::Start::Document, {}, {}, false}};
            break;
        case Path::Start::Context:
            origins = {focus};
            break;
        case Path::Start::Base:
            origins = walk(*path.base, focus);
            break;
        }
        for (auto &origin : origins) {
            walkPredicates(path.basePredicates, origin);
            for (const auto &step : path.steps) {
                append(origin, step);
                walkPredicates(step.predicates, origin);
            }
        }
        return origins;
    }

    void walkPredicates(const std::vector<Predicate> &predicates, Reference &origin)
    {
        for (const auto &predicate : predicates)
            visit(*predicate.test, origin);
        if (!predicates.empty() && !origin.steps.isEmpty())
            origin.steps.last().isFiltered = true;
    }

    static void append(Reference &origin, const Step &step)
    {
        using To = Reference::Step::Axis;
        const bool isSelf = step.axis == Axis::Self && step.test.kind == NodeTest::Kind::AnyNode;
        const bool isOwnText = step.axis == Axis::Child && step.test.kind == NodeTest::Kind::Text;
        if (isSelf || isOwnText)
            return;
        const auto axis = step.axis == Axis::Child       ? To::Child
                          : step.axis == Axis::Attribute ? To::Attribute
                          : step.axis == Axis::Self      ? To::Self
                          : step.axis == Axis::Parent    ? To::Parent
                          : step.axis == Axis::Descendant || step.axis == Axis::DescendantOrSelf
                              ? To::Descendant
                              : To::Other;
        origin.steps.append({axis, step.test.local, step.test.uri, false});
    }

    Origins walkCall(const Call &call, const Reference &focus)
    {
        const auto &function = *call.function;
        const auto traits = function.traits;
        m_program.isVolatile = m_program.isVolatile || traits.testFlag(Function::Volatile);
        m_program.dependsOnLanguage = m_program.dependsOnLanguage || traits.testFlag(Function::Language);
        m_program.readsOwnValue = m_program.readsOwnValue || traits.testFlag(Function::OwnValue);
        m_program.countsNodes = m_program.countsNodes || traits.testFlag(Function::CountsNodes);
        if (traits & (Function::Volatile | Function::Language | Function::OwnValue | Function::Focus |
                      Function::Outside))
            m_program.isConstant = false;
        if (traits.testFlag(Function::FocusWithoutArguments) && call.arguments.empty())
            note(focus);

        if (function.name == QLatin1String("current"))
            return {Reference{Reference::Start::Context, {}, {}, false}};
        if (function.name == QLatin1String("instance") || function.name == QLatin1String("pulldata"))
            return walkInstance(call, focus);
        Origins origins;
        for (const auto &argument : call.arguments) {
            for (auto origin : walk(*argument, focus)) {
                origin.readsPosition = traits.testFlag(Function::ReadsPosition);
                note(origin);
                origins.append(origin);
            }
        }
        return traits.testFlag(Function::PassesNodes) ? origins : Origins{};
    }

    Origins walkInstance(const Call &call, const Reference &focus)
    {
        for (const auto &argument : call.arguments)
            visit(*argument, focus);
        const auto *id = literal(*call.arguments.front());
        Reference root{Reference::Start::Instance, id ? *id : QString(), {}, false};
        if (call.arguments.size() == 1)
            return {root};
        for (const std::size_t column :
             {1u, 2u}) {  // pulldata: the column that is wanted, the column that is searched
            auto read = root;
            const auto *name = literal(*call.arguments[column]);
            using To = Reference::Step::Axis;
            read.steps = {{To::Child, {}, {}, false},
                          {To::Child, {}, {}, column == 1},
                          {To::Child, name ? *name : QString(), {}, false}};
            note(read);
        }
        return {};
    }

    void note(const Reference &reference)
    {
        auto &known = m_known[hashOf(reference)];
        for (const auto index : known) {
            if (m_program.references[index] == reference)
                return;
        }
        known.append(m_program.references.size());
        m_program.references.append(reference);
    }

    Program &m_program;
    QHash<size_t, QList<qsizetype>> m_known;
};

}  // namespace

void analyse(Program &program) { Analysis(program).run(); }

}  // namespace amparo::xpath
