#include "form/engine.h"

#include "form/data_type.h"
#include "form/dependency_graph.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cmath>

namespace amparo::form {

using xpath::NodeId;

namespace {

Q_LOGGING_CATEGORY(lcForm, "amparo.form")

// Far above what any sound form does for one answer; a form that reaches it goes round in circles.
constexpr int maximumEvaluations = 2'000'000;
constexpr int maximumActions = 100'000;

/// Sorting keeps the order of documents as they are read: earlier instances before later ones.
void removeDuplicates(std::vector<quint32> &items)
{
    if (items.size() < 2)
        return;
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

NodeId nodeId(quint32 number) { return static_cast<NodeId>(number); }

}  // namespace

Engine::Engine(const Model &model, const xpath::Environment &environment)
    : m_environment(&environment),
      m_instance(model),
      m_due(model.units.size()),
      m_dueUnits(model.units.size())
{}

Engine::Engine(const Engine &other, const xpath::Environment &environment) : Engine(other)
{
    m_environment = &environment;
}

xpath::EvaluationContext Engine::at(NodeId id) const
{
    xpath::EvaluationContext context;
    context.node = {&m_instance.document(), id};
    context.environment = m_environment;
    context.primary = &m_instance.document();
    context.staysInRepeat = true;
    return context;
}

bool Engine::evaluateRule(const std::optional<Rule> &rule, NodeId id, bool otherwise) const
{
    if (!rule)
        return otherwise;
    if (rule->constant)
        return *rule->constant;
    const auto value = rule->expression.evaluateBoolean(at(id));
    if (!value)
        qCWarning(lcForm) << "rule of" << m_instance.declared(id).path << "failed:" << value.error().detail;
    return value ? *value : otherwise;
}

// What is due

void Engine::touch(int unit, quint32 what)
{
    Due &due = m_due[unit];
    if (due.items.empty())
        m_dueUnits.insert(unit);
    else if (due.items.back() == what)
        return;
    due.items.push_back(what);
    if (due.items.size() >= due.tidyAt) {
        removeDuplicates(due.items);
        due.tidyAt = std::max<size_t>(64, 2 * due.items.size());
    }
}

void Engine::touchUnits(int scope, const Edge &edge)
{
    const Unit &unit = model().units[edge.target];
    if (unit.kind == Unit::Kind::Count) {
        const int around = model().repeats[model().nodes[unit.node].scope].parent;
        m_instance.forEachScope(scope, around,
                                [&](int inner) { touch(edge.target, static_cast<quint32>(inner)); });
    } else {
        m_instance.forEach(scope, unit.node,
                           [&](NodeId id) { touch(edge.target, static_cast<quint32>(id)); });
    }
}

void Engine::touchReaders(NodeId id)
{
    const Instance::State &state = m_instance.state(id);
    const Node &node = model().nodes[state.node];
    for (const Edge &edge : node.dependents)
        touchUnits(m_instance.climb(state.scope, edge.scope), edge);
    touchFiltered(node, state.scope);
}

void Engine::touchFiltered(const Node &node, int scope)
{
    for (const Edge &edge : node.filtered) {
        if (const int around = m_instance.climb(scope, edge.scope); around >= 0)
            m_instance.forEach(around, edge.target,
                               [this](NodeId select) { m_touchedSelects.insert(select); });
    }
}

/// For those who count it, it has come or gone though no value has changed.
void Engine::touchCounters(NodeId id)
{
    const Instance::State &state = m_instance.state(id);
    const Node &node = model().nodes[state.node];
    for (const Edge &edge : node.counters)
        touchUnits(m_instance.climb(state.scope, edge.scope), edge);
    touchFiltered(node, state.scope);
}

/// An instance has come or gone: for those who read how many there are, or any of them.
void Engine::touchStructure(int parentScope, int repeat)
{
    const Node &node = model().nodes[model().repeats[repeat].node];
    for (const Edge &edge : node.dependents) {
        if (const int scope = m_instance.climb(parentScope, edge.scope); scope >= 0)
            touchUnits(scope, edge);
    }
    touchFiltered(node, parentScope);
}

void Engine::touchScope(int scope)
{
    const Instance::Scope &entered = m_instance.scope(scope);
    for (size_t slot = 0; slot < entered.slots.size(); ++slot) {
        const NodeId id = entered.slots[slot];
        if (id == NodeId::None)
            continue;
        const Node &node = model().nodes[model().repeats[entered.repeat].slots[slot]];
        if (node.relevantUnit >= 0)
            touch(node.relevantUnit, static_cast<quint32>(id));
        if (node.calculateUnit >= 0)
            touch(node.calculateUnit, static_cast<quint32>(id));
        touchSelect(id);
    }
    const std::vector<int> &nested = model().repeats[entered.repeat].nested;
    for (size_t i = 0; i < nested.size(); ++i) {
        if (const int count = model().repeats[nested[i]].countUnit; count >= 0)
            touch(count, static_cast<quint32>(scope));
        for (const int inner : entered.nested[i])
            touchScope(inner);
    }
}

/// A selection that may name what is not offered: a default, one that was put there, or one not relevant
/// when its choices changed.
void Engine::touchSelect(NodeId id)
{
    const int control = m_instance.declared(id).control;
    if (control >= 0 && isSelection(model().controls[control].kind))
        m_touchedSelects.insert(id);
}

void Engine::touchAll() { touchScope(0); }

void Engine::touchLanguage()
{
    for (int unit = 0; unit < static_cast<int>(model().units.size()); ++unit) {
        const xpath::Expression *expression = expressionOf(model(), model().units[unit]);
        if (expression && expression->dependsOnLanguage())
            touchUnits(0, {unit, 0});
    }
}

// Changes from outside

void Engine::setValue(NodeId id, const QString &value)
{
    if (m_instance.setValue(id, value))
        noteChange(id);
}

int Engine::addInstance(int parentScope, int repeat, int position)
{
    const int scope = openInstance(parentScope, repeat, position);
    touchStructure(parentScope, repeat);
    return scope;
}

int Engine::openInstance(int parentScope, int repeat, int position)
{
    const int scope = m_instance.addInstance(parentScope, repeat, position);
    if (!model().preloaded.empty())
        m_opened.push_back(scope);
    const NodeId around = m_instance.nodeIn(parentScope, model().nodes[model().repeats[repeat].node].parent);
    if (!m_instance.state(around).isRelevant)
        applyRelevance(m_instance.element(scope), false);
    touchScope(scope);
    for (size_t i = 0; i < model().actions.size(); ++i) {
        const Action &action = model().actions[i];
        if ((action.events & Action::NewRepeat) && action.repeat == repeat)
            queueAction(static_cast<int>(i), scope);
    }
    return scope;
}

void Engine::removeInstance(int scope)
{
    const int parent = m_instance.scope(scope).parent;
    const int repeat = m_instance.scope(scope).repeat;
    m_instance.removeInstance(scope);
    touchStructure(parent, repeat);
}

std::vector<NodeId> Engine::takeTouchedSelects()
{
    std::vector<NodeId> touched(m_touchedSelects.cbegin(), m_touchedSelects.cend());
    m_touchedSelects.clear();
    return touched;
}

std::vector<int> Engine::takeOpened() { return std::exchange(m_opened, {}); }

// Settling

Result<> Engine::settle()
{
    m_error.reset();
    int actionsLeft = maximumActions;
    for (;;) {
        if (const auto done = runUnits(); !done)
            return done;
        if (m_dueActions.empty())
            return {};
        if (--actionsLeft == 0) {
            m_dueActions.clear();
            return failure(ErrorCode::Conflict, QStringLiteral("the form's actions do not come to an end"));
        }
        const auto [action, scope] = m_dueActions.front();
        m_dueActions.pop_front();
        runAction(action, scope);
    }
}

Result<> Engine::runUnits()
{
    int left = maximumEvaluations;
    std::vector<quint32> due;
    while (!m_dueUnits.isEmpty() && !m_error) {
        const int unit = m_dueUnits.takeFirst();
        due.clear();
        due.swap(m_due[unit].items);
        removeDuplicates(due);
        for (const quint32 what : due) {
            if (--left == 0) {
                const QString &path = model().nodes[model().units[unit].node].path;
                m_error =
                    Error{ErrorCode::Conflict,
                          QStringLiteral("the form's computations do not come to an end, at %1").arg(path)};
                break;
            }
            run(unit, what);
        }
    }
    if (!m_error)
        return {};
    while (!m_dueUnits.isEmpty())
        m_due[m_dueUnits.takeFirst()].items.clear();
    m_dueActions.clear();
    return tl::make_unexpected(*m_error);
}

void Engine::run(int index, quint32 what)
{
    const Unit &unit = model().units[index];
    if (unit.kind == Unit::Kind::Count) {
        if (m_instance.scope(static_cast<int>(what)).repeat ==
            model().repeats[model().nodes[unit.node].scope].parent)
            runCount(unit, static_cast<int>(what));
        return;
    }
    const NodeId id = nodeId(what);
    if (!m_instance.isAlive(id, unit.node))
        return;  // its repeat instance has gone in the meantime
    if (unit.kind == Unit::Kind::Relevant)
        runRelevant(unit, id);
    else
        runCalculate(unit, id);
}

void Engine::runRelevant(const Unit &unit, NodeId id)
{
    m_instance.setRelevantItself(id, evaluateRule(model().bind(unit.node).relevant, id, true));
    const NodeId around = m_instance.document().parent(id);
    const bool isRoot = model().nodes[unit.node].parent < 0;
    applyRelevance(id, isRoot || m_instance.state(around).isRelevant);
}

void Engine::applyRelevance(NodeId id, bool aroundIsRelevant)
{
    const Instance::State before = m_instance.state(id);
    const bool isRelevant = aroundIsRelevant && before.isRelevantItself;
    if (before.isRelevant == isRelevant)
        return;
    const Node &node = model().nodes[before.node];
    if (m_instance.setRelevant(id, isRelevant))
        touchReaders(id);
    else
        touchCounters(id);
    if (isRelevant && node.calculateUnit >= 0)
        touch(node.calculateUnit, static_cast<quint32>(id));
    if (isRelevant)
        touchSelect(id);
    for (const int child : node.children) {
        const Node &inner = model().nodes[child];
        if (!inner.isRepeat) {
            if (const NodeId at = m_instance.nodeIn(before.scope, child); at != NodeId::None)
                applyRelevance(at, isRelevant);
            continue;
        }
        if (const int count = model().repeats[inner.scope].countUnit; isRelevant && count >= 0)
            touch(count, static_cast<quint32>(before.scope));
        for (const int scope : m_instance.instances(before.scope, inner.scope))
            applyRelevance(m_instance.element(scope), isRelevant);
    }
}

void Engine::runCalculate(const Unit &unit, NodeId id)
{
    if (!m_instance.state(id).isRelevant)
        return;  // done once it is relevant again
    const Bind &bind = model().bind(unit.node);
    const auto value = bind.calculate->evaluate(at(id));
    if (!value)
        qCWarning(lcForm) << "calculation of" << model().nodes[unit.node].path
                          << "failed:" << value.error().detail;
    setValue(id, value ? calculated(*value, bind.type) : QString());
    touchSelect(id);
}

void Engine::runCount(const Unit &unit, int scope)
{
    const Node &node = model().nodes[unit.node];
    const Repeat &repeat = model().repeats[node.scope];
    const NodeId around = m_instance.nodeIn(scope, node.parent);
    if (around == NodeId::None || !m_instance.state(around).isRelevant)
        return;
    double wanted = 0;
    if (repeat.countNode >= 0) {
        const int source = m_instance.commonScope(scope, model().nodes[repeat.countNode].scope);
        m_instance.forEach(source, repeat.countNode,
                           [&](NodeId id) { wanted = xpath::parseNumber(m_instance.document().text(id)); });
    } else if (const auto number = repeat.count->evaluateNumber(at(around))) {
        wanted = *number;
    }
    if (wanted > Instance::maximumRepeats) {
        m_error = Error{ErrorCode::Conflict, QStringLiteral("%1 would be repeated more than %2 times")
                                                 .arg(node.path)
                                                 .arg(Instance::maximumRepeats)};
        return;
    }
    if (std::isnan(wanted))
        return;  // nothing is said yet, or no longer: what there is stays, as in ODK's engines
    const size_t count = wanted < 0 ? 0 : static_cast<size_t>(wanted);
    const std::vector<int> &instances = m_instance.instances(scope, node.scope);
    if (instances.size() == count)
        return;
    while (instances.size() > count)
        m_instance.removeInstance(instances.back());
    while (m_instance.instances(scope, node.scope).size() < count)
        openInstance(scope, node.scope, -1);
    touchStructure(scope, node.scope);
}

}  // namespace amparo::form
