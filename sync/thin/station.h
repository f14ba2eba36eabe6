#pragma once

#include "base/result.h"

#include <QByteArray>

#include <functional>

namespace amparo::thin {

/// Who sends a batch.
struct Sender {
    QByteArray storeId;     ///< 16 bytes
    QByteArray generation;  ///< 16 bytes
    quint64 sequence = 0;   ///< counts the batches of the generation
    QByteArray checkpoint;  ///< signed head of the audit log; empty: none
    QByteArray serverKey;   ///< what keepServerKey() was given once; empty: nothing yet

    bool operator==(const Sender &) const = default;
};

/// The post, as its transport needs it. Thread: the transport's.
class Station {
public:
    virtual ~Station() = default;

    /// Who sends the next batch: a sequence of its own each time. `done` is called later, and not after this
    /// has gone. Errors: the store's.
    virtual void nextBatch(std::function<void(const Result<Sender> &)> done) = 0;

    /// The first key that the server has shown: it counts from now on.
    virtual void keepServerKey(const QByteArray &publicKey) = 0;
};

}  // namespace amparo::thin
