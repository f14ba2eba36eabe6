#pragma once

#include "form/model.h"

#include <utility>

namespace amparo::form {

/// The answers of one filling: the primary instance's document, and the scopes that find its nodes without
/// search.
///
/// What is not relevant reads as empty in the document; its value is kept aside until it is relevant again.
/// Borrows the model. Thread: one at a time.
class Instance {
public:
    static constexpr int maximumRepeats = 10'000;

    struct State {
        int node = -1;   ///< as declared; -1: nothing the form declares
        int scope = -1;  ///< the scope in which it stands
        bool isRelevantItself = true;
        bool isRelevant = true;  ///< and so are all around it
    };

    /// The form itself (scope 0) or one instance of a repeat.
    struct Scope {
        int repeat = -1;  ///< -1: a free place
        int parent = -1;
        std::vector<xpath::NodeId> slots;      ///< None: this instance lacks that node
        std::vector<std::vector<int>> nested;  ///< instances of each repeat inside, in order
    };

    explicit Instance(const Model &model);

    const xpath::Document &document() const { return m_document; }
    const Model &model() const { return *m_model; }

    const State &state(xpath::NodeId id) const { return m_states[static_cast<size_t>(id)]; }
    bool isAlive(xpath::NodeId id, int node) const;
    const Scope &scope(int scope) const { return m_scopes[scope]; }
    const Node &declared(xpath::NodeId id) const { return m_model->nodes[state(id).node]; }

    xpath::NodeId nodeIn(int scope, int node) const
    {
        return m_scopes[scope].slots[m_model->nodes[node].slot];
    }
    xpath::NodeId element(int scope) const { return m_scopes[scope].slots.front(); }

    /// The scope around `scope` (or itself) that is an instance of `repeat`; -1: it stands in none.
    int climb(int scope, int repeat) const;

    /// The scope around `scope` in which a node of `repeat` has its nearest instances.
    int commonScope(int scope, int repeat) const;

    /// Calls visit(scope) for all instances of `repeat` inside `scope`, which may be one itself.
    template <class Visit> void forEachScope(int scope, int repeat, Visit visit) const
    {
        if (m_scopes[scope].repeat == repeat) {
            visit(scope);
            return;
        }
        // The way down, by the repeats to pass through.
        std::vector<int> way;
        for (int at = repeat; at != m_scopes[scope].repeat; at = m_model->repeats[at].parent) {
            if (at <= 0)
                return;
            way.push_back(m_model->repeats[at].indexInParent);
        }
        descend(scope, way, way.size(), visit);
    }

    /// Calls visit(id) for all occurrences of a declared node inside a scope.
    template <class Visit> void forEach(int scope, int node, Visit visit) const
    {
        forEachScope(scope, m_model->nodes[node].scope, [&](int inner) {
            if (const xpath::NodeId id = nodeIn(inner, node); id != xpath::NodeId::None)
                visit(id);
        });
    }

    QString value(xpath::NodeId id) const;  ///< also where it is not relevant
    /// Whether the document has changed: not where the value was the same, or is not relevant.
    bool setValue(xpath::NodeId id, const QString &value);
    void setRelevantItself(xpath::NodeId id, bool isRelevant)
    {
        m_states[static_cast<size_t>(id)].isRelevantItself = isRelevant;
    }
    /// Shows or hides the value. Whether the document has changed.
    bool setRelevant(xpath::NodeId id, bool isRelevant);

    /// Hides and shows what the nodes' own flags say, after they were restored.
    void inheritRelevance(int scope = 0);

    /// Whether a node is the form's and not relevant.
    bool isHidden(xpath::NodeId id) const
    {
        const auto number = static_cast<size_t>(id);
        return number < m_states.size() && m_states[number].node >= 0 && !m_states[number].isRelevant;
    }

    /// At `position` (from 0) among the instances, or at the end; returns its scope.
    int addInstance(int parentScope, int repeat, int position = -1);
    void removeInstance(int scope);

    QString path(xpath::NodeId id) const;  ///< with positions
    xpath::NodeId
    find(const QString &path) const;  ///< None: no such node now; a missing position is the first
    int positionOf(int scope) const;  ///< among the instances of its repeat, from 1
    const std::vector<int> &instances(int parentScope, int repeat) const;

private:
    template <class Visit>
    void descend(int scope, const std::vector<int> &way, size_t left, Visit &visit) const
    {
        if (left == 0) {
            visit(scope);
            return;
        }
        for (const int inner : m_scopes[scope].nested[way[left - 1]])
            descend(inner, way, left - 1, visit);
    }

    int openScope(int repeat, int parent, xpath::NodeId element);
    void enter(xpath::NodeId element, int node, int scope);
    void enterChild(xpath::NodeId id, int node, int scope);
    void closeScope(int scope);
    xpath::NodeId insertionPlace(int parentScope, int repeat, int position) const;

    const Model *m_model;
    xpath::Document m_document;
    std::vector<State> m_states;  // by node id
    std::vector<Scope> m_scopes;
    std::vector<int> m_freeScopes;
    QHash<quint32, QString> m_hidden;  // values of what is not relevant, by node id
};

}  // namespace amparo::form
