#pragma once

// The thirteen axes of XPath 1.0 (section 2.2) over a document; for the sources of this room only.

#include "xpath/ast.h"
#include "xpath/document.h"

namespace amparo::xpath {

/// Whether an axis runs against document order, so that position 1 is the nearest.
constexpr bool isReverse(Axis axis)
{
    return axis == Axis::Ancestor || axis == Axis::AncestorOrSelf || axis == Axis::Preceding ||
           axis == Axis::PrecedingSibling;
}

/// To compare with the name found last is quicker than to look it up: most paths are walked in one document.
inline quint32 localNameId(const Document &document, const NodeTest &test)
{
    if (document.isLocalName(test.localId.number(), test.local))
        return test.localId.number();
    const quint32 found = document.localNameId(test.local);
    test.localId.note(found);
    return found;
}

inline Document::NameTest nameTest(const Document &document, Axis axis, const NodeTest &test)
{
    const bool isAny = test.isAnyNamespace() || test.kind != NodeTest::Kind::Name || axis == Axis::Namespace;
    return {test.local.isEmpty() ? Document::anyName : localNameId(document, test),
            isAny ? Document::NameTest::Space::Any : Document::NameTest::Space::Exact,
            isAny ? quint16(0) : document.namespaceId(test.uri)};
}

/// A node test made ready for one document.
class NodeMatcher {
public:
    NodeMatcher() = default;  // so that an array can hold them
    NodeMatcher(const Document &document, Axis axis, const NodeTest &test)
        : m_document(&document),
          m_name(nameTest(document, axis, test)),
          m_kind(kindOf(axis, test.kind)),
          m_isAny(test.kind == NodeTest::Kind::AnyNode && axis != Axis::Attribute)
    {}

    bool operator()(NodeId id) const
    {
        return m_isAny || (m_document->kind(id) == m_kind && m_document->matches(id, m_name));
    }

    /// Whether it asks for elements of one name.
    bool isNamed() const
    {
        return !m_isAny && m_kind == NodeKind::Element && m_name.local != Document::anyName;
    }
    Document::NameTest name() const { return m_name; }

private:
    static NodeKind kindOf(Axis axis, NodeTest::Kind kind)
    {
        switch (kind) {
        case NodeTest::Kind::Text:
            return NodeKind::Text;
        case NodeTest::Kind::Comment:
            return NodeKind::Comment;
        case NodeTest::Kind::ProcessingInstruction:
            return NodeKind::ProcessingInstruction;
        default:
            break;
        }
        return axis == Axis::Attribute   ? NodeKind::Attribute
               : axis == Axis::Namespace ? NodeKind::Namespace
                                         : NodeKind::Element;
    }

