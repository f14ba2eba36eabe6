#pragma once

#include "base/result.h"
#include "exchange/manifest.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace amparo::thin {

/// Who sends a batch.
struct Sender {
    QByteArray storeId;     ///< 16 bytes
    QByteArray generation;  ///< 16 bytes
    quint64 sequence = 0;   ///< counts the batches of the generation
    QByteArray checkpoint;  ///< signed head of the audit log; empty: none
    QByteArray serverKey;   ///< what keepServerKey() was given once; empty: nothing yet
    QByteArray sealingKey =
        {};  ///< Ed25519 public key under what seal() makes; empty: this station does not seal
    bool isFirstLife = true;  ///< false: the server may have more of this store's records than it knows

    bool operator==(const Sender &) const = default;
};

/// The post, as its transport needs it. Thread: the transport's.
class Station {
public:
    virtual ~Station() = default;

    /// Who sends the next batch: a sequence of its own each time. `done` is called later, and not after this
    /// has gone. Errors: the store's.
    virtual void nextBatch(std::function<void(const Result<Sender> &)> done) = 0;

    /// The server has a batch `sequence` of a generation of ours; `unused` is the number that nextBatch()
    /// gave and that has not been sent. True: that batch is not this store's, which has begun a new
    /// generation: who sends has to be asked anew. Otherwise like nextBatch().
    virtual void compare(const QByteArray &generation, quint64 sequence, std::optional<quint64> unused,
                         std::function<void(const Result<bool> &)> done) = 0;

    /// The first key that the server has shown: it counts from now on.
    virtual void keepServerKey(const QByteArray &publicKey) = 0;

    /// The XForm of a form, against which its records are packed; empty: there is none. `done` as above.
    virtual void findForm(const QString &formId, const QString &version,
                          std::function<void(const QByteArray &xform)> done) = 0;

    /// What exchange::seal() makes of a frame, to headquarters' key, under the key that nextBatch() told.
    /// `done` as above. Errors: seal()'s, the store's.
    virtual void seal(const QByteArray &frame, const exchange::Manifest &manifest,
                      std::function<void(const Result<QByteArray> &)> done) = 0;
};

}  // namespace amparo::thin
