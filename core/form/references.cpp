#include "form/references.h"

#include <algorithm>

namespace amparo::form {

namespace {

using Step = xpath::Reference::Step;

constexpr int documentNode = -1;

/// Where a reference has come to: a declared node, and how far it is bound to the reader's own instances.
struct Position {
    int node = documentNode;
    int scope = 0;
    bool isFiltered = false;  // a predicate chose among instances

    bool operator==(const Position &) const = default;
};

class Walk {
public:
    Walk(const Model &model, const xpath::Reference &reference, int context)
        : m_model(model), m_reference(reference), m_context(context)
    {}

    ResolvedReference run();

private:
    void take(const Step &step, bool isLast);
    void enter(Position from, int child, const Step &step, bool isLast);
    void enterNamed(Position from, const Step &step, bool isLast);
    void descend(Position from, const Step &step);
    bool matches(int node, const Step &step, bool asAttribute) const;
    bool leadsToContext(int node) const;
    void note(Position at, int node);
    QStringList namesBelow() const;

    const Model &m_model;
    const xpath::Reference &m_reference;
    int m_context;
    std::vector<Position> m_here;
    std::vector<Position> m_next;
    ResolvedReference m_result;
};

bool Walk::matches(int node, const Step &step, bool asAttribute) const
{
    const Node &candidate = m_model.nodes[node];
    return candidate.isAttribute == asAttribute && (step.name.isEmpty() || candidate.local == step.name);
}

bool Walk::leadsToContext(int node) const
{
    for (int at = m_context; at >= 0; at = m_model.nodes[at].parent) {
        if (at == node)
            return true;
    }
    return false;
}

void Walk::note(Position at, int node)
{
    const Read read{node, at.scope, at.isFiltered};
    if (std::find(m_result.reads.cbegin(), m_result.reads.cend(), read) == m_result.reads.cend())
        m_result.reads.push_back(read);
}

/// Steps into a child. A repeat on the way is left to any of its instances, unless the path is absolute and
/// leads to the reader's own one; how many there are is then read as well.
void Walk::enter(Position from, int child, const Step &step, bool isLast)
{
    Position to{child, from.scope, from.isFiltered};
    const Node &node = m_model.nodes[child];
    if (node.isRepeat) {
        const bool isOwn = m_reference.start == xpath::Reference::Start::Document && !step.isFiltered &&
                           !isLast && leadsToContext(child) &&
                           m_model.repeats[node.scope].parent == from.scope;
        if (isOwn) {
            to.scope = node.scope;
        } else {
            note(from, child);
            to.isFiltered = to.isFiltered || (step.isFiltered && leadsToContext(child));
        }
    }
    if (std::find(m_next.cbegin(), m_next.cend(), to) == m_next.cend())
        m_next.push_back(to);
}

void Walk::enterNamed(Position from, const Step &step, bool isLast)
{
    const bool asAttribute = step.axis == Step::Axis::Attribute;
    if (!step.name.isEmpty()) {
        const int child =
            m_model.nodes[from.node].child(asAttribute ? QLatin1Char('@') + step.name : step.name);
        if (child >= 0)
            enter(from, child, step, isLast);
        return;
    }
    for (const int child : m_model.nodes[from.node].children) {
        if (matches(child, step, asAttribute))
            enter(from, child, step, isLast);
    }
}

void Walk::descend(Position from, const Step &step)
{
    const auto visit = [&](int child) {
        if (m_model.nodes[child].isAttribute)
            return;
        if (matches(child, step, false))
            enter(from, child, step, true);
        Position below{child, from.scope, from.isFiltered};
        if (m_model.nodes[child].isRepeat)
            note(from, child);
        descend(below, step);
    };
    if (from.node == documentNode)
        visit(0);
    else
        for (const int child : m_model.nodes[from.node].children)
            visit(child);
}

void Walk::take(const Step &step, bool isLast)
{
    for (const Position &at : m_here) {
        switch (step.axis) {
        case Step::Axis::Self:
            if (at.node == documentNode || step.name.isEmpty() || m_model.nodes[at.node].local == step.name)
                m_next.push_back(at);
            break;
        case Step::Axis::Parent: {
            if (at.node == documentNode)
                break;
            const Node &node = m_model.nodes[at.node];
            Position up{node.parent, at.scope, at.isFiltered};
            if (node.isRepeat && at.scope == node.scope)
                up.scope = m_model.repeats[node.scope].parent;
            m_next.push_back(up);
            break;
        }
        case Step::Axis::Descendant:
            descend(at, step);
            break;
        case Step::Axis::Other:
            descend({documentNode, 0, true}, Step{});
            break;
        case Step::Axis::Child:
        case Step::Axis::Attribute:
            if (at.node == documentNode) {
                if (matches(0, step, false))
                    enter(at, 0, step, isLast);
                break;
            }
            enterNamed(at, step, isLast);
            break;
        }
    }
}

QStringList Walk::namesBelow() const
{
    QStringList names;
    for (const Position &at : m_here) {
        if (at.node == documentNode) {
            names += m_model.nodes[0].local;
            continue;
        }
        for (const int child : m_model.nodes[at.node].children)
            names += m_model.nodes[child].local;
    }
    return names;
}

ResolvedReference Walk::run()
{
    if (m_reference.start == xpath::Reference::Start::Instance)
        return {};
    Position start;
    if (m_reference.start == xpath::Reference::Start::Context) {
        if (m_context < 0)
            return {};
        start = {m_context, m_model.nodes[m_context].scope, false};
    }
    m_here = {start};
    for (qsizetype i = 0; i < m_reference.steps.size(); ++i) {
        const Step &step = m_reference.steps[i];
        m_next.clear();
        take(step, i + 1 == m_reference.steps.size());
        if (m_next.empty()) {
            m_result.missing = step.axis == Step::Axis::Parent ? QStringLiteral("..") : step.name;
            m_result.missingAmong = namesBelow();
            return m_result;
        }
        m_here = m_next;
    }
    for (const Position &at : m_here) {
        if (at.node == documentNode)
            continue;
        const Node &node = m_model.nodes[at.node];
        if (m_reference.readsPosition && node.isRepeat)
            note({at.node, m_model.repeats[node.scope].parent, false}, at.node);
        else
            note(at, at.node);
    }
    return m_result;
}

}  // namespace

ResolvedReference resolve(const Model &model, const xpath::Reference &reference, int context)
{
    return Walk(model, reference, context).run();
}

std::vector<Read> readsOf(const Model &model, const xpath::Expression &expression, int context)
{
    std::vector<Read> all;
    for (const xpath::Reference &reference : expression.references()) {
        for (const Read &read : resolve(model, reference, context).reads) {
            if (std::find(all.cbegin(), all.cend(), read) == all.cend())
                all.push_back(read);
        }
    }
    return all;
}

}  // namespace amparo::form
