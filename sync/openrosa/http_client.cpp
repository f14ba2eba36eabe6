#include "sync/openrosa/http_client.h"

#include "sync/openrosa/http_date.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslConfiguration>

namespace amparo::openrosa {

using sync::Trouble;
using sync::Unsent;

namespace {

constexpr qint64 largestAnswer = 1024 * 1024;

QSslConfiguration strictTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

QByteArray clientNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

/// Whether a status that came belongs to a whole answer; else the exchange broke off after it.
bool isAnswer(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError || error > QNetworkReply::UnknownProxyError;
}

Unsent unanswered(QNetworkReply::NetworkError error, bool mayHaveArrived)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return {Trouble::Untrusted, Unsent::Scope::Server};
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return {Trouble::Offline, Unsent::Scope::Server};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {Trouble::Portal, Unsent::Scope::Server};
    default:
        break;
    }
    if (mayHaveArrived)
        return {Trouble::Interrupted, Unsent::Scope::Record};
    return {Trouble::Offline, Unsent::Scope::Server};
}

}  // namespace

/// One request with all that it takes to make it again.
struct HttpClient::Exchange {
    bool isPost = false;
    QUrl url;
    HttpBody body;
    Done done;
    bool hasSignedIn = false;  // a challenge has been answered: a second 401 is the server's last word
    QByteArray received;
};

HttpClient::HttpClient(const sync::ServerSettings &settings, const Clock &clock,
                       std::chrono::milliseconds patience)
    : m_clock(clock), m_patience(patience), m_network(std::make_unique<QNetworkAccessManager>())
{
    if (const auto *login = std::get_if<sync::Login>(&settings.access))
        m_authentication.emplace(*login);
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpClient::~HttpClient() = default;

void HttpClient::head(const QUrl &url, Done done)
{
    start(std::make_shared<Exchange>(Exchange{false, url, {}, std::move(done), false, {}}));
}

void HttpClient::post(const QUrl &url, const HttpBody &body, Done done)
{
    start(std::make_shared<Exchange>(Exchange{true, url, body, std::move(done), false, {}}));
}

void HttpClient::start(std::shared_ptr<Exchange> exchange)
{
    const QNetworkRequest request = requestFor(*exchange);
    exchange->received.clear();
    QNetworkReply *reply =
        exchange->isPost ? m_network->post(request, exchange->body.bytes) : m_network->head(request);
    QObject::connect(reply, &QNetworkReply::readyRead, m_network.get(), [exchange, reply] {
        exchange->received += reply->readAll();
        if (exchange->received.size() > largestAnswer)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, m_network.get(), [this, exchange, reply] {
        reply->deleteLater();
        finish(exchange, reply);
    });
}

void HttpClient::finish(const std::shared_ptr<Exchange> &exchange, QNetworkReply *reply)
{
    const QVariant status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid() || !isAnswer(reply->error())) {
        exchange->done(unanswered(reply->error(), exchange->isPost || status.isValid()));
        return;
    }
    const bool isEncrypted = exchange->url.scheme() == QLatin1String("https");
    if (status.toInt() == 401 && m_authentication && !exchange->hasSignedIn &&
        m_authentication->acceptChallenge(reply->rawHeader("WWW-Authenticate"), isEncrypted)) {
        exchange->hasSignedIn = true;
        start(exchange);
        return;
    }
    exchange->done(answerOf(*reply, exchange->received + reply->readAll()));
}

QNetworkRequest HttpClient::requestFor(const Exchange &exchange)
{
    QNetworkRequest request(exchange.url);
    request.setRawHeader("X-OpenRosa-Version", "1.0");
    request.setRawHeader("Date", toHttpDate(m_clock.utcNow()));
    request.setRawHeader("User-Agent", "Amparo/" AMPARO_VERSION);
    if (exchange.isPost)
        request.setRawHeader("Content-Type", exchange.body.contentType);
    if (m_authentication) {
        const QByteArray line =
            m_authentication->authorization(exchange.isPost ? "POST" : "HEAD", exchange.url, clientNonce());
        if (!line.isEmpty())
            request.setRawHeader("Authorization", line);
    }
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(int(m_patience.count()));
    request.setSslConfiguration(strictTls());
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
    answer.retryAfter = readRetryAfter(reply.rawHeader("Retry-After"), m_clock.utcNow());
    answer.serverTime = fromHttpDate(reply.rawHeader("Date"));
    bool isNumber = false;
    const qint64 length = reply.rawHeader("X-OpenRosa-Accept-Content-Length").toLongLong(&isNumber);
    if (isNumber && length > 0)
        answer.acceptedLength = length;
    return answer;
}

}  // namespace amparo::openrosa
