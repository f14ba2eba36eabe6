#include "xpath/xml_stream.h"

#include <expat.h>

#include <cstring>
#include <tuple>
#include <utility>

namespace amparo::xpath {

namespace {

constexpr XML_Char separator = '\n';      // cannot be part of a name, nor of a URI in an attribute
constexpr qsizetype stretch = 64 * 1024;  // bytes read ahead at a time

}  // namespace

/// What expat calls while it reads a stretch.
struct XmlStream::Handlers {
    static XmlStream &of(void *stream) { return *static_cast<XmlStream *>(stream); }

    static void startElement(void *user, const XML_Char *name, const XML_Char **attributes)
    {
        XmlStream &stream = of(user);
        Event &event = stream.append(Token::StartElement);
        event.name = stream.intern(name);
        event.declarations = std::exchange(stream.m_pendingDeclarations, 0);
        event.firstAttribute = stream.m_slices.size() - event.declarations;
        for (; *attributes; attributes += 2) {
            const auto [begin, size] = stream.keep(attributes[1]);
            stream.m_slices.push_back({stream.intern(attributes[0]), begin, size});
            ++event.attributes;
        }
    }

    static void endElement(void *user, const XML_Char *) { of(user).append(Token::EndElement); }

    static void text(void *user, const XML_Char *text, int size)
    {
        XmlStream &stream = of(user);
        if (!stream.m_hasOpenText) {
            stream.m_hasOpenText = true;
            stream.m_openTextAt = XML_GetCurrentByteIndex(stream.m_parser.get());
            stream.m_openTextBegin = stream.m_bytes.size();
        }
        stream.m_bytes.append(text, size);
    }

    static void comment(void *user, const XML_Char *text)
    {
        XmlStream &stream = of(user);
        Event &event = stream.append(Token::Comment);
        std::tie(event.begin, event.size) = stream.keep(text);
    }

    static void instruction(void *user, const XML_Char *target, const XML_Char *text)
    {
        XmlStream &stream = of(user);
        Event &event = stream.append(Token::ProcessingInstruction);
        event.name = stream.intern(target);
        std::tie(event.begin, event.size) = stream.keep(text);
    }

    static void declaration(void *user, const XML_Char *prefix, const XML_Char *uri)
    {
        XmlStream &stream = of(user);
        stream.finishText();
        const auto [begin, size] = stream.keep(uri ? uri : "");
        stream.m_slices.push_back({stream.intern(prefix ? prefix : ""), begin, size});
        ++stream.m_pendingDeclarations;
    }

    static void doctype(void *user, const XML_Char *, const XML_Char *, const XML_Char *, int hasContent)
    {
        XmlStream &stream = of(user);
        stream.append(Token::Doctype);
        if (hasContent)
            stop(stream, QStringLiteral("A document type declaration with content is not allowed."));
    }

    static void skippedEntity(void *user, const XML_Char *, int)
    {
        stop(of(user), QStringLiteral("Unknown entity."));
    }

    static void stop(XmlStream &stream, const QString &reason)
    {
        stream.fail(reason);
        XML_StopParser(stream.m_parser.get(), XML_FALSE);
    }
};

XmlStream::XmlStream(QByteArray xml)
    : m_xml(std::move(xml)), m_parser(XML_ParserCreateNS(nullptr, separator), XML_ParserFree), m_events(1)
{
    XML_Parser parser = m_parser.get();
    XML_SetReturnNSTriplet(parser, XML_TRUE);
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, Handlers::startElement, Handlers::endElement);
    XML_SetCharacterDataHandler(parser, Handlers::text);
    XML_SetCommentHandler(parser, Handlers::comment);
    XML_SetProcessingInstructionHandler(parser, Handlers::instruction);
    XML_SetStartNamespaceDeclHandler(parser, Handlers::declaration);
    XML_SetStartDoctypeDeclHandler(parser, Handlers::doctype);
    XML_SetSkippedEntityHandler(parser, Handlers::skippedEntity);
}

XmlStream::~XmlStream() = default;

