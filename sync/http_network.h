#pragma once

#include "sync/server_settings.h"
#include "sync/transport.h"

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;
class QObject;
class QSslConfiguration;

namespace amparo::sync {

/// HTTP as a server's settings want it, whatever is spoken over it: proxy, client certificate, TLS 1.2 or
/// newer with the system's authorities or those set, pins held against each new connection before anything is
/// sent, and nothing that could ignore an error; sessions of TLS are taken up again. No cookie, no cache, no
/// redirect followed unasked.
///
/// Qt repeats a request by itself, up to three times, where the connection turns out to be dead or breaks
/// before there is an answer: the server may hear it twice even so, unless it is sent by sendOnce(). Thread:
/// the one it was made in.
class HttpNetwork {
public:
    /// A request that hears nothing for as long as `patience` is given up.
    HttpNetwork(const ServerSettings &settings, std::chrono::milliseconds patience);
    ~HttpNetwork();  ///< breaks off what is under way

    QNetworkRequest requestTo(const QUrl &url) const;

    /// Begins a request; the verb in capitals: "PUT". The reply goes with this object at the latest.
    QNetworkReply *send(const QByteArray &verb, const QNetworkRequest &request, const QByteArray &body = {});

    /// The same with a body that goes out once: where the connection breaks, or had been dead all along, the
    /// reply ends without an answer. For bodies that a thin link should not carry again unasked.
    QNetworkReply *sendOnce(const QByteArray &verb, const QNetworkRequest &request, const QByteArray &body);

    /// Objects that must not outlive the network, or be called after it: connect replies with this as
    /// context.
    QObject *context() const;

    const Traffic &traffic() const { return m_traffic; }

    /// Whether a status that came belongs to a whole answer; else the exchange broke off.
    static bool isAnswered(const QNetworkReply &reply);

    /// Why there is no answer: Offline, Untrusted, Portal, or Interrupted once the server had been heard or
    /// might have taken a body.
    static Unsent unanswered(const QNetworkReply &reply, bool mayHaveArrived);

private:
    void watch(QNetworkReply *reply, const QByteArray &verb, const QNetworkRequest &request, qint64 bodySize);
    void forgetConnectionThatIsGone();
    void holdAgainstPins(QNetworkReply &reply) const;

    Trust m_trust;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<QSslConfiguration> m_tls;  // with the session that the next connection takes up
    Traffic m_traffic;
    bool m_isConnectionGone = false;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

}  // namespace amparo::sync
