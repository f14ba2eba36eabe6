#include "sync/http_network.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslKey>

#include <algorithm>

namespace amparo::sync {

namespace {

constexpr const char *pinBroken = "amparo-pin-broken";

QNetworkProxy proxyOf(const Proxy &proxy)
{
    switch (proxy.kind) {
    case Proxy::Kind::None:
        return QNetworkProxy::NoProxy;
    case Proxy::Kind::Http:
    case Proxy::Kind::Socks5: {
        const Login login = proxy.login.value_or(Login());
        return {proxy.kind == Proxy::Kind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
                proxy.host, proxy.port, login.user, login.password};
    }
    case Proxy::Kind::System:
        break;
    }
    return QNetworkProxy::DefaultProxy;
}

/// The machine's own settings, asked anew for each address: networks come and go.
class SystemProxies final : public QNetworkProxyFactory {
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxyForQuery(query);
    }
};

QSslConfiguration tlsFor(const Trust &trust)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, false);
    tls.setSslOption(QSsl::SslOptionDisableSessionPersistence, false);
    if (!trust.authorities.isEmpty())
        tls.setCaCertificates(QSslCertificate::fromData(trust.authorities, QSsl::Pem));
    if (const auto key = clientKeyOf(trust)) {
        tls.setLocalCertificateChain(QSslCertificate::fromData(trust.clientCertificate, QSsl::Pem));
        tls.setPrivateKey(*key);
    }
    return tls;
}

/// A body that Qt cannot begin anew, and so does not.
class OneTimeBody final : public QIODevice {
public:
    explicit OneTimeBody(QByteArray bytes) : m_bytes(std::move(bytes)) { open(ReadOnly | Unbuffered); }

    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

private:
    qint64 readData(char *data, qint64 most) override
    {
        const qsizetype count = std::min<qsizetype>(most, m_bytes.size() - pos());
        std::copy_n(m_bytes.cbegin() + pos(), count, data);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

    QByteArray m_bytes;
};

qint64 sizeOf(const QList<QNetworkReply::RawHeaderPair> &headers)
{
    qint64 size = 0;
    for (const auto &[name, value] : headers)
        size += name.size() + value.size() + 4;  // ": " and the line's end
    return size;
}

}  // namespace

