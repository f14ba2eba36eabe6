// Actions: setvalue and setgeopoint, queued by what happens and done one after the other, each when all that
// the one before it touched has settled (ODK XForms specification, "Events and Actions").

#include "form/data_type.h"
#include "form/engine.h"

namespace amparo::form {

using xpath::NodeId;

void Engine::noteChange(NodeId id)
{
    touchReaders(id);
    for (const int action : m_instance.declared(id).actions)
        queueAction(action, m_instance.state(id).scope);
}

void Engine::queueAction(int action, int scope) { m_dueActions.emplace_back(action, scope); }

/// What is declared inside a repeat happens in each of its instances.
void Engine::fire(Action::Event event)
{
    for (size_t i = 0; i < model().actions.size(); ++i) {
        const Action &action = model().actions[i];
        if (action.events & event)
            m_instance.forEachScope(0, action.repeat,
                                    [&](int scope) { queueAction(static_cast<int>(i), scope); });
    }
}

/// The one node that an action sets. None: there is none now, or more than one; a single node is what an
/// action is bound to, and JavaRosa sets none of several either.
NodeId Engine::targetOf(const Action &action, int scope) const
{
    NodeId target = NodeId::None;
    int found = 0;
    const auto take = [&](NodeId id) {
        target = id;
        ++found;
    };
    if (action.targetPath) {
        const int around = m_instance.climb(scope, model().nodes[action.context].scope);
        const NodeId from = around < 0 ? NodeId::None : m_instance.nodeIn(around, action.context);
        if (from == NodeId::None)
            return from;
        if (const auto nodes = action.targetPath->evaluateNodes(at(from))) {
            for (const xpath::Node &node : *nodes) {
                if (node.document == &m_instance.document() && m_instance.isAlive(node.id, action.target))
                    take(node.id);
            }
        }
    } else {
        m_instance.forEach(m_instance.commonScope(scope, model().nodes[action.target].scope), action.target,
                           take);
    }
    return found == 1 ? target : NodeId::None;
}

void Engine::runAction(int index, int scope)
{
    const Action &action = model().actions[index];
    if (m_instance.scope(scope).repeat < 0)
        return;  // the instance in which it was to happen has gone
    const NodeId target = targetOf(action, scope);
    if (target == NodeId::None)
        return;
    QString text = answerText(model().bind(action.target).type, action.literal).value_or(QString());
    if (action.source == Action::Source::Location) {
        text = m_location ? m_location().value_or(QString()) : QString();
    } else if (action.value) {
        const auto value = action.value->evaluate(at(target));
        text = value ? cast(*value, model().bind(action.target).type) : QString();
    }
    setValue(target, text);
    touchSelect(target);
}

}  // namespace amparo::form
