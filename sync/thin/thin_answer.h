#pragma once

#include "sync/transport.h"

namespace amparo::thin {

/// An answer as it came over HTTP.
struct ThinAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    std::optional<qint64> offset;  ///< Upload-Offset: how much of the frame the server has
    std::optional<std::chrono::seconds> retryAfter;
    std::optional<QDateTime> serverTime;  ///< UTC
    std::optional<qint64> whole = {};     ///< Content-Range: bytes of what this is a piece of
    QByteArray etag = {};                 ///< names that whole

    bool operator==(const ThinAnswer &) const = default;
};

/// The gateway understood, and does not take it as it is.
struct Refusal {
    int status = 0;
    QString code;                     ///< stable word of the gateway: "need-dictionary"; empty: none
    std::optional<qint64> most;       ///< bytes that it would take
    std::optional<qint64> item = {};  ///< the place of the record in the batch that it is about

    bool operator==(const Refusal &) const = default;
};

/// The batch is safe on the server's disk.
struct Stored {
    QByteArray receipt;  ///< as exchange::encode() wrote it
    std::optional<QDateTime> serverTime;

    bool operator==(const Stored &) const = default;
};

using Judgement = std::variant<Stored, Refusal, sync::Unsent>;

/// What an answer other than "go on" to a part of a frame means. What no gateway would say comes from
/// somebody else: Portal. Thread: any.
Judgement judge(const ThinAnswer &answer);

/// Yes or no `count` times, the first the least bit of the first byte; nullopt: that is no such answer.
/// Thread: any.
std::optional<QList<bool>> readBits(const ThinAnswer &answer, qsizetype count);

}  // namespace amparo::thin
