#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <variant>

namespace amparo::web {

using HttpHeader = std::pair<QByteArray, QByteArray>;

/// One request, as far as a server of ours cares.
struct HttpRequest {
    QByteArray method;          ///< "PUT"
    QByteArray path;            ///< "/v1/hello", as sent
    QByteArray query;           ///< behind the question mark, as sent
    QList<HttpHeader> headers;  ///< names in lower case
    qint64 contentLength = 0;
    QByteArray body;
    QString postId;  ///< who asks, once admitted: a post, or one of its lanes

    /// Empty: there is none.
    QByteArray header(QByteArrayView name) const;
};

struct HttpResponse {
    int status = 200;
    QByteArray contentType = {};
    QByteArray body = {};  ///< not sent to HEAD
    QList<HttpHeader> headers = {};
};

/// `{"error":"code","detail":"…"}`. The code is a stable word that programs go by.
HttpResponse errorResponse(int status, const char *code, const QString &detail);
HttpResponse errorResponse(int status, const char *code, const QString &detail,
                           std::chrono::seconds retryAfter);

/// 413, and what would not be too large.
HttpResponse tooLargeResponse(qint64 mostBytes);

/// What a server asks for each request. Called in the server's thread, answers from any; each `done` is
/// called once. An admitted request ends in answer() or in abandoned().
class HttpHandler {
public:
    virtual ~HttpHandler() = default;

    /// Who asks, from the header alone, before the body is read; or why it need not be.
    using Admission = std::variant<QString, HttpResponse>;
    virtual void admit(const HttpRequest &head, std::function<void(Admission)> done) = 0;

    virtual void answer(HttpRequest request, std::function<void(HttpResponse)> done) = 0;

    /// The connection broke, or became too slow, within the body: `request` has what came of it.
    virtual void abandoned(HttpRequest request) = 0;

    /// An answer went out, so long after the request had arrived.
    virtual void answered(const HttpRequest &request, const HttpResponse &response, double seconds) = 0;
};

}  // namespace amparo::web
