// Ways into instances and repeats: instance(), current(), pulldata(), indexed-repeat().

#include "xpath/child_index.h"
#include "xpath/functions.h"

#include <QHash>
#include <QSet>

#include <cmath>

namespace amparo::xpath {

namespace {

Value current(Arguments &in)
{
    const auto node = in.evaluator().context().node;
    return node.isNull() ? NodeSet{} : NodeSet{node};
}

std::optional<Node> findInstance(Arguments &in)
{
    const auto id = in.string(0);
    const auto root = in.environment().instance(id);
    if (!root && !in.evaluator().hasFailed())
        in.fail(QStringLiteral("there is no instance \"%1\".").arg(id));
    return root;
}

Value instance(Arguments &in)
{
    const auto root = findInstance(in);
    return root ? NodeSet{*root} : NodeSet{};
}

// pulldata(id, wanted, key, value) is instance(id)/root/item[key = value]/wanted, whatever root and item are
// called.
Value pulldata(Arguments &in)
{
    const auto root = findInstance(in);
    if (!root)
        return {};
    const auto &document = *root->document;
    using Test = Document::NameTest;
    const auto named = [&](const QString &name) {
        return Test{document.localNameId(name), Test::Space::Any, 0};
    };
    const Test key = named(in.string(2));
    const auto value = in.string(3);
    const Test any{Document::anyName, Test::Space::Any, 0};
    const auto list = document.rootElement();
    const auto isMatch = [&](NodeId item) {
        for (auto cell = document.firstChild(item); cell != NodeId::None; cell = document.nextSibling(cell)) {
            if (document.kind(cell) == NodeKind::Element && document.matches(cell, key) &&
                document.text(cell) == value)
                return true;
        }
        return false;
    };
    NodeId item = NodeId::None;
    if (const auto items = document.index().find(document, {list, any, key}, value)) {
        item = items->empty() ? NodeId::None : items->front();
    } else {
        item = document.firstChild(list);
        while (item != NodeId::None && in.evaluator().step() && !isMatch(item))
            item = document.nextSibling(item);
    }
    const auto found = item == NodeId::None ? item : document.child(item, in.string(1));
    return found == NodeId::None ? QString() : document.text(found);
}

using Ids = QSet<quint32>;

quint32 number(NodeId id) { return static_cast<quint32>(id); }

/// Those of the nodes that stand at `place` among the ones of the same parent.
Ids atPlace(const NodeSet &nodes, int place)
{
    QHash<quint32, int> counts;
    Ids found;
    for (const auto &node : nodes) {
        if (++counts[number(node.document->parent(node.id))] == place)
            found.insert(number(node.id));
    }
    return found;
}

bool isInside(const Node &node, const Ids &repeats)
{
    for (auto id = node.document->parent(node.id); id != NodeId::None; id = node.document->parent(id)) {
        if (repeats.contains(number(id)))
            return true;
    }
    return false;
}

/// Whether the node is in the same instances as `own` of all repeats around it that are not among `indexed`.
bool sharesRepeats(const Node &node, const Node &own, const Ids &indexed)
{
    const auto &document = *node.document;
    for (auto id = document.parent(node.id); id != NodeId::None; id = document.parent(id)) {
        if (indexed.contains(number(id)))
            continue;
        for (auto mine = own.id; mine != NodeId::None; mine = document.parent(mine)) {
            if (mine != id && document.parent(mine) == document.parent(id) &&
                document.qualifiedName(mine) == document.qualifiedName(id))
                return false;
        }
    }
    return true;
}

// An index that is not there yet is taken as 1, as in JavaRosa: a calculation runs before its index is
// answered.
Value indexedRepeat(Arguments &in)
{
    auto &evaluator = in.evaluator();
    const auto all = [&](qsizetype i) {
        return evaluator.nodesOfAllRepeats(in.expr(i), in.focus(), QStringLiteral("indexed-repeat()"));
    };
    auto nodes = all(0);
    Ids indexed;
    for (qsizetype i = 1; i + 1 < in.count() && !evaluator.hasFailed(); i += 2) {
        const auto repeats = all(i);
        const double index = std::trunc(in.number(i + 1));
        const auto chosen = atPlace(repeats, index >= 1 && index < 1e9 ? int(index) : 1);
        for (const auto &repeat : repeats)
            indexed.insert(number(repeat.id));
        std::erase_if(nodes, [&](const Node &node) { return !evaluator.step() || !isInside(node, chosen); });
    }
    const auto own = evaluator.context().node;
    if (evaluator.context().staysInRepeat && !own.isNull())
        std::erase_if(nodes, [&](const Node &node) {
            return node.document == own.document && !sharesRepeats(node, own, indexed);
        });
    return nodes;
}

const Function list[] = {
    {QLatin1String("current"), 0, 0, current},
    {QLatin1String("instance"), 1, 1, instance},
    {QLatin1String("pulldata"), 4, 4, pulldata},
    {QLatin1String("indexed-repeat"), 3, Function::anyNumber, indexedRepeat, Function::PassesNodes, 2},
};

}  // namespace

std::span<const Function> repeatFunctions() { return list; }

}  // namespace amparo::xpath
