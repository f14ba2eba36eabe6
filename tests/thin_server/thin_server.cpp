#include "thin_server/thin_server.h"

#include "crypto/random.h"
#include "crypto/signature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrlQuery>

namespace amparo::test {

namespace {

const QByteArray token = "s3cret-token";
const QByteArray batchPath = "/v1/batches/";

HttpResponse withJson(int status, const QJsonObject &json)
{
    HttpResponse response{status, {}, QJsonDocument(json).toJson(QJsonDocument::Compact)};
    response.headers.add("Content-Type", "application/json");
    return response;
}

HttpResponse error(int status, const QString &code, QJsonObject more = {})
{
    more[QLatin1String("error")] = code;
    return withJson(status, more);
}

HttpResponse withOffset(HttpResponse response, qint64 offset)
{
    response.headers.add("Upload-Offset", QByteArray::number(offset));
    return response;
}

HttpResponse withReceipt(int status, const QByteArray &receipt)
{
    HttpResponse response{status, {}, receipt};
    response.headers.add("Content-Type", "application/vnd.amparo.receipt");
    return response;
}

QByteArray idIn(const HttpRequest &request) { return request.target.path().toLatin1().mid(batchPath.size()); }

}  // namespace

struct ThinServer::Connection {
    QByteArray received;
    std::optional<HttpRequest> request;  // its head has come, its body not yet
    std::optional<ThinFault> fault;
};

ThinServer::ThinServer() : m_seed(crypto::randomSecret(32))
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            serve(socket);
    });
}

QUrl ThinServer::url() const
{
    return QUrl(
        QStringLiteral("http://%1@127.0.0.1:%2").arg(QString::fromLatin1(token)).arg(m_server.serverPort()));
}

void ThinServer::forgetBatches()
{
    m_bases.clear();
    m_receipts.clear();
}

void ThinServer::changeKey() { m_seed = crypto::randomSecret(32); }

QByteArray ThinServer::publicKey() const { return crypto::signingPublicKey(m_seed); }

std::optional<ThinFault> ThinServer::faultFor(const QByteArray &method)
{
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        if (m_faults[i].method == method)
            return m_faults.takeAt(i);
    }
    return std::nullopt;
}

void ThinServer::serve(QTcpSocket *socket)
{
    const auto connection = std::make_shared<Connection>();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] {
        const QByteArray bytes = socket->readAll();
        m_received += bytes.size();
        connection->received += bytes;
        read(socket, *connection);
    });
}

void ThinServer::read(QTcpSocket *socket, Connection &connection)
{
    for (;;) {
        if (!connection.request) {
            const qsizetype end = connection.received.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const auto head = readRequestHead(connection.received.first(end));
            if (!std::holds_alternative<HttpRequest>(head))
                return socket->abort();
            connection.request = std::get<HttpRequest>(head);
            connection.received.remove(0, end + 4);
            connection.fault = faultFor(connection.request->method);
            const Headers &headers = connection.request->headers;
            m_requests.append({connection.request->method, connection.request->target.path().toLatin1(),
                               headers.find("Upload-Offset"), headers.find("Upload-Complete"),
                               connection.request->contentLength});
        }
        if (breaks(socket, connection) || connection.received.size() < connection.request->contentLength)
            return;
        HttpRequest request = *std::exchange(connection.request, std::nullopt);
        const std::optional<ThinFault> fault = std::exchange(connection.fault, std::nullopt);
        request.body = connection.received.first(request.contentLength);
        connection.received.remove(0, request.contentLength);
        const HttpResponse response = fault && fault->answer ? *fault->answer : answer(request);
        if (fault && fault->losesAnswer)
            return socket->abort();
        respond(socket, request, response);
    }
}

/// A body that breaks off: what came of it counts, as much as was ordered.
bool ThinServer::breaks(QTcpSocket *socket, Connection &connection)
{
    if (!connection.fault || !connection.fault->breakAfter ||
        connection.received.size() < *connection.fault->breakAfter)
        return false;
    QByteArray &part = m_parts[idIn(*connection.request)];
    const qint64 offset = connection.request->headers.find("Upload-Offset").value_or("0").toLongLong();
    if (offset == part.size())
        part += connection.received.first(*connection.fault->breakAfter);
    socket->abort();
    return true;
}

void ThinServer::respond(QTcpSocket *socket, const HttpRequest &request, const HttpResponse &response)
{
    const QByteArray bytes = writeResponse(response, request.method != "HEAD");
    m_sent += bytes.size();
    socket->write(bytes);
}

HttpResponse ThinServer::answer(const HttpRequest &request)
{
    if (request.headers.find("Authorization") != "Bearer " + token)
        return error(401, QStringLiteral("token"));
    const QByteArray path = request.target.path().toLatin1();
    if (path == "/v1/hello")
        return hello(request);
    if (path == "/v1/have" && request.method == "POST")
        return have(request);
    if (path == "/v1/receipts" && request.method == "POST")
        return attest(request);
    if (!path.startsWith(batchPath))
        return error(404, QStringLiteral("path"));
    if (request.method == "PUT")
        return put(idIn(request), request);
    return ask(idIn(request));
}

