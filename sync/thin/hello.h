#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace amparo::thin {

/// The last batch that the server has of one life of a store.
struct LastBatch {
    QByteArray id;
    quint64 sequence = 0;

    bool operator==(const LastBatch &) const = default;
};

/// What a gateway says of itself.
struct Hello {
    qsizetype mostChunk = 0;  ///< bytes of one request
    qsizetype mostFrame = 0;  ///< bytes of a frame
    int mostItems = 0;        ///< of a batch
    QByteArray key;           ///< Ed25519 public key that it signs receipts with
    QDateTime time;           ///< UTC
    std::optional<LastBatch> last;

    bool operator==(const Hello &) const = default;
};

/// nullopt: this is no gateway, or none that speaks version 1. Thread: any.
std::optional<Hello> readHello(const QByteArray &json);

}  // namespace amparo::thin
