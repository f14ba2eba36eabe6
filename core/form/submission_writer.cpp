#include "form/submission_writer.h"

#include "form/data_type.h"

namespace amparo::form {

using xpath::NodeId;

namespace {

/// Calls visit(id) for each declared node that there is, outer ones first; not inside one that visit()
/// declines.
template <class Visit> void walk(const Instance &instance, int scope, int node, const Visit &visit)
{
    const Node &declared = instance.model().nodes[node];
    const NodeId id = instance.nodeIn(scope, node);
    if (id == NodeId::None || !visit(id))
        return;
    for (const int child : declared.children) {
        const Node &inner = instance.model().nodes[child];
        if (!inner.isRepeat) {
            walk(instance, scope, child, visit);
            continue;
        }
        for (const int opened : instance.instances(scope, inner.scope))
            walk(instance, opened, child, visit);
    }
}

}  // namespace

QByteArray writeSubmission(const Instance &instance)
{
    const Model &model = instance.model();
    xpath::Document document = instance.document();
    walk(instance, 0, 0, [&](NodeId id) {
        const Instance::State &state = instance.state(id);
        const bool isUnusedId = state.node == model.deprecatedIdNode && document.isEmpty(id);
        const bool isRoot = state.node == 0;  // a record is never nothing, whatever its form says
        if (isRoot || (state.isRelevant && !isUnusedId)) {
            if (model.bind(state.node).type == DataType::Decimal)
                document.setText(id, decimalText(document.text(id)));
            return true;
        }
        document.remove(id);
        return false;
    });
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.toXml(document.rootElement());
}

QStringList attachmentsOf(const Instance &instance)
{
    QStringList files;
    walk(instance, 0, 0, [&](NodeId id) {
        const Instance::State &state = instance.state(id);
        if (!state.isRelevant)
            return false;
        if (instance.model().bind(state.node).type == DataType::Binary && !instance.document().isEmpty(id))
            files += instance.value(id);
        return true;
    });
    return files;
}

}  // namespace amparo::form
