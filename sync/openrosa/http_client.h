#pragma once

#include "base/clock.h"
#include "sync/http_network.h"
#include "sync/openrosa/http_authentication.h"
#include "sync/openrosa/submission_body.h"

#include <QUrl>

#include <memory>

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

/// HTTP as OpenRosa wants it, over sync::HttpNetwork: its headers on every request, signing in, no answer
/// beyond 1 MiB. Thread: the one it was made in.
class HttpClient {
public:
    /// No answer at all: as HttpNetwork::unanswered().
    using Done = std::function<void(const std::variant<HttpAnswer, sync::Unsent> &)>;

    /// A request that hears nothing for as long as `patience` is given up. `clock` is borrowed.
    HttpClient(const sync::ServerSettings &settings, const Clock &clock, std::chrono::milliseconds patience);
    ~HttpClient();  ///< breaks off what is under way

    void head(const QUrl &url, Done done);

    /// An answer beyond `most` bytes is broken off: Interrupted.
    void get(const QUrl &url, qint64 most, Done done);
    void post(const QUrl &url, const HttpBody &body, Done done);

    const sync::Traffic &traffic() const { return m_network.traffic(); }

private:
    struct Exchange;
    void start(std::shared_ptr<Exchange> exchange);
    void finish(const std::shared_ptr<Exchange> &exchange, QNetworkReply *reply);
    QNetworkRequest requestFor(const Exchange &exchange);
    HttpAnswer answerOf(const QNetworkReply &reply, const QByteArray &body) const;

    const Clock &m_clock;
    std::optional<HttpAuthentication> m_authentication;
    sync::HttpNetwork m_network;
};

}  // namespace amparo::openrosa
