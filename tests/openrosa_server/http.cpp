#include "openrosa_server/http.h"

#include <QLocale>

namespace amparo::test {

namespace {

constexpr qint64 largestBody = 64 * 1024 * 1024;
constexpr QLatin1StringView dateFormat("ddd, dd MMM yyyy hh:mm:ss 'GMT'");

bool isToken(const QByteArray &text)
{
    static const QByteArray symbols("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               symbols.contains(c);
    });
}

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return "Status " + QByteArray::number(status);
    }
}

}  // namespace

std::optional<QByteArray> Headers::find(const QByteArray &name) const
{
    for (const auto &[known, value] : m_lines) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

std::variant<HttpRequest, HttpFault> readRequestHead(const QByteArray &head)
{
    QList<QByteArray> lines;
    for (qsizetype from = 0; from <= head.size();) {
        const qsizetype end = head.indexOf("\r\n", from);
        lines.append(head.mid(from, end < 0 ? -1 : end - from));
        from = end < 0 ? head.size() + 1 : end + 2;
    }
    const QList<QByteArray> words = lines.takeFirst().split(' ');
    if (words.size() != 3 || !isToken(words[0]) || !words[1].startsWith('/'))
        return HttpFault{400, "malformed request line"};
    if (words[2] != "HTTP/1.1")
        return HttpFault{505, "HTTP/1.1 only"};
    auto headers = readHeaders(lines);
    if (auto *fault = std::get_if<HttpFault>(&headers))
        return *fault;

    HttpRequest request{
        words[0], QUrl::fromEncoded(words[1], QUrl::StrictMode), std::get<Headers>(headers), 0, {}};
    if (!request.headers.find("Host"))
        return HttpFault{400, "no Host"};
    if (request.headers.find("Transfer-Encoding"))
        return HttpFault{411, "Content-Length only"};
    if (const auto length = request.headers.find("Content-Length")) {
        bool isNumber = false;
        request.contentLength = length->toLongLong(&isNumber);
        if (!isNumber || request.contentLength < 0)
            return HttpFault{400, "malformed Content-Length"};
        if (request.contentLength > largestBody)
            return HttpFault{413, "body too large"};
    } else if (request.method == "POST") {
        return HttpFault{411, "no Content-Length"};
    }
    return request;
}

std::variant<Headers, HttpFault> readHeaders(const QList<QByteArray> &lines)
{
    Headers headers;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 1 || !isToken(line.left(colon)))
            return HttpFault{400, "malformed header line"};
        headers.add(line.left(colon), line.mid(colon + 1).trimmed());
    }
    return headers;
}

QByteArray writeResponse(const HttpResponse &response, bool withBody)
{
    QByteArray bytes =
        "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    for (const auto &[name, value] : response.headers.lines())
        bytes += name + ": " + value + "\r\n";
    bytes +=
        "Date: " + QLocale::c().toString(QDateTime::currentDateTimeUtc(), dateFormat).toLatin1() + "\r\n";
    if (response.status != 204)
        bytes += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    return bytes + "\r\n" + (withBody ? response.body : QByteArray());
}

std::optional<QDateTime> readHttpDate(const QByteArray &text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), dateFormat);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

}  // namespace amparo::test
