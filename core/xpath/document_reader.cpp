#include "xpath/document_data.h"
#include "xpath/xml_stream.h"

namespace amparo::xpath {

namespace {

bool isBlank(QStringView text)
{
    for (const QChar c : text) {
        if (c != u' ' && c != u'\t' && c != u'\n' && c != u'\r')
            return false;
    }
    return true;
}

}  // namespace

class DocumentReader {
public:
    DocumentReader(const QByteArray &xml, const ReadOptions &options)
        : m_stream(xml), m_options(options), m_guess(xml.count('<') + 1)
    {}

    tl::expected<Document, XmlError> read()
    {
        using Token = XmlStream::Token;
        m_document.m_tree->nodes.reserve(std::size_t(qMin(m_guess, qsizetype(m_options.maximumNodes))));
        for (;;) {
            const Token token = m_stream.next();
            if (token == Token::Error)
                return tl::make_unexpected(m_stream.error());
            if (token == Token::End)
                return std::move(m_document);
            take(token);
            if (m_document.nodeCount() > m_options.maximumNodes)
                m_failure = QStringLiteral("More than %1 nodes.").arg(m_options.maximumNodes);
            if (!m_failure.isEmpty())
                return tl::make_unexpected(XmlError{m_failure, m_stream.line(), 1});
        }
    }

private:
    void take(XmlStream::Token token)
    {
        switch (token) {
        case XmlStream::Token::StartElement:
            startElement();
            break;
        case XmlStream::Token::EndElement:
            endElement();
            break;
        case XmlStream::Token::Text:
            m_text = m_stream.text();
            break;
        case XmlStream::Token::Comment:
            addValue(NodeKind::Comment);
            break;
        case XmlStream::Token::ProcessingInstruction:
            addValue(NodeKind::ProcessingInstruction);
            break;
        case XmlStream::Token::Doctype:
        case XmlStream::Token::End:
        case XmlStream::Token::Error:
            break;
        }
    }

    void startElement()
    {
        flushText(BesideElement::Yes);
        if (++m_depth > m_options.maximumDepth) {
            m_failure = QStringLiteral("Elements are nested more than %1 deep.").arg(m_options.maximumDepth);
            return;
        }
        m_at = add(NodeKind::Element, &m_stream.name());
        for (const XmlAttribute &declaration : m_stream.namespaceDeclarations())
            addAttribute(NodeKind::Namespace, declaration);
        for (const XmlAttribute &attribute : m_stream.attributes())
            addAttribute(NodeKind::Attribute, attribute);
        m_hasElements = false;
    }

    void endElement()
    {
        flushText(m_hasElements ? BesideElement::Yes : BesideElement::No);
        m_at = m_document.parent(m_at);
        m_hasElements = true;
        --m_depth;
    }
    enum class BesideElement { No, Yes };

    void flushText(BesideElement beside)
    {
        if (m_text.isEmpty() || m_at == NodeId::Root) {
            m_text.clear();
            return;
        }
        const bool isDropped = m_options.whitespace == Whitespace::DropBetweenElements &&
                               beside == BesideElement::Yes && isBlank(m_text);
        if (!isDropped)
            m_document.data(add(NodeKind::Text, nullptr)).value = m_text;
        m_text.clear();
    }

    /// A comment, or a processing instruction with its target as name.
    void addValue(NodeKind kind)
    {
        flushText(m_hasElements ? BesideElement::Yes : BesideElement::No);
        const bool hasTarget = kind == NodeKind::ProcessingInstruction;
        m_document.data(add(kind, hasTarget ? &m_stream.name() : nullptr)).value = m_stream.text();
    }

    NodeId add(NodeKind kind, const XmlName *name)
    {
        const NodeId id = allocate(kind, name);
        m_document.link(id, m_at, NodeId::None);
        return id;
    }

    void addAttribute(NodeKind kind, const XmlAttribute &attribute)
    {
        const NodeId id = allocate(kind, attribute.name);
        m_document.data(id).value = attribute.value();
        m_document.linkAttribute(id, m_at);
    }

    /// The stream has one object a name, so that a name is looked up once in a text.
    NodeId allocate(NodeKind kind, const XmlName *name)
    {
        if (!name)
            return m_document.allocate(kind, {}, m_at);
        const auto known = m_names.constFind(name);
        if (known == m_names.cend()) {
            const NodeId id =
                m_document.allocate(kind, {name->local, name->namespaceUri, name->prefix}, m_at);
            const Document::NodeData &node = m_document.data(id);
            m_names.insert(name, {node.local, node.uri, node.prefix});
            return id;
        }
        const NodeId id = m_document.allocate(kind, {}, m_at);
        Document::NodeData &node = m_document.data(id);
        node.local = known->local;
        node.uri = known->uri;
        node.prefix = known->prefix;
        return id;
    }

    struct NameIds {
        quint32 local;
        quint16 uri;
        quint16 prefix;
    };

    XmlStream m_stream;
    const ReadOptions &m_options;
    qsizetype m_guess;  ///< of the number of nodes: an element has two tags, and often a text
    Document m_document;
    NodeId m_at = NodeId::Root;
    QHash<const XmlName *, NameIds> m_names;
    QString m_text;
    QString m_failure;
    int m_depth = 0;
    bool m_hasElements = false;  ///< an element came before, under the same parent
};

tl::expected<Document, XmlError> Document::read(const QByteArray &xml, const ReadOptions &options)
{
    if (xml.size() > options.maximumBytes)
        return tl::make_unexpected(
            XmlError{QStringLiteral("Larger than %1 bytes.").arg(options.maximumBytes), 0, 0});
    return DocumentReader(xml, options).read();
}

}  // namespace amparo::xpath
