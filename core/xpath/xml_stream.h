#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <deque>
#include <memory>
#include <span>
#include <vector>

struct XML_ParserStruct;

namespace amparo::xpath {

/// What is wrong with an XML text, and where.
struct XmlError {
    QString message;  ///< English, without content of the text
    qint64 line = 0;  ///< from 1
    qint64 column = 0;
};

/// The name of an element or attribute, resolved by the declarations around it (Namespaces in XML 1.0).
/// One object for each name of a text: equal names have equal addresses.
struct XmlName {
    QString local;
    QString namespaceUri;  ///< empty: none
    QString prefix;
};

struct XmlAttribute {
    const XmlName *name;
    QByteArrayView utf8;

    QString value() const { return QString::fromUtf8(utf8); }
};

/// Reads XML token by token (expat, namespaces resolved), a stretch of the text at a time.
///
/// UTF-8, UTF-16 and ISO 8859-1, as byte order mark or XML declaration say. A document type that declares
/// anything is an error, so there are no entities but XML's own five; what a document type refers to is never
/// fetched. Thread: one at a time.
class XmlStream {
public:
    enum class Token { StartElement, EndElement, Text, Comment, ProcessingInstruction, Doctype, End, Error };

    explicit XmlStream(QByteArray xml);
    ~XmlStream();
    XmlStream(const XmlStream &) = delete;
    XmlStream &operator=(const XmlStream &) = delete;

    /// Steps to the next token. After End or Error, the same again.
    Token next();

    // Of the token at hand; valid until the next one.
    const XmlName &name() const { return *event().name; }  ///< of a start; of an instruction, its target
    std::span<const XmlAttribute> attributes() const;      ///< of a start, without xmlns
    std::span<const XmlAttribute> namespaceDeclarations() const;  ///< of a start: prefix as local name, URI
    QString text() const { return QString::fromUtf8(utf8()); }    ///< of text, comment, instruction
    QByteArrayView utf8() const;                                  ///< the same as it is kept
    qint64 line() const;  ///< where it begins, from 1; exact in UTF-8 and ISO 8859-1

    const XmlError &error() const { return m_error; }

private:
    struct Event {
        Token token = Token::End;
        const XmlName *name = nullptr;
        qsizetype at = 0;       ///< its first byte in m_xml
        std::size_t begin = 0;  ///< of its text in m_bytes
        std::size_t size = 0;
        std::size_t firstAttribute = 0;
        std::size_t declarations = 0;  ///< come first
        std::size_t attributes = 0;
    };
    struct Slice {
        const XmlName *name;
        std::size_t begin;
        std::size_t size;
    };
    struct Handlers;
    friend struct Handlers;

    const Event &event() const { return m_events[m_at]; }
    void readOn();
    void finishText();
    Event &append(Token token);
    std::pair<std::size_t, std::size_t> keep(QByteArrayView bytes);
    const XmlName *intern(const char *expanded);
    void fail(const QString &message);

    QByteArray m_xml;
    qsizetype m_read = 0;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_ParserStruct *)> m_parser;

    // What has been read and not yet been asked for.
    std::vector<Event> m_events;
    std::size_t m_at = 0;
    QByteArray m_bytes;
    std::vector<Slice> m_slices;             ///< attributes and declarations, while m_bytes may still move
    std::vector<XmlAttribute> m_attributes;  ///< the same, once it does not
    bool m_hasOpenText = false;              ///< at the end of m_bytes; it may go on in the next stretch
    qsizetype m_openTextAt = 0;              ///< its first byte in m_xml
    qsizetype m_openTextBegin = 0;           ///< and in m_bytes
    std::size_t m_pendingDeclarations = 0;

    QHash<QByteArray, const XmlName *> m_names;
    std::deque<XmlName> m_nameStore;
    XmlError m_error;

    // As far as line() has counted.
    mutable qsizetype m_countedTo = 0;
    mutable qint64 m_line = 1;
};

}  // namespace amparo::xpath
