// Changes of a document. Every one leaves the links of both sides true and the revision higher.

#include "xpath/document_data.h"

namespace amparo::xpath {

quint32 Document::Tree::internLocal(QStringView name)
{
    // A view of someone else's characters, only for the search.
    const auto found = localIds.constFind(QString::fromRawData(name.data(), name.size()));
    if (found != localIds.cend())
        return *found;
    const auto id = quint32(locals.size());
    locals.append(name.toString());
    localIds.insert(locals.last(), id);
    return id;
}

quint16 Document::Tree::intern(QStringList &list, QStringView text)
{
    auto found = list.indexOf(text);
    if (found < 0) {
        found = list.size();
        list.append(text.toString());
    }
    return quint16(found);
}

NodeId Document::allocate(NodeKind kind, NameView name, NodeId parent)
{
    NodeId id = m_tree->firstFree;
    if (id == NodeId::None) {
        id = nodeId(quint32(m_tree->nodes.size()));
        m_tree->nodes.emplace_back();
    } else {
        m_tree->firstFree = data(id).next;
        m_tree->idsAreOrdered = false;
        data(id) = NodeData{};
    }
    ++m_tree->used;
    auto &node = data(id);
    node.kind = kind;
    node.parent = parent;
    if (!name.local.isEmpty() || kind == NodeKind::Namespace)
        node.local = m_tree->internLocal(name.local);
    if (!name.uri.isEmpty())
        node.uri = Tree::intern(m_tree->uris, name.uri);
    if (!name.prefix.isEmpty())
        node.prefix = Tree::intern(m_tree->prefixes, name.prefix);
    return id;
}

void Document::link(NodeId id, NodeId parent, NodeId before)
{
    auto &node = data(id);
    auto &above = data(parent);
    node.parent = parent;
    node.next = before;
    node.previous = before == NodeId::None ? above.lastChild : data(before).previous;
    (node.previous == NodeId::None ? above.firstChild : data(node.previous).next) = id;
    (before == NodeId::None ? above.lastChild : data(before).previous) = id;

    ++above.children;
    m_tree->orderIsFresh = false;
    m_tree->wide.erase(number(parent));
    if (before != NodeId::None || !isLast(parent))
        m_tree->idsAreOrdered = false;
}

bool Document::isLast(NodeId id) const
{
    while (id != NodeId::Root && data(id).next == NodeId::None)
        id = data(id).parent;
    return id == NodeId::Root;
}

void Document::linkAttribute(NodeId id, NodeId element)
{
    m_tree->orderIsFresh = false;
    if (data(element).firstChild != NodeId::None || !isLast(element))
        m_tree->idsAreOrdered = false;
    auto last = data(element).firstAttribute;
    if (last == NodeId::None) {
        data(element).firstAttribute = id;
        return;
    }
    while (data(last).next != NodeId::None)
        last = data(last).next;
    data(last).next = id;
    data(id).previous = last;
}

NodeId Document::appendElement(NodeId parent, const Name &name, const QString &text)
{
    changed();
    const auto id = allocate(NodeKind::Element, {name.local, name.namespaceUri, name.prefix}, parent);
    link(id, parent, NodeId::None);
    if (!text.isEmpty())
        setText(id, text);
    return id;
}

NodeId Document::setAttribute(NodeId element, const Name &name, const QString &value)
{
    changed();
    auto id = attribute(element, name.local, name.namespaceUri);
    if (id == NodeId::None) {
        id = allocate(NodeKind::Attribute, {name.local, name.namespaceUri, name.prefix}, element);
        linkAttribute(id, element);
    }
    data(id).value = value;
    return id;
}

void Document::declareNamespace(NodeId element, const QString &prefix, const QString &uri)
{
    changed();
    for (auto id = firstAttribute(element); id != NodeId::None; id = nextSibling(id)) {
        if (kind(id) == NodeKind::Namespace && localName(id) == prefix) {
            data(id).value = uri;
            return;
        }
    }
    const auto id = allocate(NodeKind::Namespace, {.local = prefix}, element);
    data(id).value = uri;
    linkAttribute(id, element);
}

void Document::setText(NodeId id, const QString &text)
{
    changed();
    if (kind(id) != NodeKind::Element) {
        data(id).value = text;
        return;
    }
    const auto first = data(id).firstChild;
    const bool isLeaf = first != NodeId::None && first == data(id).lastChild && kind(first) == NodeKind::Text;
    if (isLeaf && !text.isEmpty()) {
        data(first).value = text;
        return;
    }
    while (data(id).firstChild != NodeId::None)
        remove(data(id).firstChild);
    if (text.isEmpty())
        return;
    const auto child = allocate(NodeKind::Text, {}, id);
    data(child).value = text;
    link(child, id, NodeId::None);
}

NodeId Document::insertCopy(const Document &source, NodeId subtree, NodeId parent, NodeId before)
{
    changed();
    const auto copyNode = [&](NodeId from, NodeId under) {
        const auto local = source.localName(from);
        const auto uri = source.namespaceUri(from);
        const auto prefix = source.prefix(from);
        const auto copy = allocate(source.kind(from), {local, uri, prefix}, under);
        if (source.kind(from) != NodeKind::Element)
            data(copy).value = source.text(from);
        return copy;
    };
    const auto copyElement = [&](NodeId from, NodeId under, NodeId place) {
        const auto copy = copyNode(from, under);
        link(copy, under, place);
        for (auto own = source.firstAttribute(from); own != NodeId::None; own = source.nextSibling(own))
            linkAttribute(copyNode(own, copy), copy);
        return copy;
    };

    const auto top = copyElement(subtree, parent, before);
    NodeId from = subtree;
    NodeId to = top;
    while (true) {
        if (const auto first = source.firstChild(from); first != NodeId::None) {
            from = first;
            to = copyElement(from, to, NodeId::None);
            continue;
        }
        while (from != subtree && source.nextSibling(from) == NodeId::None) {
            from = source.parent(from);
            to = data(to).parent;
        }
        if (from == subtree)
            return top;
        from = source.nextSibling(from);
        to = copyElement(from, data(to).parent, NodeId::None);
    }
}

void Document::unlink(NodeId id)
{
    const auto node = data(id);
    const bool isAttribute = node.kind == NodeKind::Attribute || node.kind == NodeKind::Namespace;
    auto &above = data(node.parent);
    if (node.previous != NodeId::None)
        data(node.previous).next = node.next;
    else
        (isAttribute ? above.firstAttribute : above.firstChild) = node.next;
    if (node.next != NodeId::None)
        data(node.next).previous = node.previous;
    else if (!isAttribute)
        above.lastChild = node.previous;
    above.children -= isAttribute ? 0 : 1;
    m_tree->wide.erase(number(node.parent));
}

void Document::release(NodeId id)
{
    m_tree->wide.erase(number(id));
    data(id) = NodeData{};
    data(id).next = m_tree->firstFree;
    m_tree->firstFree = id;
    --m_tree->used;
}

void Document::remove(NodeId id)
{
    changed();
    unlink(id);
    // Deepest first, without recursion: a node goes once it has nothing below.
    NodeId at = id;
    while (true) {
        const auto &node = data(at);
        if (node.firstChild != NodeId::None) {
            at = node.firstChild;
            continue;
        }
        for (auto own = node.firstAttribute; own != NodeId::None;) {
            const auto next = data(own).next;
            release(own);
            own = next;
        }
        const auto above = data(at).parent;
        const auto next = data(at).next;
        release(at);
        if (at == id)
            return;
        data(above).firstChild = next;
        at = next == NodeId::None ? above : next;
    }
}

}  // namespace amparo::xpath
