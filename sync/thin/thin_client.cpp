#include "sync/thin/thin_client.h"

#include "exchange/frame.h"
#include "sync/http_date.h"

#include <QLoggingCategory>
#include <QNetworkReply>
#include <QUrlQuery>

namespace amparo::thin {

using sync::Trouble;
using sync::Unsent;

namespace {

Q_LOGGING_CATEGORY(lcThin, "amparo.thin")

constexpr qint64 largestAnswer = 256 * 1024;
constexpr int mostStandstills = 4;
constexpr qsizetype packagePart = 48 * 1024;  // at 9.6 kbit/s some 40 seconds; a break costs no more
constexpr QByteArrayView packageType("application/vnd.amparo.package");

/// The post's token, wherever the address had it.
QByteArray bearerToken(const sync::ServerSettings &settings)
{
    if (const auto *appUser = std::get_if<sync::AppUser>(&settings.access))
        return appUser->token.toUtf8();
    if (const auto *login = std::get_if<sync::Login>(&settings.access))
        return (login->password.isEmpty() ? login->user : login->password).toUtf8();
    return {};
}

std::optional<qint64> numberIn(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

ThinClient::ThinClient(const sync::ServerSettings &settings, const Clock &clock,
                       std::chrono::milliseconds patience)
    : m_clock(clock),
      m_address(settings.address.adjusted(QUrl::StripTrailingSlash)),
      m_network(settings, patience)
{
    if (const QByteArray token = bearerToken(settings); !token.isEmpty())
        m_authorization = "Bearer " + token;
}

void ThinClient::hello(const QByteArray &storeId, const QByteArray &generation, const QByteArray &postKey,
                       std::function<void(const std::variant<Hello, Unsent> &)> done)
{
    QUrl url = urlOf(QStringLiteral("/v1/hello"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("store"), QString::fromLatin1(storeId.toHex()));
    query.addQueryItem(QStringLiteral("generation"), QString::fromLatin1(generation.toHex()));
    url.setQuery(query);
    QNetworkRequest greeting = requestTo(url);
    if (!postKey.isEmpty())
        greeting.setRawHeader("Content-Type", "application/octet-stream");
    const QByteArray verb = postKey.isEmpty() ? "GET" : "POST";
    request(verb, greeting, postKey, [this, done](const std::variant<ThinAnswer, Unsent> &result) {
        if (const auto *unsent = std::get_if<Unsent>(&result))
            return done(*unsent);
        const ThinAnswer &answer = std::get<ThinAnswer>(result);
        const auto hello = answer.status == 200 ? readHello(answer.body) : std::nullopt;
        if (hello) {
            m_chunk.limitTo(hello->mostChunk);
            return done(*hello);
        }
        const Judgement judgement = judge(answer);
        const auto *unsent = std::get_if<Unsent>(&judgement);
        done(unsent ? *unsent : Unsent{Trouble::WrongAddress, Unsent::Scope::Server, answer.status});
    });
}

void ThinClient::bringForm(const QByteArray &xform, std::function<void(bool)> done)
{
    const auto packed = exchange::pack(xform);
    if (!packed)
        return done(false);
    const QUrl url =
        urlOf(QStringLiteral("/v1/forms/") + QString::fromLatin1(exchange::nameOf(xform).toHex()));
    request("HEAD", requestTo(url), {},
            [this, url, body = *packed, done](const std::variant<ThinAnswer, Unsent> &result) {
                const auto *answer = std::get_if<ThinAnswer>(&result);
                if (!answer || answer->status != 404)
                    return done(answer && answer->status == 200);
                QNetworkRequest bringing = requestTo(url);
                bringing.setRawHeader("Content-Type", "application/vnd.amparo.form");
                request("PUT", bringing, body, [done](const std::variant<ThinAnswer, Unsent> &brought) {
                    const auto *reply = std::get_if<ThinAnswer>(&brought);
                    done(reply && (reply->status == 201 || reply->status == 204));
                });
            });
}

void ThinClient::have(const QList<QByteArray> &instanceHashes,
                      std::function<void(const std::variant<QList<bool>, Unsent> &)> done)
{
    QNetworkRequest question = requestTo(urlOf(QStringLiteral("/v1/have")));
    question.setRawHeader("Content-Type", "application/octet-stream");
    const qsizetype count = instanceHashes.size();
    request("POST", question, instanceHashes.join(),
            [count, done = std::move(done)](const std::variant<ThinAnswer, Unsent> &result) {
                if (const auto *unsent = std::get_if<Unsent>(&result))
                    return done(*unsent);
                const ThinAnswer &answer = std::get<ThinAnswer>(result);
                if (const auto bits = readBits(answer, count))
                    return done(*bits);
                const Judgement judgement = judge(answer);
                const auto *unsent = std::get_if<Unsent>(&judgement);
                done(unsent ? *unsent : Unsent{Trouble::WrongAddress, Unsent::Scope::Server, answer.status});
            });
}

void ThinClient::receipts(const QByteArray &manifest, std::function<void(const Judgement &)> done)
{
    QNetworkRequest question = requestTo(urlOf(QStringLiteral("/v1/receipts")));
    question.setRawHeader("Content-Type", "application/octet-stream");
    request("POST", question, manifest,
            [done = std::move(done)](const std::variant<ThinAnswer, Unsent> &result) {
                if (const auto *unsent = std::get_if<Unsent>(&result))
                    done(*unsent);
                else
                    done(judge(std::get<ThinAnswer>(result)));
            });
}

void ThinClient::askPassedOn(const QByteArray &instanceHashes,
                             std::function<void(const std::variant<QByteArray, Unsent> &)> done)
{
    QNetworkRequest asking = requestTo(urlOf(QStringLiteral("/v1/passed-on")));
    asking.setRawHeader("Content-Type", "application/octet-stream");
    request("POST", asking, instanceHashes, [done](const std::variant<ThinAnswer, Unsent> &result) {
        if (const auto *unsent = std::get_if<Unsent>(&result))
            return done(*unsent);
        const ThinAnswer &answer = std::get<ThinAnswer>(result);
        if (answer.status == 200)
            return done(answer.body);
        const Judgement judgement = judge(answer);
        const auto *unsent = std::get_if<Unsent>(&judgement);
        done(unsent ? *unsent : Unsent{Trouble::WrongAddress, Unsent::Scope::Server, answer.status});
    });
}

void ThinClient::fetchPackage(const QString &channel, quint64 have,
                              std::function<void(const std::variant<QByteArray, Unsent> &)> done)
{
    m_download = Download{channel, have, {}, {}, 0, std::move(done)};
    fetchPart();
}

void ThinClient::fetchPart()
{
    QUrl url = urlOf(QStringLiteral("/v1/down"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("channel"), m_download->channel);
    query.addQueryItem(QStringLiteral("have"), QString::number(m_download->have));
    url.setQuery(query);
    QNetworkRequest asking = requestTo(url);
    const qsizetype first = m_download->received.size();
    asking.setRawHeader("Range", "bytes=" + QByteArray::number(first) + '-' +
                                     QByteArray::number(first + packagePart - 1));
    request("GET", asking, {},
            [this](const std::variant<ThinAnswer, Unsent> &result) { partFetched(result); });
}

void ThinClient::partFetched(const std::variant<ThinAnswer, Unsent> &result)
{
    const auto end = [this](const std::variant<QByteArray, Unsent> &got) {
        const auto done = std::exchange(m_download, std::nullopt)->done;
        done(got);
    };
    Download &download = *m_download;
    if (const auto *unsent = std::get_if<Unsent>(&result)) {
        if (unsent->trouble == Trouble::Interrupted && ++download.standstills < mostStandstills)
            return fetchPart();
        return end(*unsent);
    }
    const ThinAnswer &answer = std::get<ThinAnswer>(result);
    if (answer.status == 204)
        return end(QByteArray());
    if (answer.status != 206 || answer.contentType != packageType || answer.body.isEmpty() ||
        answer.whole.value_or(0) < 1 || *answer.whole > exchange::mostFrameBytes) {
        const Judgement judgement = judge(answer);
        const auto *unsent = std::get_if<Unsent>(&judgement);
        return end(unsent ? *unsent : Unsent{Trouble::WrongAddress, Unsent::Scope::Server, answer.status});
    }
    // Another one came in between: from the beginning, but not without end.
    if (!download.received.isEmpty() && answer.etag != download.etag) {
        if (++download.standstills >= mostStandstills)
            return end(Unsent{Trouble::ServerFault, Unsent::Scope::Server});
        download.received.clear();
        return fetchPart();
    }
    download.etag = answer.etag;
    download.received += answer.body;
    if (download.received.size() < *answer.whole)
        return fetchPart();
    end(QByteArray(download.received));
}

void ThinClient::upload(const QByteArray &frame, std::function<void(const Judgement &)> done)
{
    Q_ASSERT(!m_upload && !frame.isEmpty());
    m_upload = Upload{frame, exchange::nameOf(frame).toHex(), 0, 0, std::move(done), {}};
    if (m_begun == m_upload->id)
        askForOffset();
    else
        sendPart();
}

void ThinClient::bring(const QByteArray &frame, const QByteArray &postKey,
                       std::function<void(const Judgement &)> done)
{
    Q_ASSERT(!m_upload && !frame.isEmpty());
    m_upload = Upload{frame, exchange::nameOf(frame).toHex(), 0, 0, std::move(done), postKey};
    askForOffset();
}

void ThinClient::sendPart()
{
    const qsizetype size = std::min(m_chunk.bytes(), m_upload->frame.size() - m_upload->offset);
    QNetworkRequest request = batchRequest();
    request.setRawHeader("Content-Type", "application/vnd.amparo.batch");
    // As the Internet draft on resumable uploads names them.
    if (m_upload->offset > 0 || size < m_upload->frame.size()) {
        const bool isLast = m_upload->offset + size == m_upload->frame.size();
        request.setRawHeader("Upload-Offset", QByteArray::number(m_upload->offset));
        request.setRawHeader("Upload-Complete", isLast ? "?1" : "?0");
        if (m_upload->offset == 0)
            request.setRawHeader("Upload-Length", QByteArray::number(m_upload->frame.size()));
    }
    m_begun = m_upload->id;
    this->request(
        "PUT", request, m_upload->frame.sliced(m_upload->offset, size),
        [this, size, begun = m_clock.monotonic()](const auto &result) { partAnswered(result, size, begun); });
}

void ThinClient::partAnswered(const std::variant<ThinAnswer, Unsent> &result, qsizetype size,
                              std::chrono::milliseconds begun)
{
    if (const auto *unsent = std::get_if<Unsent>(&result)) {
        m_chunk.noteBroken();
        if (unsent->trouble == Trouble::Interrupted)
            standStill(*unsent);
        else
            finish(*unsent);
        return;
    }
    const ThinAnswer &answer = std::get<ThinAnswer>(result);
    const bool isMore = answer.status == 202;
    if (isMore || answer.status == 200 || answer.status == 201)
        m_chunk.noteTaken(size, m_clock.monotonic() - begun);
    if ((isMore || answer.status == 409) && answer.offset && goOnFrom(*answer.offset))
        return;
    finish(judge(answer));
}

void ThinClient::askForOffset()
{
    request("HEAD", batchRequest(), {}, [this](const std::variant<ThinAnswer, Unsent> &result) {
        if (const auto *unsent = std::get_if<Unsent>(&result))
            return finish(*unsent);
        const ThinAnswer &answer = std::get<ThinAnswer>(result);
        if (answer.status == 200)
            return fetchReceipt();
        // 404: nothing of it, or no gateway; what comes next tells.
        const qint64 offset = answer.status == 404 ? 0 : answer.offset.value_or(-1);
        if ((answer.status != 204 && answer.status != 404) || offset < 0 || offset > m_upload->frame.size())
            return finish(judge(answer));
        if (offset > m_upload->offset)
            m_upload->standstills = 0;
        m_upload->offset = qsizetype(offset);
        sendPart();
    });
}

void ThinClient::fetchReceipt()
{
    request("GET", batchRequest(), {}, [this](const std::variant<ThinAnswer, Unsent> &result) {
        if (const auto *unsent = std::get_if<Unsent>(&result))
            finish(*unsent);
        else
            finish(judge(std::get<ThinAnswer>(result)));
    });
}

/// False: nothing to go on from, the answer has to be judged.
bool ThinClient::goOnFrom(qint64 offset)
{
    if (offset > m_upload->frame.size())
        return false;
    const bool isFurther = offset > m_upload->offset;
    m_upload->offset = qsizetype(offset);
    if (isFurther) {
        m_upload->standstills = 0;
        sendPart();
    } else {
        standStill({Trouble::ServerFault, Unsent::Scope::Server});
    }
    return true;
}

void ThinClient::standStill(const Unsent &unsent)
{
    if (++m_upload->standstills < mostStandstills)
        return askForOffset();
    Unsent last = unsent;
    last.scope = Unsent::Scope::Server;  // whatever else goes the same way fares the same
    finish(last);
}

void ThinClient::finish(const Judgement &judgement)
{
    if (!std::holds_alternative<Unsent>(judgement))
        m_begun.clear();
    else
        qCInfo(lcThin) << "batch unsent" << troubleName(std::get<Unsent>(judgement).trouble)
                       << std::get<Unsent>(judgement).status << "at" << m_upload->offset;
    const auto done = std::move(m_upload->done);
    m_upload.reset();
    done(judgement);
}

QUrl ThinClient::urlOf(const QString &path) const
{
    QUrl url = m_address;
    url.setPath(url.path() + path);
    return url;
}

QUrl ThinClient::batchUrl() const
{
    return urlOf(QStringLiteral("/v1/batches/") + QString::fromLatin1(m_upload->id));
}

QNetworkRequest ThinClient::batchRequest() const
{
    QNetworkRequest request = requestTo(batchUrl());
    if (!m_upload->sealedBy.isEmpty())
        request.setRawHeader("Amparo-Sealed-By", m_upload->sealedBy.toHex());
    return request;
}

QNetworkRequest ThinClient::requestTo(const QUrl &url) const
{
    QNetworkRequest request = m_network.requestTo(url);
    if (!m_authorization.isEmpty())
        request.setRawHeader("Authorization", m_authorization);
    // Where Qt would say more at each request.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "*");
    return request;
}

void ThinClient::request(const QByteArray &verb, QNetworkRequest request, const QByteArray &body,
                         Answered answered)
{
    const bool mayArrive = verb == "PUT";
    QNetworkReply *reply =
        mayArrive ? m_network.sendOnce(verb, request, body) : m_network.send(verb, request, body);
    const auto received = std::make_shared<QByteArray>();
    QObject::connect(reply, &QNetworkReply::readyRead, m_network.context(), [reply, received] {
        *received += reply->readAll();
        if (received->size() > largestAnswer)
            reply->abort();
    });
    QObject::connect(
        reply, &QNetworkReply::finished, m_network.context(), [this, reply, received, mayArrive, answered] {
            reply->deleteLater();
            if (!sync::HttpNetwork::isAnswered(*reply))
                return answered(sync::HttpNetwork::unanswered(*reply, mayArrive));
            ThinAnswer answer;
            answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            answer.contentType = reply->rawHeader("Content-Type");
            answer.body = *received + reply->readAll();
            answer.offset = numberIn(reply->rawHeader("Upload-Offset"));
            answer.retryAfter = sync::readRetryAfter(reply->rawHeader("Retry-After"), m_clock.utcNow());
            answer.serverTime = sync::fromHttpDate(reply->rawHeader("Date"));
            const QByteArray range = reply->rawHeader("Content-Range");  // "bytes 0-99/1234"
            answer.whole = numberIn(range.mid(range.lastIndexOf('/') + 1));
            answer.etag = reply->rawHeader("ETag");
            answered(answer);
        });
}

}  // namespace amparo::thin
