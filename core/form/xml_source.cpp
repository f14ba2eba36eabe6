#include "form/xml_source.h"

namespace amparo::form {

using Token = QXmlStreamReader::TokenType;

XmlSource::XmlSource(const QByteArray &xml) : m_reader(xml)
{
    if (xml.size() > maximumSizeInBytes)
        m_refusal = QStringLiteral("the file is larger than 64 MB");
}

Token XmlSource::advance()
{
    if (!m_refusal.isEmpty() || m_reader.hasError())
        return Token::Invalid;
    const Token token = m_reader.readNext();
    if (token == Token::StartElement) {
        ++m_depth;
        m_nodes += 1 + static_cast<int>(m_reader.attributes().size());
        if (m_depth > maximumDepth)
            m_refusal = QStringLiteral("elements are nested deeper than %1").arg(maximumDepth);
        else if (m_nodes > maximumNodes)
            m_refusal = QStringLiteral("more than %1 elements and attributes").arg(maximumNodes);
    } else if (token == Token::EndElement) {
        --m_depth;
    } else if (token == Token::DTD) {
        m_refusal = QStringLiteral("a document type declaration (DOCTYPE) is not accepted");
    }
    return m_refusal.isEmpty() ? token : Token::Invalid;
}

bool XmlSource::nextChild()
{
    for (;;) {
        switch (advance()) {
        case Token::StartElement:
            return true;
        case Token::EndElement:
        case Token::EndDocument:
        case Token::Invalid:
            return false;
        default:
            break;
        }
    }
}

Token XmlSource::nextContent()
{
    for (;;) {
        const Token token = advance();
        if (token == Token::StartElement || token == Token::Characters)
            return token;
        if (token == Token::EndElement || token == Token::EndDocument || token == Token::Invalid)
            return Token::Invalid;
    }
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
        case Token::Characters:
            all += m_reader.text();
            break;
        case Token::EndDocument:
        case Token::Invalid:
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
        if (token == Token::EndDocument || token == Token::Invalid)
            return;
        open += token == Token::StartElement ? 1 : token == Token::EndElement ? -1 : 0;
    }
}

void XmlSource::copy(xpath::Document &target, xpath::NodeId parent, QStringView foreign)
{
    const auto ownNamespace = [foreign](QStringView uri) {
        return uri == foreign ? QString() : uri.toString();
    };
    const xpath::NodeId element =
        target.appendElement(parent, {m_reader.name().toString(), ownNamespace(m_reader.namespaceUri()),
                                      m_reader.prefix().toString()});
    for (const QXmlStreamAttribute &attribute : m_reader.attributes()) {
        target.setAttribute(
            element,
            {attribute.name().toString(), attribute.namespaceUri().toString(), attribute.prefix().toString()},
            attribute.value().toString());
    }
    QString text;
    bool hasChildren = false;
    for (;;) {
        const Token token = nextContent();
        if (token == Token::StartElement) {
            hasChildren = true;
            copy(target, element, foreign);
        } else if (token == Token::Characters) {
            text += m_reader.text();
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
    if (m_reader.hasError())
        return QStringLiteral("not well-formed XML: %1").arg(m_reader.errorString());
    return std::nullopt;
}

}  // namespace amparo::form
