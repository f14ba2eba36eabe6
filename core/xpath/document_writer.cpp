// Writes XML 1.0 with the prefixes that the document had. Lines are not broken: whitespace is content.

#include "xpath/document_data.h"

#include <QHash>

namespace amparo::xpath {

namespace {

const QString &xmlNamespace()
{
    static const QString uri = QStringLiteral("http://www.w3.org/XML/1998/namespace");
    return uri;
}

}  // namespace

class DocumentWriter {
public:
    explicit DocumentWriter(const Document &document) : m_document(document) {}

    QByteArray write(NodeId top)
    {
        NodeId at = top;
        while (true) {
            open(at);
            if (const auto first = m_document.firstChild(at); first != NodeId::None) {
                at = first;
                continue;
            }
            while (at != top && m_document.nextSibling(at) == NodeId::None) {
                close(at);
                at = m_document.parent(at);
            }
            close(at);
            if (at == top)
                return m_out.toUtf8();
            at = m_document.nextSibling(at);
        }
    }

private:
    void open(NodeId id)
    {
        switch (m_document.kind(id)) {
        case NodeKind::Element:
            openElement(id);
            break;
        case NodeKind::Text:
            escape(m_document.text(id), Quotes::Keep);
            break;
        case NodeKind::Comment:
            m_out += QLatin1String("<!--") + m_document.text(id) + QLatin1String("-->");
            break;
        case NodeKind::ProcessingInstruction:
            m_out += QLatin1String("<?") + m_document.localName(id) + u' ' + m_document.text(id) +
                     QLatin1String("?>");
            break;
        case NodeKind::Root:
        case NodeKind::Attribute:
        case NodeKind::Namespace:
            break;
        }
    }

    void openElement(NodeId id)
    {
        m_scopes.append(m_declared.size());
        m_out += u'<' + m_document.qualifiedName(id);
        for (auto own = m_document.firstAttribute(id); own != NodeId::None;
             own = m_document.nextSibling(own)) {
            if (m_document.kind(own) == NodeKind::Namespace)
                declare(m_document.localName(own), m_document.text(own));
        }
        declareIfMissing(m_document.prefix(id), m_document.namespaceUri(id));
        for (auto own = m_document.firstAttribute(id); own != NodeId::None;
             own = m_document.nextSibling(own)) {
            if (m_document.kind(own) != NodeKind::Attribute)
                continue;
            if (const auto prefix = m_document.prefix(own); !prefix.isEmpty())
                declareIfMissing(prefix, m_document.namespaceUri(own));
            attribute(m_document.qualifiedName(own), m_document.text(own));
        }
        m_out += m_document.firstChild(id) == NodeId::None ? QLatin1String("/>") : QLatin1String(">");
    }

    void close(NodeId id)
    {
        if (m_document.kind(id) != NodeKind::Element)
            return;
        m_declared.resize(m_scopes.takeLast());
        if (m_document.firstChild(id) != NodeId::None)
            m_out += QLatin1String("</") + m_document.qualifiedName(id) + u'>';
    }

    struct Declaration {
        QString prefix;
        QString uri;
    };

    void declare(const QString &prefix, const QString &uri)
    {
        m_declared.append({prefix, uri});
        attribute(prefix.isEmpty() ? QStringLiteral("xmlns") : QLatin1String("xmlns:") + prefix, uri);
    }

    void declareIfMissing(const QString &prefix, const QString &uri)
    {
        if (uri == xmlNamespace())
            return;
        for (auto i = m_declared.size(); i-- > 0;) {
            if (m_declared[i].prefix != prefix)
                continue;
            if (m_declared[i].uri != uri)
                declare(prefix, uri);
            return;
        }
        if (!uri.isEmpty())
            declare(prefix, uri);
    }

    void attribute(const QString &name, const QString &value)
    {
        m_out += u' ' + name + QLatin1String("=\"");
        escape(value, Quotes::Escape);
        m_out += u'"';
    }

    enum class Quotes { Keep, Escape };

    // What XML 1.0 cannot hold (section 2.2: most control characters) is left out rather than written
    // unreadably.
    void escape(const QString &text, Quotes quotes)
    {
        for (const QChar c : text) {
            switch (c.unicode()) {
            case u'<':
                m_out += QLatin1String("&lt;");
                break;
            case u'>':
                m_out += QLatin1String("&gt;");
                break;
            case u'&':
                m_out += QLatin1String("&amp;");
                break;
            case u'"':
                m_out += quotes == Quotes::Escape ? QLatin1String("&quot;") : QLatin1String("\"");
                break;
            case u'\r':
                m_out += QLatin1String("&#13;");
                break;
            case u'\n':
            case u'\t':
                if (quotes == Quotes::Escape)
                    m_out += c == u'\n' ? QLatin1String("&#10;") : QLatin1String("&#9;");
                else
                    m_out += c;
                break;
            default:
                if (c.unicode() >= 0x20 && c.unicode() < 0xfffe)
                    m_out += c;
            }
        }
    }

    const Document &m_document;
    QString m_out;
    QList<Declaration> m_declared;  ///< in scope, the innermost last
    QList<qsizetype> m_scopes;
};

QByteArray Document::toXml(NodeId id) const { return DocumentWriter(*this).write(id); }

}  // namespace amparo::xpath
