#pragma once

#include "base/clock.h"
#include "sync/openrosa/http_authentication.h"
#include "sync/openrosa/submission_body.h"

#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace amparo::openrosa {

/// An answer as it came over HTTP.
struct HttpAnswer {
    int status = 0;
    QByteArray body;
    QUrl location;  ///< empty: none
    std::optional<std::chrono::seconds> retryAfter;
    std::optional<QDateTime> serverTime;   ///< UTC
    std::optional<qint64> acceptedLength;  ///< X-OpenRosa-Accept-Content-Length
};

/// HTTP as OpenRosa wants it: its headers on every request, no cookie, no cache, no redirect followed
/// unasked, no answer beyond 1 MiB, TLS 1.2 or newer with the system's authorities and nothing that could
/// ignore an error.
///
/// Qt repeats a request by itself, up to three times, where a connection that was kept alive turns out to be
/// dead: the server may hear a POST twice even so. Thread: the one it was made in.
class HttpClient {
public:
    /// No answer at all: Offline, Untrusted, or Interrupted once the server had been heard or might have
    /// taken a body.
    using Done = std::function<void(const std::variant<HttpAnswer, sync::Unsent> &)>;

    /// A request that hears nothing for as long as `patience` is given up. `clock` is borrowed.
    HttpClient(const sync::ServerSettings &settings, const Clock &clock, std::chrono::milliseconds patience);
    ~HttpClient();  ///< breaks off what is under way

    void head(const QUrl &url, Done done);
    void post(const QUrl &url, const HttpBody &body, Done done);

private:
    struct Exchange;
    void start(std::shared_ptr<Exchange> exchange);
    void finish(const std::shared_ptr<Exchange> &exchange, QNetworkReply *reply);
    QNetworkRequest requestFor(const Exchange &exchange);
    HttpAnswer answerOf(const QNetworkReply &reply, const QByteArray &body) const;

    const Clock &m_clock;
    std::chrono::milliseconds m_patience;
    std::optional<HttpAuthentication> m_authentication;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

}  // namespace amparo::openrosa
