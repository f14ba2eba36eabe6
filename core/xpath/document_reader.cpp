#include "xpath/document_data.h"

#include <QXmlStreamReader>

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
        : m_reader(xml), m_options(options), m_guess(xml.count('<') + 1)
    {}

    tl::expected<Document, XmlError> read()
    {
        m_reader.setEntityExpansionLimit(0);
        m_document.m_tree->nodes.reserve(std::size_t(qMin(m_guess, qsizetype(m_options.maximumNodes))));
        while (!m_reader.atEnd() && m_failure.isEmpty())
            take(m_reader.readNext());
        if (m_failure.isEmpty() && m_reader.hasError())
            m_failure = m_reader.errorString();
        if (!m_failure.isEmpty())
            return tl::make_unexpected(XmlError{m_failure, m_reader.lineNumber(), m_reader.columnNumber()});
        return std::move(m_document);
    }

private:
    void take(QXmlStreamReader::TokenType token)
    {
        switch (token) {
        case QXmlStreamReader::StartElement:
            startElement();
            break;
        case QXmlStreamReader::EndElement:
            endElement();
            break;
        case QXmlStreamReader::Characters:
            m_text += m_reader.text();
            break;
        case QXmlStreamReader::Comment:
            addValue(NodeKind::Comment, {}, m_reader.text().toString());
            break;
        case QXmlStreamReader::ProcessingInstruction:
            addValue(NodeKind::ProcessingInstruction, m_reader.processingInstructionTarget().toString(),
                     m_reader.processingInstructionData().toString());
            break;
        case QXmlStreamReader::DTD:
            // A bare name ("<!DOCTYPE html>") declares nothing, and what it refers to is never fetched.
            if (m_reader.text().contains(u'['))
                m_failure = QStringLiteral("A document type declaration with content is not allowed.");
            break;
        case QXmlStreamReader::EntityReference:
            m_failure = QStringLiteral("Unknown entity.");
            break;
        default:
            break;
        }
        if (m_document.nodeCount() > m_options.maximumNodes)
            m_failure = QStringLiteral("More than %1 nodes.").arg(m_options.maximumNodes);
    }

    void startElement()
    {
        flushText(BesideElement::Yes);
        if (++m_depth > m_options.maximumDepth) {
            m_failure = QStringLiteral("Elements are nested more than %1 deep.").arg(m_options.maximumDepth);
            return;
        }
        m_at = add(NodeKind::Element, {m_reader.name(), m_reader.namespaceUri(), m_reader.prefix()});
        for (const auto &declaration : m_reader.namespaceDeclarations())
            addAttribute(NodeKind::Namespace, {declaration.prefix()}, declaration.namespaceUri().toString());
        for (const auto &attribute : m_reader.attributes())
            addAttribute(NodeKind::Attribute,
                         {attribute.name(), attribute.namespaceUri(), attribute.prefix()},
                         attribute.value().toString());
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
            m_document.data(add(NodeKind::Text, {})).value = m_text;
        m_text.clear();
    }

    void addValue(NodeKind kind, const QString &name, const QString &value)
    {
        flushText(m_hasElements ? BesideElement::Yes : BesideElement::No);
        m_document.data(add(kind, {name})).value = value;
    }

    NodeId add(NodeKind kind, Document::NameView name)
    {
        const auto id = m_document.allocate(kind, name, m_at);
        m_document.link(id, m_at, NodeId::None);
        return id;
    }

    void addAttribute(NodeKind kind, Document::NameView name, const QString &value)
    {
        const auto id = m_document.allocate(kind, name, m_at);
        m_document.data(id).value = value;
        m_document.linkAttribute(id, m_at);
    }

    QXmlStreamReader m_reader;
    const ReadOptions &m_options;
    qsizetype m_guess;  ///< of the number of nodes: an element has two tags, and often a text
    Document m_document;
    NodeId m_at = NodeId::Root;
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
