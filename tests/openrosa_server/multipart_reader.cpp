#include "openrosa_server/multipart_reader.h"

#include <QRegularExpression>

namespace amparo::test {

namespace {

std::optional<QByteArray> boundaryOf(const QByteArray &contentType)
{
    // RFC 2046, 5.1.1: 1 to 70 characters, the last no space; quoted where it holds one of the separators.
    static const QRegularExpression pattern(QStringLiteral(
        R"re(^multipart/form-data;\s*boundary=(?:"([\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?])"|([\w'+.\-]{1,70}))$)re"));
    const auto match = pattern.match(QString::fromLatin1(contentType));
    if (!match.hasMatch())
        return std::nullopt;
    return (match.captured(1) + match.captured(2)).toLatin1();
}

/// `name="value"` of a Content-Disposition; nullopt: not there.
std::optional<QByteArray> parameter(const QByteArray &disposition, const char *name)
{
    const QRegularExpression pattern(QStringLiteral(";\\s*%1=\"([^\"]*)\"").arg(QLatin1String(name)));
    const auto match = pattern.match(QString::fromUtf8(disposition));
    return match.hasMatch() ? std::optional(match.captured(1).toUtf8()) : std::nullopt;
}

std::variant<FormPart, HttpFault> readPart(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return HttpFault{400, "part without the end of its headers"};
    QList<QByteArray> lines;
    for (const QByteArray &line : bytes.left(end).split('\n'))
        lines.append(line.endsWith('\r') ? line.chopped(1) : line);
    const auto read = readHeaders(lines);
    if (const auto *fault = std::get_if<HttpFault>(&read))
        return *fault;
    const Headers &headers = std::get<Headers>(read);
    const QByteArray disposition = headers.find("Content-Disposition").value_or(QByteArray());
    const auto name = parameter(disposition, "name");
    if (!disposition.startsWith("form-data;") || !name || name->isEmpty())
        return HttpFault{400, "part without a name"};
    const QByteArray mediaType =
        headers.find("Content-Type").value_or(QByteArray()).split(';').first().trimmed();
    return FormPart{*name, parameter(disposition, "filename"), mediaType, bytes.mid(end + 4)};
}

}  // namespace

std::variant<QList<FormPart>, HttpFault> readMultipart(const QByteArray &contentType, const QByteArray &body)
{
    const auto boundary = boundaryOf(contentType);
    if (!boundary)
        return HttpFault{400, "not multipart/form-data with a boundary"};
    const QByteArray opening = "--" + *boundary + "\r\n";
    const QByteArray delimiter = "\r\n--" + *boundary;
    if (!body.startsWith(opening))
        return HttpFault{400, "body does not start with its boundary"};

    QList<FormPart> parts;
    for (qsizetype from = opening.size();;) {
        const qsizetype end = body.indexOf(delimiter, from);
        if (end < 0)
            return HttpFault{400, "body without its closing boundary"};
        auto part = readPart(body.mid(from, end - from));
        if (const auto *fault = std::get_if<HttpFault>(&part))
            return *fault;
        parts.append(std::get<FormPart>(part));
        const QByteArray after = body.mid(end + delimiter.size());
        if (after == "--" || after == "--\r\n")
            return parts;
        if (!after.startsWith("\r\n"))
            return HttpFault{400, "boundary not followed by a line end"};
        from = end + delimiter.size() + 2;
    }
}

}  // namespace amparo::test