HttpResponse ThinServer::hello(const HttpRequest &request) const
{
    QJsonObject json{{QStringLiteral("protocol"), QJsonArray{1}},
                     {QStringLiteral("chunk"), mostChunk},
                     {QStringLiteral("frame"), mostFrame},
                     {QStringLiteral("items"), mostItems},
                     {QStringLiteral("key"), QString::fromLatin1(publicKey().toBase64())},
                     {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    const QUrlQuery query(request.target);
    if (!query.hasQueryItem(QStringLiteral("store")) || !query.hasQueryItem(QStringLiteral("generation")))
        return error(400, QStringLiteral("store"));
    for (const exchange::Batch &batch : m_batches) {
        if (query.queryItemValue(QStringLiteral("store")).toLatin1() != batch.storeId.toHex() ||
            query.queryItemValue(QStringLiteral("generation")).toLatin1() != batch.generation.toHex())
            continue;
        json[QLatin1String("last")] =
            QJsonObject{{QStringLiteral("batch"), QString::fromLatin1(QByteArray(32, '0'))},
                        {QStringLiteral("sequence"), qint64(batch.sequence)}};
    }
    return withJson(200, json);
}

HttpResponse ThinServer::have(const HttpRequest &request) const
{
    const qsizetype count = request.body.size() / exchange::idBytes;
    HttpResponse response{200, {}, QByteArray((count + 7) / 8, '\0')};
    for (qsizetype i = 0; i < count; ++i) {
        if (m_hashes.contains(request.body.mid(i * exchange::idBytes, exchange::idBytes)))
            response.body[i / 8] = char(response.body[i / 8] | 1 << (i % 8));
    }
    response.headers.add("Content-Type", "application/octet-stream");
    return response;
}

HttpResponse ThinServer::attest(const HttpRequest &request) const
{
    const auto manifest = exchange::decodeManifest(request.body);
    if (!manifest)
        return error(400, QStringLiteral("malformed"));
    QList<exchange::Verdict> verdicts;
    for (const exchange::Entry &entry : manifest->entries)
        verdicts.append(!m_hashes.contains(entry.instanceHash)              ? exchange::Verdict::Refused
                        : m_hashes[entry.instanceHash] == entry.contentHash ? exchange::Verdict::AlreadyStored
                                                                            : exchange::Verdict::Conflict);
    return withReceipt(
        200, exchange::encode(exchange::issueReceipt(*manifest, exchange::nameOf(request.body),
                                                     QDateTime::currentDateTimeUtc(), verdicts, m_seed)));
}

HttpResponse ThinServer::ask(const QByteArray &id) const
{
    if (m_receipts.contains(id))
        return withReceipt(200, m_receipts[id]);
    if (m_parts.contains(id))
        return withOffset({204, {}, {}}, m_parts[id].size());
    return error(404, QStringLiteral("batch"));
}

HttpResponse ThinServer::put(const QByteArray &id, const HttpRequest &request)
{
    if (m_receipts.contains(id))
        return withReceipt(200, m_receipts[id]);
    if (request.contentLength > mostChunk)
        return error(413, QStringLiteral("too-large"), {{QStringLiteral("max"), mostChunk}});
    QByteArray &part = m_parts[id];
    if (request.headers.find("Upload-Offset").value_or("0").toLongLong() != part.size())
        return withOffset(error(409, QStringLiteral("offset")), part.size());
    part += request.body;
    if (part.size() > mostFrame) {
        m_parts.remove(id);
        return error(413, QStringLiteral("too-large"), {{QStringLiteral("max"), mostFrame}});
    }
    if (request.headers.find("Upload-Complete").value_or("?1") == "?0")
        return withOffset({202, {}, {}}, part.size());
    return complete(id);
}

HttpResponse ThinServer::complete(const QByteArray &id)
{
    const QByteArray frame = m_parts.take(id);
    if (exchange::nameOf(frame).toHex() != id)
        return error(422, QStringLiteral("hash"));
    const auto header = exchange::readFrameHeader(frame);
    if (!header)
        return error(422, QStringLiteral("frame"));
    exchange::Dictionary base;
    if (header->dictionaryKind != exchange::DictionaryKind::None) {
        if (!m_bases.contains(header->dictionaryId))
            return error(409, QStringLiteral("need-dictionary"));
        base = m_bases[header->dictionaryId];
    }
    const auto batch = exchange::unpack(frame, base).and_then([](const QByteArray &bytes) {
        return exchange::decodeBatch(bytes);
    });
    if (!batch)
        return error(422, QStringLiteral("frame"));
    QList<exchange::Verdict> verdicts;
    for (const exchange::Item &item : batch->items)
        verdicts.append(keep(item));
    m_batches.append(*batch);
    m_dictionaries.append(header->dictionaryKind);
    const QByteArray batchId = exchange::nameOf(frame);
    m_bases[batchId] = exchange::baseDictionary(batchId, batch->items);
    m_receipts[id] = exchange::encode(exchange::issueReceipt(
        exchange::manifestOf(*batch), batchId, QDateTime::currentDateTimeUtc(), verdicts, m_seed));
    return withReceipt(201, m_receipts[id]);
}

exchange::Verdict ThinServer::keep(const exchange::Item &item)
{
    if (refused.contains(item.instanceId))
        return exchange::Verdict::Refused;
    if (m_records.contains(item.instanceId))
        return m_hashes[exchange::instanceHash(item.instanceId)] == exchange::contentHash(item)
                   ? exchange::Verdict::AlreadyStored
                   : exchange::Verdict::Conflict;
    m_records[item.instanceId] = item.submissionXml;
    m_hashes[exchange::instanceHash(item.instanceId)] = exchange::contentHash(item);
    return exchange::Verdict::Stored;
}

}  // namespace amparo::test
