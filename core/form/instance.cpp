#include "form/instance.h"

#include <algorithm>

namespace amparo::form {

using xpath::NodeId;

namespace {

quint32 number(NodeId id) { return static_cast<quint32>(id); }

int depthOf(const QString &path) { return static_cast<int>(path.count(QLatin1Char('/'))); }

/// The 7 of "name[7]"; 1 where there is none.
int positionIn(QStringView step)
{
    const qsizetype open = step.indexOf(u'[');
    return open < 0 || !step.endsWith(u']') ? 1 : step.sliced(open + 1, step.size() - open - 2).toInt();
}

}  // namespace

Instance::Instance(const Model &model) : m_model(&model), m_document(model.primary)
{
    openScope(0, -1, m_document.rootElement());
}

bool Instance::isAlive(NodeId id, int node) const
{
    return number(id) < m_states.size() && m_states[number(id)].node == node;
}

int Instance::openScope(int repeat, int parent, NodeId element)
{
    int index = static_cast<int>(m_scopes.size());
    if (m_freeScopes.empty()) {
        m_scopes.emplace_back();
    } else {
        index = m_freeScopes.back();
        m_freeScopes.pop_back();
    }
    const Repeat &declared = m_model->repeats[repeat];
    Scope &scope = m_scopes[index];
    scope.repeat = repeat;
    scope.parent = parent;
    scope.slots.assign(declared.slots.size(), NodeId::None);
    scope.nested.assign(declared.nested.size(), {});
    enter(element, declared.slots.front(), index);
    return index;
}

/// Takes an element and what is inside into a scope. Nested instances open scopes of their own.
void Instance::enter(NodeId id, int node, int scope)
{
    const Node &declared = m_model->nodes[node];
    m_scopes[scope].slots[declared.slot] = id;
    if (m_states.size() <= number(id))
        m_states.resize(number(id) + 1);
    m_states[number(id)] = {node, scope, true, true};
    if (declared.isAttribute || declared.children.empty())
        return;
    for (NodeId at = m_document.firstAttribute(id); at != NodeId::None; at = m_document.nextSibling(at)) {
        if (m_document.kind(at) == xpath::NodeKind::Attribute)
            enterChild(at, declared.child(QLatin1Char('@') + m_document.localName(at)), scope);
    }
    for (NodeId at = m_document.firstChild(id); at != NodeId::None; at = m_document.nextSibling(at)) {
        if (m_document.kind(at) == xpath::NodeKind::Element)
            enterChild(at, declared.child(m_document.localName(at)), scope);
    }
}

void Instance::enterChild(NodeId id, int node, int scope)
{
    if (node < 0)
        return;
    const Node &declared = m_model->nodes[node];
    if (declared.isRepeat) {
        const int opened = openScope(declared.scope, scope, id);
        m_scopes[scope].nested[m_model->repeats[declared.scope].indexInParent].push_back(opened);
    } else if (nodeIn(scope, node) == NodeId::None) {
        enter(id, node, scope);  // a second one of that name is not the form's
    }
}

int Instance::climb(int scope, int repeat) const
{
    while (scope >= 0 && m_scopes[scope].repeat != repeat)
        scope = m_scopes[scope].parent;
    return scope;
}

int Instance::commonScope(int scope, int repeat) const
{
    for (int at = repeat; at >= 0; at = m_model->repeats[at].parent) {
        if (const int found = climb(scope, at); found >= 0)
            return found;
    }
    return 0;
}

QString Instance::value(NodeId id) const
{
    if (!state(id).isRelevant) {
        if (const auto hidden = m_hidden.constFind(number(id)); hidden != m_hidden.cend())
            return *hidden;
    }
    return m_document.text(id);
}

bool Instance::setValue(NodeId id, const QString &value)
{
    if (!state(id).isRelevant) {
        if (value.isEmpty())
            m_hidden.remove(number(id));
        else
            m_hidden.insert(number(id), value);
        return false;
    }
    if (m_document.text(id) == value)
        return false;
    m_document.setText(id, value);
    return true;
}

bool Instance::setRelevant(NodeId id, bool isRelevant)
{
    State &state = m_states[number(id)];
    if (state.isRelevant == isRelevant)
        return false;
    state.isRelevant = isRelevant;
    if (!m_model->nodes[state.node].isLeaf())
        return false;
    if (isRelevant) {
        const QString kept = m_hidden.take(number(id));
        if (!kept.isEmpty())
            m_document.setText(id, kept);
        return !kept.isEmpty();
    }
    const QString shown = m_document.text(id);
    if (shown.isEmpty())
        return false;
    m_hidden.insert(number(id), shown);
    m_document.setText(id, {});
    return true;
}

void Instance::inheritRelevance(int scope)
{
    for (const NodeId id : m_scopes[scope].slots) {
        if (id == NodeId::None)
            continue;
        const bool isRoot = declared(id).parent < 0;
        const bool isAroundRelevant = isRoot || state(m_document.parent(id)).isRelevant;
        setRelevant(id, isAroundRelevant && state(id).isRelevantItself);
    }
    for (const auto &instances : m_scopes[scope].nested) {
        for (const int inner : instances)
            inheritRelevance(inner);
    }
}

const std::vector<int> &Instance::instances(int parentScope, int repeat) const
{
    return m_scopes[parentScope].nested[m_model->repeats[repeat].indexInParent];
}

/// Instances stand together; the first one goes before whatever the form declares next.
NodeId Instance::insertionPlace(int parentScope, int repeat, int position) const
{
    const Node &declared = m_model->nodes[m_model->repeats[repeat].node];
    const std::vector<int> &existing = instances(parentScope, repeat);
    if (position < static_cast<int>(existing.size()))
        return element(existing[position]);
    if (!existing.empty())
        return m_document.nextSibling(element(existing.back()));
    const std::vector<int> &siblings = m_model->nodes[declared.parent].children;
    const auto own = std::find(siblings.cbegin(), siblings.cend(), m_model->repeats[repeat].node);
    for (auto next = own + 1; next < siblings.cend(); ++next) {
        const Node &sibling = m_model->nodes[*next];
        if (sibling.isRepeat) {
            const std::vector<int> &others = instances(parentScope, sibling.scope);
            if (!others.empty())
                return element(others.front());
        } else if (const NodeId id = nodeIn(parentScope, *next); id != NodeId::None) {
            return id;
        }
    }
    return NodeId::None;
}

int Instance::addInstance(int parentScope, int repeat, int position)
{
    const Repeat &declared = m_model->repeats[repeat];
    const NodeId parent = nodeIn(parentScope, m_model->nodes[declared.node].parent);
    const int count = static_cast<int>(instances(parentScope, repeat).size());
    const int place = position < 0 ? count : std::min(position, count);
    const NodeId copy = m_document.insertCopy(declared.pattern, declared.pattern.rootElement(), parent,
                                              insertionPlace(parentScope, repeat, place));
    const int opened = openScope(repeat, parentScope, copy);
    auto &siblings = m_scopes[parentScope].nested[declared.indexInParent];
    siblings.insert(siblings.begin() + place, opened);
    return opened;
}

void Instance::removeInstance(int scope)
{
    const int parent = m_scopes[scope].parent;
    auto &siblings = m_scopes[parent].nested[m_model->repeats[m_scopes[scope].repeat].indexInParent];
    siblings.erase(std::find(siblings.begin(), siblings.end(), scope));
    const NodeId removed = element(scope);
    closeScope(scope);
    m_document.remove(removed);
}

void Instance::closeScope(int scope)
{
    for (const auto &instances : m_scopes[scope].nested) {
        for (const int inner : instances)
            closeScope(inner);
    }
    for (const NodeId id : m_scopes[scope].slots) {
        if (id == NodeId::None)
            continue;
        m_hidden.remove(number(id));
        m_states[number(id)] = {};
    }
    m_scopes[scope] = {};
    m_freeScopes.push_back(scope);
}

int Instance::positionOf(int scope) const
{
    const std::vector<int> &siblings = instances(m_scopes[scope].parent, m_scopes[scope].repeat);
    return static_cast<int>(std::find(siblings.cbegin(), siblings.cend(), scope) - siblings.cbegin()) + 1;
}

QString Instance::path(NodeId id) const
{
    const QString plain = declared(id).path;
    if (state(id).scope == 0)
        return plain;
    QStringList steps = plain.split(QLatin1Char('/'));
    for (int scope = state(id).scope; scope > 0; scope = m_scopes[scope].parent) {
        const QString &repeatPath = m_model->nodes[m_model->repeats[m_scopes[scope].repeat].node].path;
        steps[depthOf(repeatPath)] += QStringLiteral("[%1]").arg(positionOf(scope));
    }
    return steps.join(QLatin1Char('/'));
}

NodeId Instance::find(const QString &path) const
{
    const int node = m_model->find(path);
    if (node < 0)
        return NodeId::None;
    const int repeat = m_model->nodes[node].scope;
    std::vector<int> way;
    for (int at = repeat; at > 0; at = m_model->repeats[at].parent)
        way.push_back(at);
    const QStringList steps = path.split(QLatin1Char('/'));
    int scope = 0;
    for (auto at = way.crbegin(); at != way.crend(); ++at) {
        const std::vector<int> &there = instances(scope, *at);
        const int position =
            positionIn(steps.value(depthOf(m_model->nodes[m_model->repeats[*at].node].path)));
        if (position < 1 || position > static_cast<int>(there.size()))
            return NodeId::None;
        scope = there[position - 1];
    }
    return nodeIn(scope, node);
}

}  // namespace amparo::form
