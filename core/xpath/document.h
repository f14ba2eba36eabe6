#pragma once

#include "xpath/xml_stream.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

#include <tl/expected.hpp>

namespace amparo::xpath {

class ChildIndex;

/// A node's place in its document. Stays the same while other nodes come and go; the id of a removed node may
/// be given to a node that is added later.
enum class NodeId : quint32 { Root = 0, None = 0xffffffff };

enum class NodeKind : quint8 { Root, Element, Attribute, Text, Comment, ProcessingInstruction, Namespace };

/// What kind of text between elements a document keeps when it is read.
enum class Whitespace {
    Keep,                 ///< all of it, as XPath 1.0 (section 5.7) sees a document
    DropBetweenElements,  ///< not what is only blank beside element siblings, as forms are read
};

struct ReadOptions {
    Whitespace whitespace = Whitespace::DropBetweenElements;
    qsizetype maximumBytes = 64 * 1024 * 1024;
    int maximumNodes = 1'000'000;
    int maximumDepth = 256;
};

/// The name of an element or attribute; `prefix` is only how it is written.
struct Name {
    QString local = {};
    QString namespaceUri = {};
    QString prefix = {};

    bool operator==(const Name &) const = default;
};

/// Rows of equal width, as a CSV attachment has them. Cells stand row by row in one UTF-8 text.
struct Table {
    QStringList columns;             ///< element names of the cells
    QByteArray cells;                ///< all cells one after the other, without separators
    std::vector<quint32> ends = {};  ///< where each cell ends in `cells`; columns × rows numbers
    QString rootName = QStringLiteral("root");
    QString rowName = QStringLiteral("item");
};

/// A tree of XML nodes in the XPath 1.0 data model: a form's primary instance, or a secondary one.
///
/// Nodes live in one array and are named by index. A table document (fromTable) computes its nodes from the
/// rows instead of storing them, holds little more than the file's own bytes, and cannot be changed. Thread:
/// one at a time, also for reading: order and lookup indexes are built when first asked for.
class Document {
public:
    Document();
    Document(const Document &other);
    Document(Document &&) noexcept;
    Document &operator=(Document other) noexcept;
    ~Document();

    /// Reads what XmlStream reads; what passes a limit of `options` is refused.
    [[nodiscard]] static tl::expected<Document, XmlError> read(const QByteArray &xml,
                                                               const ReadOptions &options = {});

    /// The document `<root><item><column>cell</column>…</item>…</root>`.
    static Document fromTable(Table table);

    // Walking. Attributes and namespace declarations are no children: they hang from firstAttribute().
    NodeKind kind(NodeId id) const;
    NodeId parent(NodeId id) const;
    NodeId firstChild(NodeId id) const;
    NodeId lastChild(NodeId id) const;
    NodeId nextSibling(NodeId id) const;
    NodeId previousSibling(NodeId id) const;
    NodeId firstAttribute(NodeId id) const;  ///< the next ones by nextSibling()
    NodeId rootElement() const;              ///< None in an empty document

    /// First child element of that local name, in whatever namespace.
    NodeId child(NodeId parent, QStringView localName) const;
    /// Attribute of that expanded name.
    NodeId attribute(NodeId element, QStringView localName, QStringView namespaceUri = {}) const;

    QString localName(NodeId id) const;  ///< of a processing instruction, its target
    QString namespaceUri(NodeId id) const;
    QString prefix(NodeId id) const;
    QString qualifiedName(NodeId id) const;  ///< as written: prefix:local

    /// The string-value (XPath 1.0, section 5): of an element, all text inside it.
    QString text(NodeId id) const;
    /// True where the string-value is empty, cheaper than to fetch it.
    bool isEmpty(NodeId id) const;

    /// Whether `a` comes before `b` in document order.
    bool precedes(NodeId a, NodeId b) const;

    /// Whether it came from fromTable() and cannot be changed.
    bool isTable() const { return m_rows != nullptr; }
    /// How many nodes it has, attributes and texts included.
    qsizetype nodeCount() const;
    /// Grows with each change, so that what was derived from the document can tell that it is stale.
    quint64 revision() const { return m_revision; }

    // Changing. `id` must be a node of this document, and the document no table.
    NodeId appendElement(NodeId parent, const Name &name, const QString &text = {});
    NodeId setAttribute(NodeId element, const Name &name, const QString &value);
    void declareNamespace(NodeId element, const QString &prefix, const QString &uri);

    /// Replaces all content of an element by one text; of other kinds, the value.
    void setText(NodeId id, const QString &text);

    /// Puts a copy of `subtree` under `parent`, before its child `before` or at the end; returns the copy.
    /// `source` may be this document, as long as `parent` is not inside `subtree`.
    NodeId insertCopy(const Document &source, NodeId subtree, NodeId parent, NodeId before = NodeId::None);
    /// Takes a node and all below it out.
    void remove(NodeId id);

    /// The subtree as XML, without declaration. A prefix that no element above declares is declared where it
    /// is used.
    QByteArray toXml(NodeId id = NodeId::Root) const;

    // For the evaluator: names as numbers, and rows by key.
    struct NameTest {
        enum class Space : quint8 { Any, Exact };
        quint32 local;  ///< anyName, or localNameId()
        Space space;
        quint16 uri;  ///< namespaceId()
    };
    static constexpr quint32 anyName = 0xffffffff;
    static constexpr quint32 unknownName = 0xfffffffe;
    static constexpr quint16 unknownNamespace = 0xffff;
    quint32 localNameId(QStringView name) const;              ///< unknownName: no node is called so
    bool isLocalName(quint32 id, const QString &name) const;  ///< whether localNameId(name) is `id`
    quint16 namespaceId(QStringView uri) const;               ///< unknownNamespace: no node is in it
    bool matches(NodeId id, NameTest test) const;
    /// The first element that matches among `from` and its next siblings; `visited` grows by what was looked
    /// at.
    NodeId nextMatch(NodeId from, NameTest test, qint64 &visited) const;
    /// The child elements of that local name, where there are so many children that they are kept by name;
    /// else nullptr.
    const std::vector<NodeId> *childrenByName(NodeId parent, quint32 local) const;

    /// The lookup index of this document, built as it is asked for.
    ChildIndex &index() const;

private:
    struct NodeData;
    struct Tree;
    struct Rows;
    friend class DocumentReader;
    friend class DocumentWriter;
    friend struct DocumentTransfer;

    NodeData &data(NodeId id);
    const NodeData &data(NodeId id) const;
    struct NameView {
        QStringView local = {};
        QStringView uri = {};
        QStringView prefix = {};
    };
    NodeId allocate(NodeKind kind, NameView name, NodeId parent);
    void link(NodeId id, NodeId parent, NodeId before);
    void linkAttribute(NodeId id, NodeId element);
    /// Whether nothing follows the node in the document but what is in it: where new ids keep document order.
    bool isLast(NodeId id) const;
    void unlink(NodeId id);
    void release(NodeId id);
    void changed() { ++m_revision; }
    void renumber() const;

    std::unique_ptr<Tree> m_tree;        ///< one of the two is there
    std::shared_ptr<const Rows> m_rows;  ///< shared between copies: it never changes
    mutable std::unique_ptr<ChildIndex> m_index;
    quint64 m_revision = 0;
};

/// A node together with its document, which is borrowed.
struct Node {
    const Document *document = nullptr;
    NodeId id = NodeId::None;

    bool isNull() const { return !document || id == NodeId::None; }
    QString text() const { return isNull() ? QString() : document->text(id); }

    bool operator==(const Node &) const = default;
};

}  // namespace amparo::xpath
