#pragma once

// How a document keeps its nodes; for the sources of this room only.

#include "xpath/document.h"

#include <QHash>
#include <QStringList>

#include <unordered_map>

namespace amparo::xpath {

inline quint32 number(NodeId id) { return static_cast<quint32>(id); }
inline NodeId nodeId(quint32 number) { return static_cast<NodeId>(number); }

/// One node, one cache line.
struct Document::NodeData {
    quint32 local = anyName;
    quint16 uri = 0;
    quint16 prefix = 0;
    NodeKind kind = NodeKind::Element;
    NodeId parent = NodeId::None;
    NodeId firstChild = NodeId::None;
    NodeId lastChild = NodeId::None;
    NodeId next = NodeId::None;  ///< in a free place: the next free one
    NodeId previous = NodeId::None;
    NodeId firstAttribute = NodeId::None;
    quint32 children = 0;
    QString value;  ///< of texts, attributes, comments, instructions and namespaces
};

struct Document::Tree {
    std::vector<NodeData> nodes;
    NodeId firstFree = NodeId::None;
    qsizetype used = 0;

    QStringList locals;
    QHash<QString, quint32> localIds;
    QStringList uris{QString()};  ///< few: searched one by one
    QStringList prefixes{QString()};

    /// Ids ascend in document order, as after reading. Else `order` tells each node's place, while it is
    /// fresh.
    bool idsAreOrdered = true;
    mutable bool orderIsFresh = false;
    mutable std::vector<quint32> order;

    /// Child elements by name, of parents with so many children that a search would cost; made when first
    /// asked for, and for one parent again when its children change.
    using ByName = std::unordered_map<quint32, std::vector<NodeId>>;
    mutable std::unordered_map<quint32, ByName> wide;

    quint32 internLocal(QStringView name);
    static quint16 intern(QStringList &list, QStringView text);
};

/// The nodes of a table: 0 is the root, 1 its element, then each row takes `stride` ids: the row itself, and
/// for each cell its element and its text.
struct Document::Rows {
    explicit Rows(Table &&source);

    struct Place {
        quint32 row;
        quint32 offset;  ///< 0: the row; odd: a cell; even: the text of the cell before
        quint32 column() const { return (offset - 1) / 2; }
    };
    Place place(NodeId id) const { return {(number(id) - 2) / stride, (number(id) - 2) % stride}; }
    NodeId rowId(quint32 row) const { return nodeId(2 + row * stride); }
    QByteArrayView cell(Place place) const;

    NodeKind kind(NodeId id) const;
    NodeId parent(NodeId id) const;
    NodeId firstChild(NodeId id) const;
    NodeId lastChild(NodeId id) const;
    NodeId nextSibling(NodeId id) const;
    NodeId previousSibling(NodeId id) const;
    quint32 local(NodeId id) const;
    QString text(NodeId id) const;

    Table table;
    QStringList locals;
    quint32 columns = 0;
    quint32 rows = 0;
    quint32 stride = 1;
};

}  // namespace amparo::xpath
