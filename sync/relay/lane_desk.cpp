#include "sync/relay/lane_desk.h"

#include "crypto/digest.h"
#include "crypto/signature.h"
#include "exchange/frame.h"
#include "exchange/passed_on.h"
#include "exchange/receipt.h"
#include "sync/web/thin_protocol.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

namespace amparo::relay {

using store::Lane;
using store::Store;
using web::errorResponse;
using web::HttpRequest;
using web::HttpResponse;

namespace {

Q_LOGGING_CATEGORY(lcDesk, "amparo.relay")

constexpr qint64 chunkBytes = 8 * 1024 * 1024;  // most in one request
constexpr qint64 frameBytes = 64 * 1024 * 1024;
constexpr double requestsPerSecond = 20;
constexpr int requestBurst = 200;
constexpr int requestsAtOnce = 4;
constexpr std::chrono::seconds storeBusy{10};
constexpr std::chrono::seconds heardEvery{60};  // a lane asks far more often than anybody looks
const QByteArray batches("/v1/batches/");
const QByteArray forms("/v1/forms/");

HttpResponse storeFailed(const Error &error)
{
    qCWarning(lcDesk) << "store:" << codeName(error.code);
    if (error.code == ErrorCode::Corrupt)
        return errorResponse(500, "fault", QStringLiteral("a fault of the relay's"));
    return errorResponse(503, "store", QStringLiteral("the relay cannot take it in now"), storeBusy);
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
    const bool isBatch = !web::idBehind(head.path, batches).isEmpty();
    const Route routes[] = {
        {head.path == "/v1/hello", {"GET", "POST"}, crypto::publicKeySize},
        {head.path == "/v1/have", {"POST"}, web::mostQuestionBytes},
        {head.path == "/v1/down", {"GET"}, 0},
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

/// Who shows this token, and that it was heard of now.
Result<std::optional<Lane>> laneWith(const QByteArray &tokenHash, Store &store, const QDateTime &now)
{
    return store.lanes().findByToken(tokenHash).map([&](const std::optional<Lane> &lane) {
        const bool isKnown =
            lane && lane->heardAt && std::abs(lane->heardAt->secsTo(now)) < heardEvery.count();
        if (lane && !isKnown && !store.lanes().hear(lane->id))
            qCInfo(lcDesk) << "cannot note that a lane was heard of";  // a full disk must not stop its answer
        return lane;
    });
}

}  // namespace

LaneDesk::LaneDesk(store::StoreQueue &queue, std::shared_ptr<const store::RelayKeys> keys, FormReader forms,
                   const Clock &clock)
    : m_queue(queue),
      m_keys(std::move(keys)),
      m_receiptKey(crypto::signingPublicKey(m_keys->receiptSeed)),
      m_forms(std::move(forms)),
      m_clock(clock),
      m_rates(requestsPerSecond, requestBurst, requestsAtOnce),
      m_packages(queue)
{}

void LaneDesk::admit(const HttpRequest &head, std::function<void(Admission)> done)
{
    const QByteArray token = web::bearerToken(head);
    if (token.isEmpty())
        return done(web::unknownTokenResponse());
    m_queue.run(
        this,
        [hash = crypto::digest(token), &clock = m_clock](Store &store) {
            return laneWith(hash, store, clock.utcNow());
        },
        [this, refusal = refusalOf(head), done](const Result<std::optional<Lane>> &lane) -> void {
            if (!lane)
                return done(storeFailed(lane.error()));
            if (!*lane)
                return done(web::unknownTokenResponse());
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
    if (request.path == "/v1/down")
        return m_packages.answer(request, [leave](const Result<HttpResponse> &response) {
            leave(response ? *response : storeFailed(response.error()));
        });
    if (request.body.size() % exchange::idBytes != 0 && !request.path.startsWith(batches))
        return leave(web::malformedResponse("hashes have 16 bytes each"));
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
    const auto asking = web::askingIn(request);
    if (!asking)
        return done(web::malformedResponse("store and generation have 32 hexadecimal digits each"));
    if (request.method == "GET")
        return sayHello(lane, asking->generation, done);
    if (request.body.size() != crypto::publicKeySize)
        return done(web::malformedResponse("a signing key has 32 bytes"));
    m_queue.run(
        this,
        [lane = lane.id, storeId = asking->storeId, key = request.body](Store &store) {
            return store.lanes().greet(lane, storeId, key);
        },
        [this, lane, generation = asking->generation, done](const Result<> &greeted) {
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
        [lane = lane.id, generation](Store &store) {
            return store.laneRecords().lastBatch(lane, generation);
        },
        [this, done](const Result<std::optional<store::LaneBatch>> &last) {
            if (!last)
                return done(storeFailed(last.error()));
            web::Greeting greeting{chunkBytes, frameBytes, m_receiptKey, m_clock.utcNow(), std::nullopt};
            if (*last)
                greeting.last = {(*last)->id, (*last)->sequence};
            done(web::helloResponse(greeting));
        });
}

void LaneDesk::passedOn(const Lane &lane, const HttpRequest &request, const Done &done)
{
    m_queue.run(
        this,
        [asked = web::idsIn(request.body).value_or(QList<QByteArray>())](
            Store &store) -> Result<QList<exchange::PassedOn>> {
            QList<exchange::PassedOn> records;
            for (const QByteArray &hash : asked) {
                const auto known = store.laneRecords().forwarded(hash);
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
    const QByteArray batchId = web::idBehind(request.path, batches);
    m_queue.run(
        this, [lane = lane.id, batchId](Store &store) { return store.laneRecords().receipt(lane, batchId); },
        [this, id = lane.id.toText(), batchId, done](const Result<std::optional<QByteArray>> &receipt) {
            if (!receipt)
                return done(storeFailed(receipt.error()));
            if (*receipt)
                return done(web::receiptResponse(200, **receipt));
            if (const auto received = m_uploads.received(id, batchId))
                return done(web::withOffset({204}, *received));
            done(web::noBatchResponse());
        });
}

void LaneDesk::putBatch(const Lane &lane, const HttpRequest &request, const Done &done)
{
    const QByteArray batchId = web::idBehind(request.path, batches);
    const QString id = lane.id.toText();
    const auto place = web::uploadPlaceOf(request);
    if (!place)
        return done(web::malformedResponse("Upload-Offset or Upload-Complete"));
    if (web::saysTooLong(request, *place, frameBytes))
        return done(web::tooLargeResponse(frameBytes));
    if (place->offset == 0 && place->isLast)
        return takeFrame(lane, batchId, request.body, done);
    if (!m_uploads.append(id, batchId, place->offset, request.body))
        return done(web::otherOffsetResponse(m_uploads.received(id, batchId).value_or(0)));
    if (!place->isLast)
        return done(web::withOffset({202}, *m_uploads.received(id, batchId)));
    takeFrame(lane, batchId, m_uploads.take(id, batchId), done);
}

void LaneDesk::takeFrame(const Lane &lane, const QByteArray &batchId, const QByteArray &frame,
                         const Done &done)
{
    if (exchange::nameOf(frame) != batchId)
        return done(web::notItsNameResponse());
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
                return store.laneRecords()
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
            done(web::receiptResponse(201, std::get<QByteArray>(*taken)));
        });
}

}  // namespace amparo::relay