XmlStream::Token XmlStream::next()
{
    const Token now = event().token;
    const bool isOver = m_at > 0 && (now == Token::End || now == Token::Error);
    if (isOver)
        return now;
    ++m_at;
    while (m_at == m_events.size())
        readOn();
    return event().token;
}

/// Forgets what has been asked for and reads another stretch. The first event is the one before.
void XmlStream::readOn()
{
    m_events.resize(1);
    m_at = 1;
    m_bytes.remove(0, m_hasOpenText ? m_openTextBegin : m_bytes.size());
    m_openTextBegin = 0;
    m_slices.clear();
    const qsizetype size = qMin(stretch, m_xml.size() - m_read);
    const bool isLast = m_read + size == m_xml.size();
    const auto status = XML_Parse(m_parser.get(), m_xml.constData() + m_read, int(size), isLast);
    m_read += size;
    if (status != XML_STATUS_OK && m_error.message.isEmpty())
        fail(QString::fromUtf8(XML_ErrorString(XML_GetErrorCode(m_parser.get()))));
    if (status != XML_STATUS_OK || isLast)
        append(status == XML_STATUS_OK ? Token::End : Token::Error);
    m_attributes.clear();
    for (const Slice &slice : m_slices)
        m_attributes.push_back(
            {slice.name, QByteArrayView(m_bytes).sliced(qsizetype(slice.begin), qsizetype(slice.size))});
}

void XmlStream::fail(const QString &message)
{
    XML_Parser parser = m_parser.get();
    m_error = {message, qint64(XML_GetCurrentLineNumber(parser)),
               qint64(XML_GetCurrentColumnNumber(parser)) + 1};
}

XmlStream::Event &XmlStream::append(Token token)
{
    finishText();
    Event &event = m_events.emplace_back();
    event.token = token;
    event.at = XML_GetCurrentByteIndex(m_parser.get());
    return event;
}

/// Text is complete only where something else begins: entities and ends of stretches cut it.
void XmlStream::finishText()
{
    if (!m_hasOpenText)
        return;
    Event &event = m_events.emplace_back();
    event.token = Token::Text;
    event.at = m_openTextAt;
    event.begin = std::size_t(m_openTextBegin);
    event.size = std::size_t(m_bytes.size() - m_openTextBegin);
    m_hasOpenText = false;
}

std::pair<std::size_t, std::size_t> XmlStream::keep(QByteArrayView bytes)
{
    const auto begin = std::size_t(m_bytes.size());
    m_bytes.append(bytes);
    return {begin, std::size_t(bytes.size())};
}

/// `expanded`: local name alone, or URI, local name and, where there is one, prefix.
const XmlName *XmlStream::intern(const char *expanded)
{
    const QByteArrayView view(expanded);
    const auto found = m_names.constFind(QByteArray::fromRawData(view.data(), view.size()));
    if (found != m_names.cend())
        return *found;
    const QStringList parts = QString::fromUtf8(view).split(QLatin1Char(separator));
    XmlName &name = m_nameStore.emplace_back();
    name.local = parts.size() > 1 ? parts[1] : parts[0];
    name.namespaceUri = parts.size() > 1 ? parts[0] : QString();
    name.prefix = parts.value(2);
    m_names.insert(view.toByteArray(), &name);
    return &name;
}

std::span<const XmlAttribute> XmlStream::namespaceDeclarations() const
{
    return std::span(m_attributes).subspan(event().firstAttribute, event().declarations);
}

std::span<const XmlAttribute> XmlStream::attributes() const
{
    return std::span(m_attributes).subspan(event().firstAttribute + event().declarations, event().attributes);
}

qint64 XmlStream::line() const
{
    const char *const bytes = m_xml.constData();
    while (m_countedTo < event().at) {
        const auto size = std::size_t(event().at - m_countedTo);
        const auto *end = static_cast<const char *>(std::memchr(bytes + m_countedTo, '\n', size));
        m_line += end ? 1 : 0;
        m_countedTo = end ? end - bytes + 1 : event().at;
    }
    return m_line;
}

QByteArrayView XmlStream::utf8() const
{
    return QByteArrayView(m_bytes).sliced(qsizetype(event().begin), qsizetype(event().size));
}

}  // namespace amparo::xpath
