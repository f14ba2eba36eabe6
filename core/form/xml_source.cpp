#include "form/xml_source.h"

#include <algorithm>

namespace amparo::form {

using Token = xpath::XmlStream::Token;

XmlSource::XmlSource(const QByteArray &xml) : m_stream(xml)
{
    if (xml.size() > maximumSizeInBytes)
        m_refusal = QStringLiteral("the file is larger than 64 MB");
}

Token XmlSource::advance()
{
    if (!m_refusal.isEmpty())
        return Token::Error;
    const Token token = m_stream.next();
    if (token == Token::StartElement) {
        ++m_depth;
        m_nodes += 1 + static_cast<int>(m_stream.attributes().size());
        if (m_depth > maximumDepth)
            m_refusal = QStringLiteral("elements are nested deeper than %1").arg(maximumDepth);
        else if (m_nodes > maximumNodes)
            m_refusal = QStringLiteral("more than %1 elements and attributes").arg(maximumNodes);
    } else if (token == Token::EndElement) {
        --m_depth;
    } else if (token == Token::Doctype) {
        m_refusal = QStringLiteral("a document type declaration (DOCTYPE) is not accepted");
    }
    return m_refusal.isEmpty() ? token : Token::Error;
}

bool XmlSource::nextChild()
{
    for (;;) {
        switch (advance()) {
        case Token::StartElement:
            return true;
        case Token::EndElement:
        case Token::End:
        case Token::Error:
            return false;
        default:
            break;
        }
    }
}

XmlSource::Content XmlSource::nextContent()
{
    for (;;) {
        switch (advance()) {
        case Token::StartElement:
            return Content::Element;
        case Token::Text:
            return Content::Text;
        case Token::EndElement:
        case Token::End:
        case Token::Error:
            return Content::None;
        default:
            break;
        }
    }
}

bool XmlSource::hasAttribute(QLatin1String name) const
{
    const auto given = attributes();
    return std::any_of(given.begin(), given.end(), [&](const xpath::XmlAttribute &attribute) {
        return attribute.name->local == name && attribute.name->namespaceUri.isEmpty();
    });
}

QString XmlSource::attribute(QLatin1String name, QStringView namespaceUri) const
{
    for (const xpath::XmlAttribute &attribute : attributes()) {
        if (attribute.name->local == name && attribute.name->namespaceUri == namespaceUri)
            return attribute.value();
    }
    return {};
}

QByteArrayView XmlSource::attributeUtf8(QLatin1String name) const
{
    for (const xpath::XmlAttribute &attribute : attributes()) {
        if (attribute.name->local == name && attribute.name->namespaceUri.isEmpty())
            return attribute.utf8;
    }
    return {};
}

QString XmlSource::text()
{
    QString all;
    for (int open = 1; open > 0;) {
        switch (advance()) {
        case Token::StartElement:
            ++open;
            break;
        case Token::EndElement:
            --open;
            break;
        case Token::Text:
            all += m_stream.text();
            break;
        case Token::End:
        case Token::Error:
            return all;
        default:
            break;
        }
    }
    return all;
}

void XmlSource::skip()
{
    for (int open = 1; open > 0;) {
        const Token token = advance();
        if (token == Token::End || token == Token::Error)
            return;
        open += token == Token::StartElement ? 1 : token == Token::EndElement ? -1 : 0;
    }
}

void XmlSource::copy(xpath::Document &target, xpath::NodeId parent, QStringView foreign)
{
    const xpath::XmlName &name = m_stream.name();
    const QString &uri = name.namespaceUri;
    const xpath::NodeId element =
        target.appendElement(parent, {name.local, uri == foreign ? QString() : uri, name.prefix});
    for (const xpath::XmlAttribute &attribute : attributes())
        target.setAttribute(element,
                            {attribute.name->local, attribute.name->namespaceUri, attribute.name->prefix},
                            attribute.value());
    QString text;
    bool hasChildren = false;
    for (;;) {
        const Content content = nextContent();
        if (content == Content::Element) {
            hasChildren = true;
            copy(target, element, foreign);
        } else if (content == Content::Text) {
            text += m_stream.text();
        } else {
            break;
        }
    }
    // Forms keep values in elements without children; text beside child elements is only layout.
    if (!hasChildren && !text.isEmpty())
        target.setText(element, text);
}

std::optional<QString> XmlSource::error() const
{
    if (!m_refusal.isEmpty())
        return m_refusal;
    if (!m_stream.error().message.isEmpty())
        return QStringLiteral("not well-formed XML: %1").arg(m_stream.error().message);
    return std::nullopt;
}

}  // namespace amparo::form
