#pragma once

#include "xpath/document.h"
#include "xpath/xml_stream.h"

#include <optional>

namespace amparo::form {

/// A stream of XML elements that refuses what a form has no use for: a document type, too much, too deep.
///
/// Used by descent: while (source.nextChild()) { … }, where each body consumes its element through
/// nextChild(), text(), skip() or copy(). After an error nextChild() is false everywhere.
class XmlSource {
public:
    static constexpr qsizetype maximumSizeInBytes = 64 * 1024 * 1024;
    static constexpr int maximumNodes = 1'000'000;
    static constexpr int maximumDepth = 256;

    explicit XmlSource(const QByteArray &xml);

    /// Steps to the next child element of the current one; false at its end, which is then consumed.
    bool nextChild();

    enum class Content { Element, Text, None };
    /// Steps to the next child element or text; None at the end of the current element.
    Content nextContent();

    QStringView name() const { return m_stream.name().local; }
    QStringView namespaceUri() const { return m_stream.name().namespaceUri; }
    QByteArrayView contentUtf8() const { return m_stream.utf8(); }
    std::span<const xpath::XmlAttribute> attributes() const { return m_stream.attributes(); }
    /// Prefix (as local name) and URI of each.
    std::span<const xpath::XmlAttribute> namespaceDeclarations() const
    {
        return m_stream.namespaceDeclarations();
    }
    int line() const { return static_cast<int>(m_stream.line()); }

    /// Empty where it is missing.
    QString attribute(QLatin1String name, QStringView namespaceUri = {}) const;
    bool hasAttribute(QLatin1String name) const;  ///< also an empty one; of no namespace

    QByteArrayView
    attributeUtf8(QLatin1String name) const;  ///< the same of no namespace, until the next step

    QString text();  ///< all text inside the current element, which is consumed
    void skip();

    /// Copies the current element with all below it under `parent` and consumes it. Elements in `foreign` are
    /// put into no namespace: an instance without namespace of its own inherits that of the form around it.
    void copy(xpath::Document &target, xpath::NodeId parent, QStringView foreign = {});

    /// What went wrong, in English without content; nullopt: nothing so far.
    std::optional<QString> error() const;

private:
    xpath::XmlStream::Token advance();

    xpath::XmlStream m_stream;
    QString m_refusal;
    int m_nodes = 0;
    int m_depth = 0;
};

}  // namespace amparo::form
