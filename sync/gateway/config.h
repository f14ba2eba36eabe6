#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

class QProcessEnvironment;

namespace amparo::gateway {

/// Where something listens.
struct ListenAddress {
    QString host;      ///< an IP address
    quint16 port = 0;  ///< 0: any free one

    bool operator==(const ListenAddress &) const = default;
};

/// What the administrator decides. Each value has a key of the same name in the JSON file;
/// AMPARO_GATEWAY_DATABASE, _LISTEN, _ADMIN_LISTEN, _RECEIPT_KEY and _FORWARD in the environment win over it.
struct Config {
    QByteArray database =
        "dbname=amparo";  ///< connection string or URI of libpq; a password belongs in ~/.pgpass or here
    ListenAddress listen{QStringLiteral("127.0.0.1"), 8080};
    ListenAddress adminListen{QStringLiteral("127.0.0.1"), 8081};  ///< health and metrics
    QString receiptKey = QStringLiteral("/var/lib/amparo-gateway/receipt.key");
    QString
        forward;  ///< the OpenRosa server to hand records on to, with its token as posts type it; empty: none

    int databaseConnections = 4;
    int waitingRequests = 1024;            ///< beyond these, clients are asked to come back
    int connections = 2000;                ///< open at the same time
    qint64 chunkBytes = 8 * 1024 * 1024;   ///< most in one request
    qint64 bodyBytes = 256 * 1024 * 1024;  ///< most of all requests under way, in memory

    double requestsPerSecond = 20;  ///< of one post, on average
    int requestBurst = 200;         ///< and at once
    int requestsAtOnce = 8;         ///< of one post under way

    std::chrono::seconds idle{300};      ///< a connection between two requests
    std::chrono::seconds header{30};     ///< from a request's first byte to the end of its header
    std::chrono::seconds bodyPause{60};  ///< between two arrivals of a body
    qint64 slowestBytesPerSecond = 300;  ///< a quarter of what the thinnest link carries
    std::chrono::seconds drain{30};      ///< for what is under way at the end

    bool operator==(const Config &) const = default;
};

/// The file's and the environment's values over the defaults. An empty path: no file.
/// Errors: NotFound, InvalidInput (with the place).
[[nodiscard]] Result<Config> readConfig(const QString &path, const QProcessEnvironment &environment);

}  // namespace amparo::gateway
