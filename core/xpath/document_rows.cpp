#include "xpath/document_data.h"

#include <algorithm>

namespace amparo::xpath {

namespace {

constexpr quint32 rootName = 0;
constexpr quint32 rowName = 1;
constexpr quint32 firstColumnName = 2;
constexpr NodeId rootElementId = NodeId{1};

}  // namespace

Document::Rows::Rows(Table &&source) : table(std::move(source))
{
    locals = QStringList{table.rootName, table.rowName} + table.columns;
    columns = quint32(table.columns.size());
    stride = 2 * columns + 1;
    // As many whole rows as there are, and as ids can tell apart.
    const auto whole = columns == 0 ? 0 : table.ends.size() / columns;
    rows = quint32(std::min<std::size_t>(whole, (0xfffffff0u - 2) / stride));
}

QByteArrayView Document::Rows::cell(Place place) const
{
    const auto at = std::size_t(place.row) * columns + place.column();
    const auto begin = at == 0 ? 0 : table.ends[at - 1];
    return QByteArrayView(table.cells).sliced(begin, table.ends[at] - begin);
}

NodeKind Document::Rows::kind(NodeId id) const
{
    if (id == NodeId::Root)
        return NodeKind::Root;
    if (id == rootElementId)
        return NodeKind::Element;
    const auto offset = place(id).offset;
    return offset != 0 && offset % 2 == 0 ? NodeKind::Text : NodeKind::Element;
}

NodeId Document::Rows::parent(NodeId id) const
{
    if (id == NodeId::Root)
        return NodeId::None;
    if (id == rootElementId)
        return NodeId::Root;
    const auto at = place(id);
    if (at.offset == 0)
        return rootElementId;
    return at.offset % 2 == 0 ? nodeId(number(id) - 1) : rowId(at.row);
}

NodeId Document::Rows::firstChild(NodeId id) const
{
    if (id == NodeId::Root)
        return rootElementId;
    if (id == rootElementId)
        return rows == 0 ? NodeId::None : rowId(0);
    const auto at = place(id);
    if (at.offset == 0)
        return nodeId(number(id) + 1);
    const bool hasText = at.offset % 2 == 1 && !cell(at).isEmpty();
    return hasText ? nodeId(number(id) + 1) : NodeId::None;
}

NodeId Document::Rows::lastChild(NodeId id) const
{
    if (id == NodeId::Root)
        return rootElementId;
    if (id == rootElementId)
        return rows == 0 ? NodeId::None : rowId(rows - 1);
    return place(id).offset == 0 ? nodeId(number(id) + stride - 2) : firstChild(id);
}

NodeId Document::Rows::nextSibling(NodeId id) const
{
    if (number(id) < 2)
        return NodeId::None;
    const auto at = place(id);
    if (at.offset == 0)
        return at.row + 1 < rows ? rowId(at.row + 1) : NodeId::None;
    return at.offset % 2 == 1 && at.offset + 2 < stride ? nodeId(number(id) + 2) : NodeId::None;
}

NodeId Document::Rows::previousSibling(NodeId id) const
{
    if (number(id) < 2)
        return NodeId::None;
    const auto at = place(id);
    if (at.offset == 0)
        return at.row == 0 ? NodeId::None : rowId(at.row - 1);
    return at.offset % 2 == 1 && at.offset > 1 ? nodeId(number(id) - 2) : NodeId::None;
}

quint32 Document::Rows::local(NodeId id) const
{
    if (id == NodeId::Root)
        return anyName;
    if (id == rootElementId)
        return rootName;
    const auto at = place(id);
    if (at.offset == 0)
        return rowName;
    return at.offset % 2 == 0 ? anyName : firstColumnName + at.column();
}

QString Document::Rows::text(NodeId id) const
{
    if (number(id) < 2)
        return QString::fromUtf8(table.cells);
    const auto at = place(id);
    if (at.offset != 0)
        return QString::fromUtf8(cell(at));
    const auto begin = at.row == 0 ? 0 : table.ends[std::size_t(at.row) * columns - 1];
    const auto end = table.ends[std::size_t(at.row + 1) * columns - 1];
    return QString::fromUtf8(QByteArrayView(table.cells).sliced(begin, end - begin));
}

}  // namespace amparo::xpath
