// The graph has a vertex for the value of each node and one for each unit. Its edges say "comes before":
// a unit before the value that it settles, the value of a group before those inside it (relevance is
// inherited) and before the units inside it, and a value before each unit that reads it.

#include "form/dependency_graph.h"

#include "form/references.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace amparo::form {

namespace {

class Graph {
public:
    explicit Graph(Model &model) : m_model(model) {}

    void build();
    bool order(std::vector<int> &sorted) const;
    std::vector<int> findCycle() const;  // units, in order

    void link(const std::vector<int> &sorted);

private:
    int valueVertex(int node) const { return node; }
    int unitVertex(int unit) const { return static_cast<int>(m_model.nodes.size()) + unit; }
    int vertexCount() const { return static_cast<int>(m_model.nodes.size() + m_model.units.size()); }
    void addUnits();
    void add(int from, int to) { m_after[from].push_back(to); }
    void addReads(int unit);
    std::vector<Read> reads(const Unit &unit) const;
    bool isCounting(const Unit &unit) const
    {
        const xpath::Expression *expression = expressionOf(m_model, unit);
        return expression && expression->countsNodes();
    }
    std::vector<int> openIndegrees() const;

    Model &m_model;
    std::vector<std::vector<int>> m_after;
    std::vector<std::vector<Read>> m_reads;  // by unit
};

void Graph::addUnits()
{
    for (int node = 0; node < static_cast<int>(m_model.nodes.size()); ++node) {
        Node &declared = m_model.nodes[node];
        const auto unit = [this, node](Unit::Kind kind) {
            m_model.units.push_back({kind, node});
            return static_cast<int>(m_model.units.size()) - 1;
        };
        if (declared.isRepeat) {
            Repeat &repeat = m_model.repeats[declared.scope];
            if (repeat.count || repeat.countNode >= 0)
                repeat.countUnit = unit(Unit::Kind::Count);
        }
        const Bind &bind = m_model.bind(node);
        if (bind.relevant && bind.relevant->constant != true)
            declared.relevantUnit = unit(Unit::Kind::Relevant);
        if (bind.calculate && declared.isLeaf())
            declared.calculateUnit = unit(Unit::Kind::Calculate);
    }
}

std::vector<Read> Graph::reads(const Unit &unit) const
{
    const Node &node = m_model.nodes[unit.node];
    if (unit.kind == Unit::Kind::Count) {
        const Repeat &repeat = m_model.repeats[node.scope];
        if (repeat.countNode >= 0)
            return {{repeat.countNode, m_model.nodes[repeat.countNode].scope, false}};
        return readsOf(m_model, *repeat.count, node.parent);
    }
    return readsOf(m_model, *expressionOf(m_model, unit), unit.node);
}

void Graph::addReads(int unit)
{
    m_reads[unit] = reads(m_model.units[unit]);
    for (const Read &read : m_reads[unit]) {
        if (read.isLoose)
            continue;
        const Node &node = m_model.nodes[read.node];
        if (!node.isRepeat) {
            add(valueVertex(read.node), unitVertex(unit));
            continue;
        }
        // Of a repeat only the number of instances is read: that of the relevant ones, where they are
        // counted.
        if (node.relevantUnit >= 0 && isCounting(m_model.units[unit]))
            add(unitVertex(node.relevantUnit), unitVertex(unit));
        if (const int count = m_model.repeats[node.scope].countUnit; count >= 0)
            add(unitVertex(count), unitVertex(unit));
        if (node.parent >= 0)
            add(valueVertex(node.parent), unitVertex(unit));
    }
}

void Graph::build()
{
    addUnits();
    m_after.resize(vertexCount());
    m_reads.resize(m_model.units.size());
    for (int node = 1; node < static_cast<int>(m_model.nodes.size()); ++node)
        add(valueVertex(m_model.nodes[node].parent), valueVertex(node));
    for (int unit = 0; unit < static_cast<int>(m_model.units.size()); ++unit) {
        const int node = m_model.units[unit].node;
        const Node &declared = m_model.nodes[node];
        add(unitVertex(unit), valueVertex(node));
        if (declared.parent >= 0)
            add(valueVertex(declared.parent), unitVertex(unit));
        if (m_model.units[unit].kind == Unit::Kind::Calculate && declared.relevantUnit >= 0)
            add(unitVertex(declared.relevantUnit), unitVertex(unit));
        addReads(unit);
    }
}

std::vector<int> Graph::openIndegrees() const
{
    std::vector<int> indegree(vertexCount());
    for (const auto &targets : m_after) {
        for (const int target : targets)
            ++indegree[target];
    }
    return indegree;
}

/// Kahn's algorithm, always taking the first vertex that is free: the same form gives the same order.
bool Graph::order(std::vector<int> &sorted) const
{
    std::vector<int> indegree = openIndegrees();
    std::priority_queue<int, std::vector<int>, std::greater<>> free;
    for (int vertex = 0; vertex < vertexCount(); ++vertex) {
        if (indegree[vertex] == 0)
            free.push(vertex);
    }
    int taken = 0;
    while (!free.empty()) {
        const int vertex = free.top();
        free.pop();
        ++taken;
        if (vertex >= static_cast<int>(m_model.nodes.size()))
            sorted.push_back(vertex - static_cast<int>(m_model.nodes.size()));
        for (const int target : m_after[vertex]) {
            if (--indegree[target] == 0)
                free.push(target);
        }
    }
    return taken == vertexCount();
}

/// One cycle, found by walking forward along edges until a vertex on the way comes again. Without recursion:
/// a form may chain as many calculations as it likes.
std::vector<int> Graph::findCycle() const
{
    enum : char { Fresh, OnPath, Done };
    std::vector<char> state(vertexCount(), Fresh);
    for (int start = 0; start < vertexCount(); ++start) {
        if (state[start] != Fresh)
            continue;
        std::vector<std::pair<int, size_t>> path{{start, 0}};
        state[start] = OnPath;
        while (!path.empty()) {
            auto &[vertex, next] = path.back();
            if (next == m_after[vertex].size()) {
                state[vertex] = Done;
                path.pop_back();
                continue;
            }
            const int target = m_after[vertex][next++];
            if (state[target] == Fresh) {
                state[target] = OnPath;
                path.push_back({target, 0});
            } else if (state[target] == OnPath) {
                std::vector<int> units;
                const auto from = std::find_if(path.cbegin(), path.cend(),
                                               [target](const auto &step) { return step.first == target; });
                for (auto it = from; it != path.cend(); ++it) {
                    if (it->first >= static_cast<int>(m_model.nodes.size()))
                        units.push_back(it->first - static_cast<int>(m_model.nodes.size()));
                }
                return units;
            }
        }
    }
    return {};
}

void Graph::link(const std::vector<int> &sorted)
{
    std::vector<Unit> units;
    std::vector<std::vector<Read>> unitReads;
    for (const int old : sorted) {
        const int index = static_cast<int>(units.size());
        const Unit &unit = m_model.units[old];
        Node &node = m_model.nodes[unit.node];
        switch (unit.kind) {
        case Unit::Kind::Count:
            m_model.repeats[node.scope].countUnit = index;
            break;
        case Unit::Kind::Relevant:
            node.relevantUnit = index;
            break;
        case Unit::Kind::Calculate:
            node.calculateUnit = index;
            break;
        }
        units.push_back(unit);
        unitReads.push_back(std::move(m_reads[old]));
    }
    m_model.units = std::move(units);
    const auto note = [](std::vector<Edge> &edges, Edge edge) {
        if (std::find(edges.cbegin(), edges.cend(), edge) == edges.cend())
            edges.push_back(edge);
    };
    for (int unit = 0; unit < static_cast<int>(unitReads.size()); ++unit) {
        const bool isCounter = isCounting(m_model.units[unit]);
        for (const Read &read : unitReads[unit]) {
            m_model.nodes[read.node].dependents.push_back({unit, read.scope});
            if (isCounter)
                m_model.nodes[read.node].counters.push_back({unit, read.scope});
        }
    }
    for (const ControlNode &control : m_model.controls) {
        if (!control.itemset || control.node < 0)
            continue;
        for (const Read &read : readsOf(m_model, control.itemset->nodes, control.node))
            note(m_model.nodes[read.node].filtered, {control.node, read.scope});
    }
}

QString unitName(const Model &model, int unit)
{
    const QString &path = model.nodes[model.units[unit].node].path;
    switch (model.units[unit].kind) {
    case Unit::Kind::Count:
        return QStringLiteral("the repeat count of %1").arg(path);
    case Unit::Kind::Relevant:
        return QStringLiteral("the relevance of %1").arg(path);
    case Unit::Kind::Calculate:
        return QStringLiteral("the calculation of %1").arg(path);
    }
    Q_UNREACHABLE();
}

QString columnName(Unit::Kind kind)
{
    switch (kind) {
    case Unit::Kind::Count:
        return QStringLiteral("jr:count");
    case Unit::Kind::Relevant:
        return QStringLiteral("relevant");
    case Unit::Kind::Calculate:
        return QStringLiteral("calculate");
    }
    Q_UNREACHABLE();
}

}  // namespace

