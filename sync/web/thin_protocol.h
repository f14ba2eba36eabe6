#pragma once

#include "exchange/batch.h"
#include "sync/web/http.h"

#include <optional>

namespace amparo::web {

// What both servers of the thin protocol (sync/gateway/README.md), the gateway and a post's relay, read out
// of requests and write into answers. Thread: any.

constexpr int thinProtocolVersion = 1;
constexpr int mostAskedFor = 4096;  ///< hashes in one question
constexpr qint64 mostQuestionBytes = mostAskedFor * exchange::idBytes;

/// An id of exchange::idBytes written as lower-case digits, and in no other way; empty: it is not.
QByteArray idFromHex(const QByteArray &hex);
/// The same of what stands behind `prefix` in a path; empty too where the path does not begin with it.
QByteArray idBehind(const QByteArray &path, const QByteArray &prefix);

/// The token of `Authorization: Bearer`; empty: there is none that could be one.
QByteArray bearerToken(const HttpRequest &request);

/// The ids in a body, one behind the other; nullopt: that it is not.
std::optional<QList<QByteArray>> idsIn(const QByteArray &body);

/// Which store asks at /v1/hello.
struct Asking {
    QByteArray storeId;
    QByteArray generation;
};
/// nullopt: the query does not say.
std::optional<Asking> askingIn(const HttpRequest &request);

/// Where a body belongs in its frame.
struct UploadPlace {
    qint64 offset = 0;
    bool isLast = true;
};
/// nullopt: the headers make no sense.
std::optional<UploadPlace> uploadPlaceOf(const HttpRequest &request);
/// Whether it says that it will be longer than `mostBytes`.
bool saysTooLong(const HttpRequest &request, const UploadPlace &place, qint64 mostBytes);

/// What is asked for at /v1/down.
struct PackageAsking {
    QString channel;
    qint64 have = 0;  ///< number of what is there; 0: nothing
};
/// nullopt: the query does not say.
std::optional<PackageAsking> packageAskingIn(const HttpRequest &request);

HttpResponse malformedResponse(const char *what);  ///< 400
HttpResponse unknownTokenResponse();               ///< 401
HttpResponse noBatchResponse();                    ///< 404
HttpResponse notItsNameResponse();                 ///< 422
HttpResponse otherOffsetResponse(qint64 offset);   ///< 409
HttpResponse withOffset(HttpResponse response, qint64 offset);
HttpResponse receiptResponse(int status, const QByteArray &receipt);

/// The whole, or what `Range: bytes=FIRST-LAST` asks for (RFC 9110, section 14): 206 with Content-Range, 416
/// where it lies beyond. The ETag names the whole, so that pieces of two are not put together.
HttpResponse partResponse(const HttpRequest &request, const QByteArray &contentType, const QByteArray &whole);

/// A package as it travels, whole or in part; nullopt: there is nothing newer.
HttpResponse packageResponse(const HttpRequest &request, const std::optional<QByteArray> &frame);
HttpResponse noPackageAskedResponse();  ///< 400

/// What a server says of itself.
struct Greeting {
    qint64 chunkBytes = 0;  ///< most in one request
    qint64 frameBytes = 0;  ///< most of a frame
    QByteArray receiptKey;  ///< Ed25519
    QDateTime time;         ///< UTC
    struct Last {
        QByteArray batchId;
        quint64 sequence = 0;
    };
    std::optional<Last> last;  ///< of the store that asks; nullopt: it has sent none
};
HttpResponse helloResponse(const Greeting &greeting);

}  // namespace amparo::web
