#include "sync/web/http_head.h"

#include "sync/http_date.h"

namespace amparo::web {

namespace beast = boost::beast;
namespace http = beast::http;

namespace {

QByteArray bytesOf(beast::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }

}  // namespace

void setLimits(HeadParser &parser, qint64 mostBodyBytes)
{
    parser.header_limit(mostHeadBytes);
    parser.body_limit(std::uint64_t(mostBodyBytes));
}

HttpRequest requestOf(HeadParser &parser)
{
    HttpRequest request;
    const auto &message = parser.get();
    request.method = bytesOf(message.method_string());
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    for (const auto &field : message)
        request.headers.append({bytesOf(field.name_string()).toLower(), bytesOf(field.value())});
    request.contentLength = qint64(parser.content_length().value_or(0));
    return request;
}

std::optional<HttpResponse> refusalOf(const HeadParser &parser)
{
    const auto method = parser.get().method();
    const bool hasBody = method == http::verb::put || method == http::verb::post;
    if (!parser.chunked() && (!hasBody || parser.content_length()))
        return std::nullopt;
    return errorResponse(411, "length", QStringLiteral("a body needs its length"));
}

HttpResponse unsoundResponse(const boost::system::error_code &error, qint64 mostBodyBytes)
{
    if (error == http::error::body_limit)
        return tooLargeResponse(mostBodyBytes);
    return errorResponse(error == http::error::header_limit ? 431 : 400, "malformed",
                         QStringLiteral("no sound request"));
}

QByteArray headOf(const HttpResponse &response, Connection connection, const QDateTime &now)
{
    const beast::string_view reason = http::obsolete_reason(http::status(response.status));
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + bytesOf(reason) +
                      "\r\nDate: " + sync::toHttpDate(now) + "\r\n";
    if (!response.contentType.isEmpty())
        head += "Content-Type: " + response.contentType + "\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    if (response.status != 204)
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    return head + (connection == Connection::Closes ? "Connection: close\r\n\r\n" : "\r\n");
}

}  // namespace amparo::web