const xpath::Expression *expressionOf(const Model &model, const Unit &unit)
{
    switch (unit.kind) {
    case Unit::Kind::Count: {
        const Repeat &repeat = model.repeats[model.nodes[unit.node].scope];
        return repeat.count ? &*repeat.count : nullptr;
    }
    case Unit::Kind::Relevant:
        return &model.bind(unit.node).relevant->expression;
    case Unit::Kind::Calculate:
        return &*model.bind(unit.node).calculate;
    }
    Q_UNREACHABLE();
}

void orderUnits(Model &model, Problems &problems)
{
    Graph graph(model);
    graph.build();
    std::vector<int> sorted;
    if (graph.order(sorted)) {
        graph.link(sorted);
        return;
    }
    const std::vector<int> cycle = graph.findCycle();
    QStringList names;
    for (const int unit : cycle)
        names += unitName(model, unit);
    const Unit first = cycle.empty() ? Unit{} : model.units[cycle.front()];
    Place place;
    if (first.node >= 0) {
        place = model.bind(first.node).place;
        place.node = model.nodes[first.node].path;
        place.column = columnName(first.kind);
    }
    if (names.size() == 1)
        problems.append({Severity::Error, place, QStringLiteral("%1 depends on itself").arg(names.first())});
    else
        problems.append({Severity::Error, place,
                         QStringLiteral("a circle of dependencies: %1 are each needed for the next")
                             .arg(names.join(QLatin1String(", ")))});
}

}  // namespace amparo::form
