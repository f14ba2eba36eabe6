#include "sync/openrosa/http_client.h"

#include "sync/http_date.h"

#include <QNetworkReply>
#include <QRandomGenerator>

namespace amparo::openrosa {

using sync::Unsent;

namespace {

constexpr qint64 largestAnswer = 1024 * 1024;

QByteArray clientNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

}  // namespace

/// One request with all that it takes to make it again.
struct HttpClient::Exchange {
    QByteArray verb;
    qint64 most = largestAnswer;
    QUrl url;
    HttpBody body;
    Done done;
    bool hasSignedIn = false;  // a challenge has been answered: a second 401 is the server's last word
    QByteArray received;
};

HttpClient::HttpClient(const sync::ServerSettings &settings, const Clock &clock,
                       std::chrono::milliseconds patience)
    : m_clock(clock), m_network(settings, patience)
{
    if (const auto *login = std::get_if<sync::Login>(&settings.access))
        m_authentication.emplace(*login);
}

HttpClient::~HttpClient() = default;

void HttpClient::head(const QUrl &url, Done done)
{
    start(std::make_shared<Exchange>(Exchange{"HEAD", largestAnswer, url, {}, std::move(done), false, {}}));
}

void HttpClient::get(const QUrl &url, qint64 most, Done done)
{
    start(std::make_shared<Exchange>(Exchange{"GET", most, url, {}, std::move(done), false, {}}));
}

void HttpClient::post(const QUrl &url, const HttpBody &body, Done done)
{
    start(std::make_shared<Exchange>(Exchange{"POST", largestAnswer, url, body, std::move(done), false, {}}));
}

void HttpClient::start(std::shared_ptr<Exchange> exchange)
{
    exchange->received.clear();
    QNetworkReply *reply = m_network.send(exchange->verb, requestFor(*exchange), exchange->body.bytes);
    QObject::connect(reply, &QNetworkReply::readyRead, m_network.context(), [exchange, reply] {
        exchange->received += reply->readAll();
        if (exchange->received.size() > exchange->most)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, m_network.context(), [this, exchange, reply] {
        reply->deleteLater();
        finish(exchange, reply);
    });
}

void HttpClient::finish(const std::shared_ptr<Exchange> &exchange, QNetworkReply *reply)
{
    if (!sync::HttpNetwork::isAnswered(*reply)) {
        exchange->done(sync::HttpNetwork::unanswered(*reply, exchange->verb == "POST"));
        return;
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isEncrypted = exchange->url.scheme() == QLatin1String("https");
    if (status == 401 && m_authentication && !exchange->hasSignedIn &&
        m_authentication->acceptChallenge(reply->rawHeader("WWW-Authenticate"), isEncrypted)) {
        exchange->hasSignedIn = true;
        start(exchange);
        return;
    }
    exchange->done(answerOf(*reply, exchange->received + reply->readAll()));
}

QNetworkRequest HttpClient::requestFor(const Exchange &exchange)
{
    QNetworkRequest request = m_network.requestTo(exchange.url);
    request.setRawHeader("X-OpenRosa-Version", "1.0");
    request.setRawHeader("Date", sync::toHttpDate(m_clock.utcNow()));
    if (exchange.verb == "POST")
        request.setRawHeader("Content-Type", exchange.body.contentType);
    if (m_authentication) {
        const QByteArray line = m_authentication->authorization(exchange.verb, exchange.url, clientNonce());
        if (!line.isEmpty())
            request.setRawHeader("Authorization", line);
    }
    return request;
}

HttpAnswer HttpClient::answerOf(const QNetworkReply &reply, const QByteArray &body) const
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = body;
    if (reply.hasRawHeader("Location"))
        answer.location =
            reply.url().resolved(QUrl::fromEncoded(reply.rawHeader("Location"), QUrl::StrictMode));
    answer.retryAfter = sync::readRetryAfter(reply.rawHeader("Retry-After"), m_clock.utcNow());
    answer.serverTime = sync::fromHttpDate(reply.rawHeader("Date"));
    bool isNumber = false;
    const qint64 length = reply.rawHeader("X-OpenRosa-Accept-Content-Length").toLongLong(&isNumber);
    if (isNumber && length > 0)
        answer.acceptedLength = length;
    return answer;
}

}  // namespace amparo::openrosa