    const Document *m_document = nullptr;
    Document::NameTest m_name = {Document::anyName, Document::NameTest::Space::Any, 0};
    NodeKind m_kind = NodeKind::Element;
    bool m_isAny = true;
};

inline bool isAttached(NodeKind kind) { return kind == NodeKind::Attribute || kind == NodeKind::Namespace; }

/// The next node in document order that is not inside `id`; None at the end of `top`.
inline NodeId nextOutside(const Document &document, NodeId id, NodeId top)
{
    while (id != top && id != NodeId::None) {
        if (const auto next = document.nextSibling(id); next != NodeId::None)
            return next;
        id = document.parent(id);
    }
    return NodeId::None;
}

template <class Visit> void walkDescendants(const Document &document, NodeId top, Visit visit)
{
    auto id = document.firstChild(top);
    while (id != NodeId::None && visit(id)) {
        const auto inner = document.firstChild(id);
        id = inner != NodeId::None ? inner : nextOutside(document, id, top);
    }
}

template <class Visit> void walkAncestors(const Document &document, NodeId from, Visit visit)
{
    for (auto id = document.parent(from); id != NodeId::None && visit(id); id = document.parent(id)) {
    }
}

template <class Visit> void walkFollowing(const Document &document, NodeId from, Visit visit)
{
    NodeId id = NodeId::None;
    if (isAttached(document.kind(from))) {
        const auto element = document.parent(from);
        const auto inner = document.firstChild(element);
        id = inner != NodeId::None ? inner : nextOutside(document, element, NodeId::Root);
    } else {
        id = nextOutside(document, from, NodeId::Root);
    }
    while (id != NodeId::None && visit(id)) {
        const auto inner = document.firstChild(id);
        id = inner != NodeId::None ? inner : nextOutside(document, id, NodeId::Root);
    }
}

/// Backwards in document order; the ancestors, which are passed on the way, are not visited.
template <class Visit> void walkPreceding(const Document &document, NodeId from, Visit visit)
{
    auto id = isAttached(document.kind(from)) ? document.parent(from) : from;
    auto ancestor = document.parent(id);
    while (id != NodeId::None) {
        if (const auto before = document.previousSibling(id); before != NodeId::None) {
            id = before;
            while (document.lastChild(id) != NodeId::None)
                id = document.lastChild(id);
        } else {
            id = document.parent(id);
            if (id == ancestor) {
                ancestor = id == NodeId::None ? id : document.parent(id);
                continue;
            }
        }
        if (!visit(id))
            return;
    }
}

/// The namespaces in scope: the declaration nearest to the element for each prefix.
template <class Visit> void walkNamespaces(const Document &document, NodeId element, Visit visit)
{
    if (document.kind(element) != NodeKind::Element)
        return;
    QStringList seen;
    for (auto above = element; above != NodeId::None; above = document.parent(above)) {
        for (auto id = document.firstAttribute(above); id != NodeId::None; id = document.nextSibling(id)) {
            if (document.kind(id) != NodeKind::Namespace || seen.contains(document.localName(id)))
                continue;
            seen.append(document.localName(id));
            if (!document.isEmpty(id) && !visit(id))  // xmlns="" takes the default namespace back
                return;
        }
    }
}

/// Calls `visit` for each node of an axis, the nearest first, until it answers false.
template <class Visit> void walkAxis(const Document &document, NodeId from, Axis axis, Visit visit)
{
    const bool isSibling = !isAttached(document.kind(from));
    switch (axis) {
    case Axis::Self:
        visit(from);
        break;
    case Axis::Child:
        for (auto id = document.firstChild(from); id != NodeId::None && visit(id);
             id = document.nextSibling(id)) {
        }
        break;
    case Axis::Attribute:
        for (auto id = document.firstAttribute(from); id != NodeId::None; id = document.nextSibling(id)) {
            if (document.kind(id) == NodeKind::Attribute && !visit(id))
                return;
        }
        break;
    case Axis::Namespace:
        walkNamespaces(document, from, visit);
        break;
    case Axis::Parent:
        if (const auto parent = document.parent(from); parent != NodeId::None)
            visit(parent);
        break;
    case Axis::DescendantOrSelf:
        if (!visit(from))
            return;
        [[fallthrough]];
    case Axis::Descendant:
        walkDescendants(document, from, visit);
        break;
    case Axis::AncestorOrSelf:
        if (!visit(from))
            return;
        [[fallthrough]];
    case Axis::Ancestor:
        walkAncestors(document, from, visit);
        break;
    case Axis::FollowingSibling:
        for (auto id = document.nextSibling(from); isSibling && id != NodeId::None && visit(id);
             id = document.nextSibling(id)) {
        }
        break;
    case Axis::PrecedingSibling:
        for (auto id = document.previousSibling(from); isSibling && id != NodeId::None && visit(id);
             id = document.previousSibling(id)) {
        }
        break;
    case Axis::Following:
        walkFollowing(document, from, visit);
        break;
    case Axis::Preceding:
        walkPreceding(document, from, visit);
        break;
    }
}

}  // namespace amparo::xpath
