#include "sync/gateway/protocol.h"

#include "crypto/signature.h"
#include "exchange/frame.h"
#include "sync/gateway/frame_reader.h"
#include "sync/gateway/log.h"
#include "sync/gateway/metrics.h"
#include "sync/gateway/post_registry.h"
#include "sync/gateway/upload_shelf.h"
#include "sync/web/thin_protocol.h"

#include <QSet>

namespace amparo::gateway {

using web::errorResponse;
using web::idBehind;
using web::malformedResponse;
using web::noBatchResponse;
using web::receiptResponse;
using web::tooLargeResponse;
using web::withOffset;

namespace {

constexpr qsizetype leastKept = 1024;  // of a body that broke off; less is sent again as cheaply
constexpr std::chrono::seconds databaseDown{5};
const QByteArray batches("/v1/batches/");
const QByteArray forms("/v1/forms/");

const Statement selectState{"select_state",
                            "SELECT batch_id, sequence FROM store_state WHERE post_id = $1::text "
                            "AND store_id = $2::bytea AND generation = $3::bytea"};
const Statement selectKnown{"select_known",
                            "SELECT instance_hash FROM record_identity WHERE post_id = $1::text "
                            "AND instance_hash = ANY ($2::bytea[])"};

HttpResponse flawResponse(FrameFlaw flaw)
{
    switch (flaw) {
    case FrameFlaw::Malformed:
        return errorResponse(422, "frame", QStringLiteral("no sound frame"));
    case FrameFlaw::NotSigned:
        return errorResponse(422, "not-signed", QStringLiteral("sealed by another key than this post's"));
    case FrameFlaw::NeedDictionary:
        return errorResponse(409, "need-dictionary", QStringLiteral("packed against what is not here"));
    case FrameFlaw::NeedKey:
        return errorResponse(409, "need-key", QStringLiteral("the post has not said its signing key"));
    }
    Q_UNREACHABLE();
}

/// Whose signature is under a frame that another post's station brings (README.md, "Brought by others");
/// empty: the one who asks is the one whose it is.
QByteArray sealerIn(const HttpRequest &request)
{
    const QByteArray key = QByteArray::fromHex(request.header("amparo-sealed-by"));
    return key.size() == crypto::publicKeySize ? key : QByteArray();
}

}  // namespace

QByteArray routeName(Route route)
{
    switch (route) {
    case Route::Hello:
        return "hello";
    case Route::Have:
        return "have";
    case Route::Receipts:
        return "receipts";
    case Route::Batch:
        return "batch";
    case Route::Form:
        return "form";
    case Route::Down:
        return "down";
    }
    Q_UNREACHABLE();
}

std::variant<Route, HttpResponse> Protocol::route(const HttpRequest &head) const
{
    struct Entry {
        Route route;
        bool isThere;
        QList<QByteArray> methods;
        qint64 mostBytes;
    };
    const Entry entries[] = {
        {Route::Hello, head.path == "/v1/hello", {"GET", "POST"}, web::mostQuestionBytes},
        {Route::Have, head.path == "/v1/have", {"POST"}, web::mostQuestionBytes},
        {Route::Receipts, head.path == "/v1/receipts", {"POST"}, web::mostQuestionBytes},
        {Route::Down, head.path == "/v1/down", {"GET"}, 0},
        {Route::Batch, !idBehind(head.path, batches).isEmpty(), {"PUT", "HEAD", "GET"}, m_config.chunkBytes},
        {Route::Form, !idBehind(head.path, forms).isEmpty(), {"PUT", "HEAD"}, m_config.chunkBytes}};
    for (const Entry &entry : entries) {
        if (!entry.isThere)
            continue;
        if (!entry.methods.contains(head.method))
            return errorResponse(405, "method", QStringLiteral("not with this method"));
        if (head.contentLength > entry.mostBytes)
            return tooLargeResponse(entry.mostBytes);
        return entry.route;
    }
    return errorResponse(404, "path", QStringLiteral("there is nothing here"));
}

HttpResponse Protocol::respond(Connection &connection, const HttpRequest &request)
{
    const auto found = route(request);
    if (const auto *refusal = std::get_if<HttpResponse>(&found))
        return *refusal;
    switch (std::get<Route>(found)) {
    case Route::Hello:
        return hello(connection, request);
    case Route::Have:
        return have(connection, request);
    case Route::Receipts:
        return receipts(connection, request);
    case Route::Form:
        return request.method == "PUT" ? putForm(connection, request) : findForm(connection, request);
    case Route::Down:
        return down(connection, request);
    case Route::Batch:
        return request.method == "PUT" ? putBatch(connection, request) : findBatch(connection, request);
    }
    Q_UNREACHABLE();
}

HttpResponse Protocol::hello(Connection &connection, const HttpRequest &request)
{
    const auto asking = web::askingIn(request);
    if (!request.query.isEmpty() && !asking)
        return malformedResponse("store and generation have 32 hexadecimal digits each");
    if (request.method == "POST") {
        if (request.body.size() != crypto::publicKeySize)
            return malformedResponse("a signing key has 32 bytes");
        const auto registered = PostRegistry(connection).registerKey(request.postId, request.body);
        if (!registered && registered.error().code == ErrorCode::Denied)
            return errorResponse(403, "key-changed", registered.error().detail);
        if (!registered)
            return failureResponse(registered.error());
    }
    web::Greeting greeting{m_config.chunkBytes, exchange::mostFrameBytes, m_key.publicKey, m_clock.utcNow(),
                           std::nullopt};
    if (!asking)
        return web::helloResponse(greeting);
    const auto state = connection.run(
        selectState, {text(request.postId), bytea(asking->storeId), bytea(asking->generation)});
    if (!state)
        return failureResponse(state.error());
    if (state->count() == 1)
        greeting.last = {state->bytes(0, 0), quint64(state->number(0, 1))};
    return web::helloResponse(greeting);
}

HttpResponse Protocol::have(Connection &connection, const HttpRequest &request)
{
    const auto asked = web::idsIn(request.body);
    if (!asked)
        return malformedResponse("hashes have 16 bytes each");
    const auto rows = connection.run(selectKnown, {text(request.postId), byteaArray(*asked)});
    if (!rows)
        return failureResponse(rows.error());
    QSet<QByteArray> known;
    for (int row = 0; row < rows->count(); ++row)
        known.insert(rows->bytes(row, 0));
    QByteArray bits((asked->size() + 7) / 8, '\0');
    for (qsizetype i = 0; i < asked->size(); ++i)
        bits[i / 8] = char(bits[i / 8] | (known.contains(asked->at(i)) ? 1 << (i % 8) : 0));
    return {200, "application/octet-stream", bits};
}

HttpResponse Protocol::receipts(Connection &connection, const HttpRequest &request)
{
    const auto manifest = exchange::decodeManifest(request.body);
    if (!manifest || manifest->entries.isEmpty())
        return malformedResponse("the manifest of what is asked about");
    const auto receipt =
        attest(connection, request.postId, *manifest, exchange::nameOf(request.body), m_clock, m_key.seed);
    return receipt ? receiptResponse(200, *receipt) : failureResponse(receipt.error());
}

HttpResponse Protocol::putForm(Connection &connection, const HttpRequest &request)
{
    const auto xform = exchange::unpack(request.body);
    if (!xform && xform.error().code == ErrorCode::Unavailable)
        return failureResponse(xform.error());
    if (!xform)
        return flawResponse(FrameFlaw::Malformed);
    const auto isNew =
        m_dictionaries.addForm(connection, request.postId, idBehind(request.path, forms), *xform);
    if (isNew)
        return {*isNew ? 201 : 204};
    switch (isNew.error().code) {
    case ErrorCode::InvalidInput:
        return errorResponse(422, "hash", isNew.error().detail);
    case ErrorCode::Conflict:
        return errorResponse(403, "forms", isNew.error().detail);
    default:
        return failureResponse(isNew.error());
    }
}

HttpResponse Protocol::findForm(Connection &connection, const HttpRequest &request)
{
    const exchange::FrameHeader asked{false, exchange::DictionaryKind::Form, idBehind(request.path, forms)};
    const auto form = m_dictionaries.find(connection, request.postId, asked);
    if (!form && form.error().code == ErrorCode::NotFound)
        return errorResponse(404, "form", QStringLiteral("this form is not here"));
    return form ? HttpResponse{200} : failureResponse(form.error());
}

HttpResponse Protocol::down(Connection &connection, const HttpRequest &request)
{
    const auto asking = web::packageAskingIn(request);
    if (!asking)
        return web::noPackageAskedResponse();
    const auto frame = m_packages.next(connection, asking->channel, asking->have);
    return frame ? web::packageResponse(request, *frame) : failureResponse(frame.error());
}

std::variant<QString, HttpResponse> Protocol::originOf(Connection &connection, const HttpRequest &request)
{
    if (request.header("amparo-sealed-by").isEmpty())
        return request.postId;
    const QByteArray key = sealerIn(request);
    if (key.isEmpty())
        return malformedResponse("Amparo-Sealed-By: a key of 64 hexadecimal digits");
    const auto origin = PostRegistry(connection).findByKey(key);
    if (!origin)
        return failureResponse(origin.error());
    if (!*origin)
        return errorResponse(409, "need-key", QStringLiteral("no post has registered this key"));
    if (!(*origin)->isOpen)
        return errorResponse(403, "closed", QStringLiteral("the post whose batch this is is closed"));
    return (*origin)->postId;
}

HttpResponse Protocol::findBatch(Connection &connection, const HttpRequest &request)
{
    const QByteArray batchId = idBehind(request.path, batches);
    const auto origin = originOf(connection, request);
    if (const auto *refusal = std::get_if<HttpResponse>(&origin)) {
        // HEAD has no words for it; whoever brings the batch is told.
        if (refusal->status >= 500)
            return *refusal;
        return noBatchResponse();
    }
    const auto receipt = findReceipt(connection, std::get<QString>(origin), batchId);
    if (!receipt)
        return failureResponse(receipt.error());
    if (*receipt)
        return receiptResponse(200, **receipt);
    const auto received = UploadShelf(connection, request.postId).received(batchId);
    if (!received)
        return failureResponse(received.error());
    if (*received)
        return withOffset({204}, **received);
    return noBatchResponse();
}

HttpResponse Protocol::putBatch(Connection &connection, const HttpRequest &request)
{
    const QByteArray batchId = idBehind(request.path, batches);
    const auto place = web::uploadPlaceOf(request);
    if (!place)
        return malformedResponse("Upload-Offset or Upload-Complete");
    if (web::saysTooLong(request, *place, exchange::mostFrameBytes))
        return tooLargeResponse(exchange::mostFrameBytes);
    const auto found = originOf(connection, request);
    if (const auto *refusal = std::get_if<HttpResponse>(&found))
        return *refusal;
    const auto &origin = std::get<QString>(found);
    const auto receipt = findReceipt(connection, origin, batchId);
    if (!receipt)
        return failureResponse(receipt.error());
    if (*receipt)
        return receiptResponse(200, **receipt);
    if (place->offset == 0 && place->isLast)
        return takeFrame(connection, {origin, request.postId}, batchId, request.body);

    const UploadShelf shelf(connection, request.postId);
    const auto appended = shelf.append(batchId, place->offset, request.body);
    if (!appended)
        return failureResponse(appended.error());
    if (!appended->isTaken)
        return web::otherOffsetResponse(appended->received);
    if (!place->isLast)
        return withOffset({202}, appended->received);
    const auto frame = shelf.assembled(batchId);
    if (!frame)
        return failureResponse(frame.error());
    return takeFrame(connection, {origin, request.postId}, batchId, *frame);
}

HttpResponse Protocol::takeFrame(Connection &connection, const Bringing &bringing, const QByteArray &batchId,
                                 const QByteArray &frame)
{
    const QString &postId = bringing.origin;
    // Pieces lie with the post that brings them.
    const auto refused = [&](const HttpResponse &response) {
        const auto dropped = UploadShelf(connection, bringing.carrier).drop(batchId);
        return dropped ? response : failureResponse(dropped.error());
    };
    if (exchange::nameOf(frame) != batchId)
        return refused(web::notItsNameResponse());
    const bool isCarried = bringing.origin != bringing.carrier;
    if (const auto header = exchange::readFrameHeader(frame); isCarried && header && !header->isSealed)
        return refused(
            errorResponse(422, "not-signed", QStringLiteral("brought by another post, and not sealed")));
    const auto reading = readDelivery(connection, m_dictionaries, postId, batchId, frame);
    if (!reading)
        return failureResponse(reading.error());
    if (const auto *flaw = std::get_if<FrameFlaw>(&*reading))
        return *flaw == FrameFlaw::NeedKey ? flawResponse(*flaw) : refused(flawResponse(*flaw));
    const auto &delivery = std::get<Delivery>(*reading);
    const auto done = ingest(connection, delivery, m_clock, m_key.seed,
                             m_config.forward.isEmpty() ? Forwarding::Off : Forwarding::On);
    if (!done && done.error().code == ErrorCode::InvalidInput)
        return refused(flawResponse(FrameFlaw::Malformed));
    if (!done)
        return failureResponse(done.error());
    if (isCarried) {
        if (const auto dropped = UploadShelf(connection, bringing.carrier).drop(batchId); !dropped)
            failureResponse(dropped.error());  // counted and logged; the sweep comes by
    }
    for (const exchange::Verdict verdict : done->verdicts)
        m_metrics.countRecords(verdict, 1);
    if (const auto *batch = std::get_if<exchange::Batch>(&delivery.content))
        m_dictionaries.remember(postId, batchId, batch->items,
                                exchange::readFrameHeader(frame).value_or(exchange::FrameHeader()));
    return receiptResponse(done->isNew ? 201 : 200, done->receipt);
}

void Protocol::keepPiece(Connection &connection, const HttpRequest &request)
{
    const auto found = route(request);
    const auto *known = std::get_if<Route>(&found);
    const auto place = web::uploadPlaceOf(request);
    if (!known || *known != Route::Batch || !place ||
        web::saysTooLong(request, *place, exchange::mostFrameBytes) || request.body.size() < leastKept)
        return;
    const auto kept = UploadShelf(connection, request.postId)
                          .append(idBehind(request.path, batches), place->offset, request.body);
    if (!kept)
        failureResponse(kept.error());  // counted and logged; nobody waits for it
}

HttpResponse Protocol::failureResponse(const Error &error)
{
    m_metrics.countDatabaseError();
    const bool willPass = error.code == ErrorCode::Unavailable || error.code == ErrorCode::Conflict ||
                          error.code == ErrorCode::DiskFull;
    logLine(willPass ? Level::Warning : Level::Error, QStringLiteral("database"),
            {{QStringLiteral("code"), codeName(error.code)}, {QStringLiteral("detail"), error.detail}});
    if (willPass)
        return errorResponse(503, "database", QStringLiteral("the archive cannot be reached"), databaseDown);
    return errorResponse(500, "fault", QStringLiteral("a fault of the server's"));
}

}  // namespace amparo::gateway