HttpNetwork::HttpNetwork(const ServerSettings &settings, std::chrono::milliseconds patience)
    : m_trust(settings.trust),
      m_patience(patience),
      m_tls(std::make_unique<QSslConfiguration>(tlsFor(settings.trust))),
      m_manager(std::make_unique<QNetworkAccessManager>())
{
    if (settings.proxy.kind == Proxy::Kind::System)
        m_manager->setProxyFactory(new SystemProxies);
    else
        m_manager->setProxy(proxyOf(settings.proxy));
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpNetwork::~HttpNetwork() = default;

QObject *HttpNetwork::context() const { return m_manager.get(); }

QNetworkRequest HttpNetwork::requestTo(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", "Amparo/" AMPARO_VERSION);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(int(m_patience.count()));
    request.setSslConfiguration(*m_tls);
    return request;
}

QNetworkReply *HttpNetwork::send(const QByteArray &verb, const QNetworkRequest &request,
                                 const QByteArray &body)
{
    forgetConnectionThatIsGone();
    QNetworkReply *reply = nullptr;
    if (verb == "HEAD")
        reply = m_manager->head(request);
    else if (verb == "GET")
        reply = m_manager->get(request);
    else if (verb == "POST")
        reply = m_manager->post(request, body);
    else if (verb == "PUT")
        reply = m_manager->put(request, body);
    else
        reply = m_manager->sendCustomRequest(request, verb, body);
    watch(reply, verb, request, body.size());
    return reply;
}

QNetworkReply *HttpNetwork::sendOnce(const QByteArray &verb, const QNetworkRequest &request,
                                     const QByteArray &body)
{
    forgetConnectionThatIsGone();
    auto *once = new OneTimeBody(body);
    QNetworkReply *reply = m_manager->sendCustomRequest(request, verb, once);
    once->setParent(reply);
    watch(reply, verb, request, body.size());
    return reply;
}

void HttpNetwork::watch(QNetworkReply *reply, const QByteArray &verb, const QNetworkRequest &request,
                        qint64 bodySize)
{
    qint64 headers = 0;
    for (const QByteArray &name : request.rawHeaderList())
        headers += name.size() + request.rawHeader(name).size() + 4;
    m_traffic.sent += verb.size() + request.url().toEncoded().size() + headers + bodySize;
    QObject::connect(reply, &QNetworkReply::encrypted, m_manager.get(),
                     [this, reply] { holdAgainstPins(*reply); });
    // TLS 1.3 gives the ticket after the handshake, some time before the answer.
    QObject::connect(reply, &QNetworkReply::metaDataChanged, m_manager.get(), [this, reply] {
        if (const QByteArray ticket = reply->sslConfiguration().sessionTicket(); !ticket.isEmpty())
            m_tls->setSessionTicket(ticket);
    });
    QObject::connect(reply, &QNetworkReply::downloadProgress, m_manager.get(),
                     [this, before = qint64(0)](qint64 received, qint64) mutable {
                         m_traffic.received += received - before;
                         before = received;
                     });
    QObject::connect(reply, &QNetworkReply::finished, m_manager.get(), [this, reply] {
        m_traffic.received += sizeOf(reply->rawHeaderPairs());
        const bool closes = reply->rawHeader("Connection").compare("close", Qt::CaseInsensitive) == 0;
        m_isConnectionGone = closes || reply->error() != QNetworkReply::NoError;
    });
}

/// Qt keeps what it knows of a connection for two minutes, and begins the next one with that, not with the
/// ticket that has come since: a whole handshake, which a thin link pays for.
void HttpNetwork::forgetConnectionThatIsGone()
{
    const auto replies = m_manager->findChildren<QNetworkReply *>();
    const bool isIdle = std::all_of(replies.begin(), replies.end(),
                                    [](const QNetworkReply *reply) { return reply->isFinished(); });
    if (!m_isConnectionGone || !isIdle)
        return;
    m_isConnectionGone = false;
    m_manager->clearConnectionCache();
}

/// RFC 7469 2.6: one of the chain's keys is one of those known. Said before a request goes out on a new
/// connection.
void HttpNetwork::holdAgainstPins(QNetworkReply &reply) const
{
    if (m_trust.pins.isEmpty())
        return;
    const QSslConfiguration tls = reply.sslConfiguration();
    // A session taken up again may know no more of the chain than its first.
    const QList<QSslCertificate> chain = tls.peerCertificateChain() + QList{tls.peerCertificate()};
    for (const QSslCertificate &certificate : chain) {
        const QByteArray key = certificate.publicKey().toDer();
        if (m_trust.pins.contains(QCryptographicHash::hash(key, QCryptographicHash::Sha256)))
            return;
    }
    reply.setProperty(pinBroken, true);
    reply.abort();
}

bool HttpNetwork::isAnswered(const QNetworkReply &reply)
{
    const QNetworkReply::NetworkError error = reply.error();
    const bool isWhole = error == QNetworkReply::NoError || error > QNetworkReply::UnknownProxyError;
    return isWhole && reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
}

Unsent HttpNetwork::unanswered(const QNetworkReply &reply, bool mayHaveArrived)
{
    if (reply.property(pinBroken).toBool())
        return {Trouble::Untrusted, Unsent::Scope::Server};
    switch (reply.error()) {
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
        return {Trouble::ProxySignIn, Unsent::Scope::Server};
    default:
        break;
    }
    if (mayHaveArrived || reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return {Trouble::Interrupted, Unsent::Scope::Record};
    return {Trouble::Offline, Unsent::Scope::Server};
}

}  // namespace amparo::sync
