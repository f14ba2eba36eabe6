#include "sync/web/http.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace amparo::web {

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const HttpHeader &header) { return header.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

HttpResponse errorResponse(int status, const char *code, const QString &detail)
{
    const QJsonObject json{{QStringLiteral("error"), QString::fromLatin1(code)},
                           {QStringLiteral("detail"), detail}};
    return {status, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

HttpResponse errorResponse(int status, const char *code, const QString &detail,
                           std::chrono::seconds retryAfter)
{
    HttpResponse response = errorResponse(status, code, detail);
    response.headers.append({"Retry-After", QByteArray::number(qint64(retryAfter.count()))});
    return response;
}

HttpResponse tooLargeResponse(qint64 mostBytes)
{
    const QJsonObject json{{QStringLiteral("error"), QStringLiteral("too-large")},
                           {QStringLiteral("max"), mostBytes}};
    return {413, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

}  // namespace amparo::web
