#include "xpath/document.h"

#include "xpath/child_index.h"
#include "xpath/document_data.h"

namespace amparo::xpath {

Document::Document() : m_tree(std::make_unique<Tree>())
{
    NodeData root;
    root.kind = NodeKind::Root;
    m_tree->nodes.push_back(root);
    m_tree->used = 1;
}

Document::Document(const Document &other)
    : m_tree(other.m_tree ? std::make_unique<Tree>(*other.m_tree) : nullptr),
      m_rows(other.m_rows),
      m_revision(other.m_revision)
{}

Document::Document(Document &&) noexcept = default;

Document &Document::operator=(Document other) noexcept
{
    m_tree.swap(other.m_tree);
    m_rows.swap(other.m_rows);
    m_index.swap(other.m_index);
    std::swap(m_revision, other.m_revision);
    return *this;
}

Document::~Document() = default;

Document Document::fromTable(Table table)
{
    Document document;
    document.m_tree.reset();
    document.m_rows = std::make_shared<const Rows>(std::move(table));
    return document;
}

const Document::NodeData &Document::data(NodeId id) const { return m_tree->nodes[number(id)]; }
Document::NodeData &Document::data(NodeId id) { return m_tree->nodes[number(id)]; }

NodeKind Document::kind(NodeId id) const { return m_rows ? m_rows->kind(id) : data(id).kind; }
NodeId Document::parent(NodeId id) const { return m_rows ? m_rows->parent(id) : data(id).parent; }
NodeId Document::firstChild(NodeId id) const { return m_rows ? m_rows->firstChild(id) : data(id).firstChild; }
NodeId Document::lastChild(NodeId id) const { return m_rows ? m_rows->lastChild(id) : data(id).lastChild; }
NodeId Document::nextSibling(NodeId id) const { return m_rows ? m_rows->nextSibling(id) : data(id).next; }
NodeId Document::previousSibling(NodeId id) const
{
    return m_rows ? m_rows->previousSibling(id) : data(id).previous;
}
NodeId Document::firstAttribute(NodeId id) const { return m_rows ? NodeId::None : data(id).firstAttribute; }

NodeId Document::rootElement() const
{
    NodeId id = firstChild(NodeId::Root);
    while (id != NodeId::None && kind(id) != NodeKind::Element)
        id = nextSibling(id);
    return id;
}

NodeId Document::child(NodeId parent, QStringView localName) const
{
    const NameTest test{localNameId(localName), NameTest::Space::Any, 0};
    NodeId id = firstChild(parent);
    while (id != NodeId::None && !(kind(id) == NodeKind::Element && matches(id, test)))
        id = nextSibling(id);
    return id;
}

NodeId Document::attribute(NodeId element, QStringView localName, QStringView namespaceUri) const
{
    const NameTest test{localNameId(localName), NameTest::Space::Exact, namespaceId(namespaceUri)};
    NodeId id = firstAttribute(element);
    while (id != NodeId::None && !(kind(id) == NodeKind::Attribute && matches(id, test)))
        id = nextSibling(id);
    return id;
}

QString Document::localName(NodeId id) const
{
    const quint32 local = m_rows ? m_rows->local(id) : data(id).local;
    if (local == anyName)
        return {};
    return m_rows ? m_rows->locals[local] : m_tree->locals[local];
}

QString Document::namespaceUri(NodeId id) const { return m_rows ? QString() : m_tree->uris[data(id).uri]; }
QString Document::prefix(NodeId id) const { return m_rows ? QString() : m_tree->prefixes[data(id).prefix]; }

QString Document::qualifiedName(NodeId id) const
{
    const auto space = prefix(id);
    return space.isEmpty() ? localName(id) : space + QLatin1Char(':') + localName(id);
}

QString Document::text(NodeId id) const
{
    if (m_rows)
        return m_rows->text(id);
    const auto &node = data(id);
    if (node.kind != NodeKind::Element && node.kind != NodeKind::Root)
        return node.value;
    if (node.firstChild == NodeId::None)
        return {};
    const auto &first = data(node.firstChild);
    if (node.firstChild == node.lastChild && first.kind == NodeKind::Text)
        return first.value;

    QString all;
    NodeId at = node.firstChild;
    while (at != id) {
        const auto &inner = data(at);
        if (inner.kind == NodeKind::Text)
            all += inner.value;
        if (inner.firstChild != NodeId::None) {
            at = inner.firstChild;
            continue;
        }
        while (at != id && data(at).next == NodeId::None)
            at = data(at).parent;
        if (at != id)
            at = data(at).next;
    }
    return all;
}

bool Document::isEmpty(NodeId id) const
{
    const auto ownKind = kind(id);
    if (ownKind != NodeKind::Element && ownKind != NodeKind::Root)
        return text(id).isEmpty();
    for (auto at = firstChild(id); at != NodeId::None; at = nextSibling(at)) {
        const auto childKind = kind(at);
        const bool isText = childKind == NodeKind::Text || childKind == NodeKind::Element;
        if (isText && !isEmpty(at))
            return false;
    }
    return true;
}

qsizetype Document::nodeCount() const
{
    return m_rows ? 2 + qsizetype(m_rows->rows) * m_rows->stride : m_tree->used;
}

bool Document::precedes(NodeId a, NodeId b) const
{
    if (m_rows || m_tree->idsAreOrdered)
        return a < b;
    if (!m_tree->orderIsFresh)
        renumber();
    return m_tree->order[number(a)] < m_tree->order[number(b)];
}

void Document::renumber() const
{
    auto &order = m_tree->order;
    order.assign(m_tree->nodes.size(), 0);
    quint32 place = 0;
    NodeId at = NodeId::Root;
    while (at != NodeId::None) {
        order[number(at)] = place++;
        for (auto own = data(at).firstAttribute; own != NodeId::None; own = data(own).next)
            order[number(own)] = place++;
        if (data(at).firstChild != NodeId::None) {
            at = data(at).firstChild;
            continue;
        }
        while (at != NodeId::None && data(at).next == NodeId::None)
            at = data(at).parent;
        if (at != NodeId::None)
            at = data(at).next;
    }
    m_tree->orderIsFresh = true;
}

quint32 Document::localNameId(QStringView name) const
{
    if (m_rows) {
        const auto found = m_rows->locals.indexOf(name);
        return found < 0 ? unknownName : quint32(found);
    }
    // A view of someone else's characters, only for the search.
    return m_tree->localIds.value(QString::fromRawData(name.data(), name.size()), unknownName);
}

bool Document::isLocalName(quint32 id, const QString &name) const
{
    const QStringList &locals = m_rows ? m_rows->locals : m_tree->locals;
    return id < quint32(locals.size()) && locals[id] == name;
}

quint16 Document::namespaceId(QStringView uri) const
{
    if (uri.isEmpty())
        return 0;
    const auto found = m_rows ? -1 : m_tree->uris.indexOf(uri);
    return found < 0 ? unknownNamespace : quint16(found);
}

bool Document::matches(NodeId id, NameTest test) const
{
    if (m_rows)
        return (test.local == anyName || test.local == m_rows->local(id)) &&
               (test.space == NameTest::Space::Any || test.uri == 0);
    const auto &node = data(id);
    return (test.local == anyName || test.local == node.local) &&
           (test.space == NameTest::Space::Any || test.uri == node.uri);
}

NodeId Document::nextMatch(NodeId from, NameTest test, qint64 &visited) const
{
    auto id = from;
    for (; id != NodeId::None; id = nextSibling(id)) {
        ++visited;
        if (kind(id) == NodeKind::Element && matches(id, test))
            break;
    }
    return id;
}

const std::vector<NodeId> *Document::childrenByName(NodeId parent, quint32 local) const
{
    constexpr quint32 fewest = 64;  // children: below, a search is as quick and needs no memory
    static const std::vector<NodeId> none;
    if (m_rows || data(parent).children < fewest)
        return nullptr;
    const auto [found, isNew] = m_tree->wide.try_emplace(number(parent));
    auto &byName = found->second;
    for (auto id = isNew ? data(parent).firstChild : NodeId::None; id != NodeId::None; id = data(id).next) {
        if (data(id).kind == NodeKind::Element)
            byName[data(id).local].push_back(id);
    }
    const auto named = byName.find(local);
    return named == byName.end() ? &none : &named->second;
}

ChildIndex &Document::index() const
{
    if (!m_index)
        m_index = std::make_unique<ChildIndex>();
    return *m_index;
}

}  // namespace amparo::xpath
