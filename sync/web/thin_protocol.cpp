#include "sync/web/thin_protocol.h"

#include "exchange/frame.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace amparo::web {

namespace {

constexpr qsizetype tokenLength = 43;  // 32 bytes in base64url

struct Range {
    qint64 first = 0;
    qint64 last = 0;
};

/// nullopt: no single range from a first byte to a last one, which is all that posts ask for.
std::optional<Range> rangeIn(const QByteArray &header)
{
    if (!header.startsWith("bytes="))
        return std::nullopt;
    const QList<QByteArray> ends = header.mid(6).split('-');
    bool isFirst = false;
    bool isLast = false;
    const Range range{ends.value(0).toLongLong(&isFirst), ends.value(1).toLongLong(&isLast)};
    const bool isSound =
        ends.size() == 2 && isFirst && isLast && range.first >= 0 && range.first <= range.last;
    return isSound ? std::optional(range) : std::nullopt;
}

}  // namespace

QByteArray idFromHex(const QByteArray &hex)
{
    const QByteArray id = QByteArray::fromHex(hex);
    return id.size() == exchange::idBytes && id.toHex() == hex ? id : QByteArray();
}

QByteArray idBehind(const QByteArray &path, const QByteArray &prefix)
{
    return path.startsWith(prefix) ? idFromHex(path.mid(prefix.size())) : QByteArray();
}

QByteArray bearerToken(const HttpRequest &request)
{
    const QByteArray value = request.header("authorization");
    const bool isOne = value.left(7).toLower() == "bearer " && value.size() == 7 + tokenLength;
    return isOne ? value.mid(7) : QByteArray();
}

std::optional<QList<QByteArray>> idsIn(const QByteArray &body)
{
    if (body.size() % exchange::idBytes != 0)
        return std::nullopt;
    QList<QByteArray> ids;
    for (qsizetype at = 0; at < body.size(); at += exchange::idBytes)
        ids.append(body.mid(at, exchange::idBytes));
    return ids;
}

std::optional<Asking> askingIn(const HttpRequest &request)
{
    const QUrlQuery query(QString::fromLatin1(request.query));
    const auto id = [&](const QString &key) { return idFromHex(query.queryItemValue(key).toLatin1()); };
    const Asking asking{id(QStringLiteral("store")), id(QStringLiteral("generation"))};
    return asking.storeId.isEmpty() || asking.generation.isEmpty() ? std::nullopt : std::optional(asking);
}

std::optional<UploadPlace> uploadPlaceOf(const HttpRequest &request)
{
    UploadPlace place;
    const QByteArray offset = request.header("upload-offset");
    const QByteArray complete = request.header("upload-complete");
    bool isNumber = true;
    if (!offset.isEmpty())
        place.offset = offset.toLongLong(&isNumber);
    place.isLast = complete.isEmpty() || complete == "?1";
    if (!isNumber || place.offset < 0 || (!place.isLast && complete != "?0"))
        return std::nullopt;
    return place;
}

bool saysTooLong(const HttpRequest &request, const UploadPlace &place, qint64 mostBytes)
{
    return place.offset + request.contentLength > mostBytes ||
           request.header("upload-length").toLongLong() > mostBytes;
}

std::optional<PackageAsking> packageAskingIn(const HttpRequest &request)
{
    const QUrlQuery query(QString::fromLatin1(request.query));
    bool isNumber = false;
    const PackageAsking asking{query.queryItemValue(QStringLiteral("channel")),
                               query.queryItemValue(QStringLiteral("have")).toLongLong(&isNumber)};
    return asking.channel.isEmpty() || !isNumber || asking.have < 0 ? std::nullopt : std::optional(asking);
}

HttpResponse malformedResponse(const char *what)
{
    return errorResponse(400, "malformed", QString::fromLatin1(what));
}

HttpResponse unknownTokenResponse()
{
    HttpResponse response = errorResponse(401, "token", QStringLiteral("this token is not known"));
    response.headers.append(HttpHeader("WWW-Authenticate", "Bearer"));
    return response;
}

HttpResponse noBatchResponse()
{
    return errorResponse(404, "batch", QStringLiteral("nothing of this batch is here"));
}

HttpResponse notItsNameResponse()
{
    return errorResponse(422, "hash", QStringLiteral("the bytes are not what their name says"));
}

HttpResponse otherOffsetResponse(qint64 offset)
{
    return withOffset(errorResponse(409, "offset", QStringLiteral("the next byte is another")), offset);
}

HttpResponse withOffset(HttpResponse response, qint64 offset)
{
    response.headers.append({"Upload-Offset", QByteArray::number(offset)});
    return response;
}

HttpResponse receiptResponse(int status, const QByteArray &receipt)
{
    return {status, "application/vnd.amparo.receipt", receipt};
}

HttpResponse partResponse(const HttpRequest &request, const QByteArray &contentType, const QByteArray &whole)
{
    HttpResponse response{200, contentType, whole, {{"ETag", '"' + exchange::nameOf(whole).toHex() + '"'}}};
    const auto range = rangeIn(request.header("range"));
    if (!range)
        return response;
    const QByteArray size = QByteArray::number(whole.size());
    if (range->first >= whole.size())
        return {416, {}, {}, {{"Content-Range", "bytes */" + size}}};
    const qint64 last = std::min<qint64>(range->last, whole.size() - 1);
    response.status = 206;
    response.body = whole.mid(range->first, last - range->first + 1);
    response.headers.append({"Content-Range", "bytes " + QByteArray::number(range->first) + '-' +
                                                  QByteArray::number(last) + '/' + size});
    return response;
}

HttpResponse packageResponse(const HttpRequest &request, const std::optional<QByteArray> &frame)
{
    return frame ? partResponse(request, "application/vnd.amparo.package", *frame) : HttpResponse{204};
}

HttpResponse noPackageAskedResponse()
{
    return malformedResponse("a channel, and the number of what is there, 0 for nothing");
}

HttpResponse helloResponse(const Greeting &greeting)
{
    QJsonObject json{{QStringLiteral("protocol"), QJsonArray{thinProtocolVersion}},
                     {QStringLiteral("chunk"), greeting.chunkBytes},
                     {QStringLiteral("frame"), greeting.frameBytes},
                     {QStringLiteral("items"), exchange::mostItems},
                     {QStringLiteral("key"), QString::fromLatin1(greeting.receiptKey.toBase64())},
                     {QStringLiteral("time"), greeting.time.toString(Qt::ISODateWithMs)}};
    if (greeting.last)
        json.insert(
            QStringLiteral("last"),
            QJsonObject{{QStringLiteral("batch"), QString::fromLatin1(greeting.last->batchId.toHex())},
                        {QStringLiteral("sequence"), qint64(greeting.last->sequence)}});
    return {200, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

}  // namespace amparo::web
