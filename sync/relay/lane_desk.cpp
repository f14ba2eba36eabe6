#include "sync/relay/lane_desk.h"

#include "crypto/digest.h"
#include "crypto/signature.h"
#include "exchange/frame.h"
#include "exchange/passed_on.h"
#include "exchange/receipt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QUrlQuery>

namespace amparo::relay {

using store::Lane;
using store::Store;
using web::errorResponse;
using web::HttpRequest;
using web::HttpResponse;

namespace {

Q_LOGGING_CATEGORY(lcDesk, "amparo.relay")

constexpr int protocolVersion = 1;
constexpr qsizetype tokenLength = 43;           // 32 bytes in base64url
constexpr qint64 chunkBytes = 8 * 1024 * 1024;  // most in one request
constexpr qint64 frameBytes = 64 * 1024 * 1024;
constexpr qsizetype mostAskedFor = 4096;  // hashes in one question
constexpr qint64 mostSmallBytes = mostAskedFor * exchange::idBytes;
constexpr double requestsPerSecond = 20;
constexpr int requestBurst = 200;
constexpr int requestsAtOnce = 4;
constexpr std::chrono::seconds storeBusy{10};
const QByteArray batches("/v1/batches/");
const QByteArray forms("/v1/forms/");

QByteArray deskId(const QByteArray &hex)
{
    const QByteArray id = QByteArray::fromHex(hex);
    return id.size() == exchange::idBytes && id.toHex() == hex ? id : QByteArray();
}

HttpResponse wrong(const char *what) { return errorResponse(400, "malformed", QString::fromLatin1(what)); }

HttpResponse noSuchToken()
{
    HttpResponse response = errorResponse(401, "token", QStringLiteral("this token is not known"));
    response.headers.append(web::HttpHeader("WWW-Authenticate", "Bearer"));
    return response;
}

/// Empty: there is none that could be one.
QByteArray shownToken(const HttpRequest &request)
{
    const QByteArray value = request.header("authorization");
    return value.left(7).toLower() == "bearer " && value.size() == 7 + tokenLength ? value.mid(7)
                                                                                   : QByteArray();
}

HttpResponse storeFailed(const Error &error)
{
    qCWarning(lcDesk) << "store:" << codeName(error.code);
    if (error.code == ErrorCode::Corrupt)
        return errorResponse(500, "fault", QStringLiteral("a fault of the relay's"));
    return errorResponse(503, "store", QStringLiteral("the relay cannot take it in now"), storeBusy);
}

HttpResponse withUploadOffset(HttpResponse response, qint64 offset)
{
    response.headers.append({"Upload-Offset", QByteArray::number(offset)});
    return response;
}

HttpResponse receiptAnswer(int status, const QByteArray &receipt)
{
    return {status, "application/vnd.amparo.receipt", receipt};
}

HttpResponse flawAnswer(BatchFlaw flaw)
{
    switch (flaw) {
    case BatchFlaw::Malformed:
        return errorResponse(422, "frame", QStringLiteral("no sound frame"));
    case BatchFlaw::NotSealed:
        return errorResponse(422, "not-sealed", QStringLiteral("a relay takes sealed batches alone"));
    case BatchFlaw::NotSigned:
        return errorResponse(422, "not-signed", QStringLiteral("sealed by another key than this lane's"));
    case BatchFlaw::NotForUs:
        return errorResponse(422, "not-for-us", QStringLiteral("sealed to another key than this relay's"));
    case BatchFlaw::NeedKey:
        return errorResponse(409, "need-key", QStringLiteral("the lane has not said its signing key"));
    case BatchFlaw::NeedDictionary:
        return errorResponse(409, "need-dictionary", QStringLiteral("a relay has no dictionaries"));
    }
    Q_UNREACHABLE();
}

HttpResponse needForm(const UnknownForm &unknown)
{
    const QJsonObject json{{QStringLiteral("error"), QStringLiteral("need-form")},
                           {QStringLiteral("item"), unknown.place}};
    return {409, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

exchange::Verdict verdictOf(store::Arrival arrival)
{
    switch (arrival) {
    case store::Arrival::Stored:
        return exchange::Verdict::Stored;
    case store::Arrival::AlreadyStored:
        return exchange::Verdict::AlreadyStored;
    case store::Arrival::Conflict:
        return exchange::Verdict::Conflict;
    case store::Arrival::Refused:
        return exchange::Verdict::Refused;
    }
    Q_UNREACHABLE();
}

QList<QByteArray> hashesIn(const QByteArray &body)
{
    QList<QByteArray> hashes;
    for (qsizetype at = 0; at < body.size(); at += exchange::idBytes)
        hashes.append(body.mid(at, exchange::idBytes));
    return hashes;
}

exchange::PassedOn passedOnOf(const QByteArray &hash, const std::optional<store::Forwarded> &known)
{
    if (!known)
        return {hash, exchange::PassedOn::Stage::Unknown, {}, 0, {}, {}};
    if (!known->receipt)
        return {hash, exchange::PassedOn::Stage::AtRelay, known->contentHash, 0, {}, {}};
    return {hash,
            exchange::PassedOn::Stage::Headquarters,
            known->contentHash,
            known->receipt->status,
            known->receipt->server,
            known->receipt->proof};
}

/// What a route takes; nullopt: there is no such.
std::optional<HttpResponse> refusalOf(const HttpRequest &head)
{
    struct Route {
        bool isThere;
        QList<QByteArray> methods;
        qint64 mostBytes;
    };
    const bool isBatch = head.path.startsWith(batches) && !deskId(head.path.mid(batches.size())).isEmpty();
    const Route routes[] = {
        {head.path == "/v1/hello", {"GET", "POST"}, crypto::publicKeySize},
        {head.path == "/v1/have", {"POST"}, mostSmallBytes},
        {head.path == "/v1/passed-on", {"POST"}, exchange::mostPassedOn * exchange::idBytes},
        {isBatch, {"PUT", "HEAD", "GET"}, chunkBytes}};
    if (head.path.startsWith(forms))
        return errorResponse(403, "forms", QStringLiteral("a relay keeps no forms to pack against"));
    for (const Route &route : routes) {
        if (!route.isThere)
            continue;
        if (!route.methods.contains(head.method))
            return errorResponse(405, "method", QStringLiteral("not with this method"));
        if (head.contentLength > route.mostBytes)
            return web::tooLargeResponse(route.mostBytes);
        return std::nullopt;
    }
    return errorResponse(404, "path", QStringLiteral("there is nothing here"));
}

}  // namespace

LaneDesk::LaneDesk(store::StoreQueue &queue, std::shared_ptr<const store::RelayKeys> keys, FormReader forms,
                   const Clock &clock)
    : m_queue(queue),
      m_keys(std::move(keys)),
      m_receiptKey(crypto::signingPublicKey(m_keys->receiptSeed)),
      m_forms(std::move(forms)),
      m_clock(clock),
      m_rates(requestsPerSecond, requestBurst, requestsAtOnce)
{}

void LaneDesk::admit(const HttpRequest &head, std::function<void(Admission)> done)
{
    const QByteArray token = shownToken(head);
    if (token.isEmpty())
        return done(noSuchToken());
    m_queue.run(
        this, [hash = crypto::digest(token)](Store &store) { return store.lanes().findByToken(hash); },
        [this, refusal = refusalOf(head), done](const Result<std::optional<Lane>> &lane) -> void {
            if (!lane)
                return done(storeFailed(lane.error()));
            if (!*lane)
                return done(noSuchToken());
            if (refusal)
                return done(*refusal);
            const QString id = (*lane)->id.toText();
            if (const auto wait = m_rates.enter(id, m_clock.monotonic()))
                return done(errorResponse(429, "rate", QStringLiteral("too many requests"), *wait));
            m_lanes.insert(id, **lane);
            done(id);
        });
}

void LaneDesk::answer(HttpRequest request, std::function<void(HttpResponse)> done)
{
    const Lane lane = m_lanes.value(request.postId);
    const Done leave = [this, id = request.postId, done](const HttpResponse &response) {
        m_rates.leave(id);
        done(response);
    };
    if (request.path == "/v1/hello")
        return hello(lane, request, leave);
    if (request.body.size() % exchange::idBytes != 0 && !request.path.startsWith(batches))
        return leave(wrong("hashes have 16 bytes each"));
    // Over a LAN a record that comes again costs less than to ask.
    if (request.path == "/v1/have")
        return leave({200, "application/octet-stream",
                      QByteArray((request.body.size() / exchange::idBytes + 7) / 8, 0)});
    if (request.path == "/v1/passed-on")
        return passedOn(lane, request, leave);
    if (request.method == "PUT")
        return putBatch(lane, request, leave);
    findBatch(lane, request, leave);
}

void LaneDesk::abandoned(HttpRequest request) { m_rates.leave(request.postId); }

void LaneDesk::answered(const HttpRequest &request, const HttpResponse &response, double)
{
    if (response.status >= 400)
        qCInfo(lcDesk) << "lane" << request.postId << "answered" << response.status;
}

void LaneDesk::hello(const Lane &lane, const HttpRequest &request, const Done &done)
{
    const QUrlQuery query(QString::fromLatin1(request.query));
    const auto id = [&](const QString &key) { return deskId(query.queryItemValue(key).toLatin1()); };
    const QByteArray storeId = id(QStringLiteral("store"));
    const QByteArray generation = id(QStringLiteral("generation"));
    if (storeId.isEmpty() || generation.isEmpty())
        return done(wrong("store and generation have 32 hexadecimal digits each"));
    if (request.method == "GET")
        return sayHello(lane, generation, done);
    if (request.body.size() != crypto::publicKeySize)
        return done(wrong("a signing key has 32 bytes"));
    m_queue.run(
        this,
        [lane = lane.id, storeId, key = request.body](Store &store) {
            return store.lanes().greet(lane, storeId, key);
        },
        [this, lane, storeId, generation, key = request.body, done](const Result<> &greeted) {
            if (!greeted && greeted.error().code == ErrorCode::Conflict)
                return done(errorResponse(403, "key-changed", greeted.error().detail));
            if (!greeted)
                return done(storeFailed(greeted.error()));
            sayHello(lane, generation, done);
        });
}

void LaneDesk::sayHello(const Lane &lane, const QByteArray &generation, const Done &done)
{
    m_queue.run(
        this,
        [lane = lane.id, generation](Store &store) { return store.lanes().lastBatch(lane, generation); },
        [this, done](const Result<std::optional<store::LaneBatch>> &last) {
            if (!last)
                return done(storeFailed(last.error()));
            QJsonObject json{{QStringLiteral("protocol"), QJsonArray{protocolVersion}},
                             {QStringLiteral("chunk"), chunkBytes},
                             {QStringLiteral("frame"), frameBytes},
                             {QStringLiteral("items"), exchange::mostItems},
                             {QStringLiteral("key"), QString::fromLatin1(m_receiptKey.toBase64())},
                             {QStringLiteral("time"), m_clock.utcNow().toString(Qt::ISODateWithMs)}};
            if (*last)
                json.insert(QStringLiteral("last"),
                            QJsonObject{{QStringLiteral("batch"), QString::fromLatin1((*last)->id.toHex())},
                                        {QStringLiteral("sequence"), qint64((*last)->sequence)}});
            done({200, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact)});
        });
}

void LaneDesk::passedOn(const Lane &lane, const HttpRequest &request, const Done &done)
{
    m_queue.run(
        this,
        [asked = hashesIn(request.body)](Store &store) -> Result<QList<exchange::PassedOn>> {
            QList<exchange::PassedOn> records;
            for (const QByteArray &hash : asked) {
                const auto known = store.lanes().forwarded(hash);
                if (!known)
                    return tl::make_unexpected(known.error());
                records.append(passedOnOf(hash, *known));
            }
            return records;
        },
        [this, storeId = lane.storeId, done](const Result<QList<exchange::PassedOn>> &records) {
            if (!records)
                return done(storeFailed(records.error()));
            done({200, "application/vnd.amparo.passed-on",
                  exchange::encodePassedOn(*records, storeId, m_keys->receiptSeed)});
        });
}

void LaneDesk::findBatch(const Lane &lane, const HttpRequest &request, const Done &done)
{
    const QByteArray batchId = deskId(request.path.mid(batches.size()));
    m_queue.run(
        this, [lane = lane.id, batchId](Store &store) { return store.lanes().receipt(lane, batchId); },
        [this, id = lane.id.toText(), batchId, done](const Result<std::optional<QByteArray>> &receipt) {
            if (!receipt)
                return done(storeFailed(receipt.error()));
            if (*receipt)
                return done(receiptAnswer(200, **receipt));
            if (const auto received = m_uploads.received(id, batchId))
                return done(withUploadOffset({204}, *received));
            done(errorResponse(404, "batch", QStringLiteral("nothing of this batch is here")));
        });
}

void LaneDesk::putBatch(const Lane &lane, const HttpRequest &request, const Done &done)
{
    const QByteArray batchId = deskId(request.path.mid(batches.size()));
    const QString id = lane.id.toText();
    const QByteArray complete = request.header("upload-complete");
    const QByteArray offsetText = request.header("upload-offset");
    bool isNumber = true;
    const qint64 offset = offsetText.isEmpty() ? 0 : offsetText.toLongLong(&isNumber);
    const bool isLast = complete != "?0";
    if (!isNumber || offset < 0 || (isLast && !complete.isEmpty() && complete != "?1"))
        return done(wrong("Upload-Offset or Upload-Complete"));
    if (offset + request.contentLength > frameBytes ||
        request.header("upload-length").toLongLong() > frameBytes)
        return done(web::tooLargeResponse(frameBytes));
    if (offset == 0 && isLast)
        return takeFrame(lane, batchId, request.body, done);
    if (!m_uploads.append(id, batchId, offset, request.body))
        return done(withUploadOffset(errorResponse(409, "offset", QStringLiteral("the next byte is another")),
                                     m_uploads.received(id, batchId).value_or(0)));
    if (!isLast)
        return done(withUploadOffset({202}, *m_uploads.received(id, batchId)));
    takeFrame(lane, batchId, m_uploads.take(id, batchId), done);
}

void LaneDesk::takeFrame(const Lane &lane, const QByteArray &batchId, const QByteArray &frame,
                         const Done &done)
{
    if (exchange::nameOf(frame) != batchId)
        return done(errorResponse(422, "hash", QStringLiteral("the bytes are not what their name says")));
    const auto opened = openFrame(frame, lane.publicKey, m_keys->secretKey);
    if (const auto *flaw = std::get_if<BatchFlaw>(&opened))
        return done(flawAnswer(*flaw));
    const auto &batch = std::get<exchange::Batch>(opened);
    if (batch.storeId != lane.storeId)
        return done(flawAnswer(BatchFlaw::NotSigned));

    using Taken = Result<std::variant<QByteArray, UnknownForm>>;
    m_queue.run(
        this,
        [batch, batchId, lane = lane.id, keys = m_keys, forms = m_forms,
         &clock = m_clock](Store &store) -> Taken {
            return readArrivals(batch, store, forms).and_then([&](const auto &read) -> Taken {
                if (const auto *unknown = std::get_if<UnknownForm>(&read))
                    return *unknown;
                const auto receiptFor = [&](const QList<store::Arrival> &arrivals) {
                    QList<exchange::Verdict> verdicts;
                    for (const store::Arrival arrival : arrivals)
                        verdicts.append(verdictOf(arrival));
                    return exchange::encode(exchange::issueReceipt(
                        exchange::manifestOf(batch), batchId, clock.utcNow(), verdicts, keys->receiptSeed));
                };
                return store.lanes()
                    .receive(lane, {batchId, batch.generation, batch.sequence}, std::get<Arrivals>(read),
                             receiptFor)
                    .map([](const QByteArray &receipt) {
                        return std::variant<QByteArray, UnknownForm>(receipt);
                    });
            });
        },
        [this, done](const Taken &taken) {
            if (!taken)
                return done(storeFailed(taken.error()));
            if (const auto *unknown = std::get_if<UnknownForm>(&*taken))
                return done(needForm(*unknown));
            Q_EMIT recordsArrived();
            done(receiptAnswer(201, std::get<QByteArray>(*taken)));
        });
}

}  // namespace amparo::relay
