#pragma once

#include "crypto/secret.h"
#include "exchange/manifest.h"

#include <QDateTime>

namespace amparo::exchange {

// The server answers a batch with one signature (Ed25519), under the root of a tree (merkle.h) whose leaves
// say of each record what became of it. From it and what the sender knows, the sender makes a receipt a
// record, which stands alone: whoever has the server's public key can check it years later.

constexpr qsizetype keyIdBytes = 8;

/// What became of a record.
enum class Verdict : quint8 {
    Stored = 0,
    AlreadyStored = 1,  ///< the very bytes were there
    Conflict = 2,       ///< other bytes are there under the same instanceID
    Refused = 3,        ///< not taken, for instance as too large
};

/// The server's answer as it travels. What the sender knows it does not repeat; the signature covers it.
struct BatchReceipt {
    QByteArray keyId;         ///< keyIdBytes: keyIdOf() the server's public key
    QByteArray batchId;       ///< idBytes: nameOf() the frame that came
    QDateTime time;           ///< UTC, to the millisecond: when all of it was safe on the server's disk
    QList<Verdict> verdicts;  ///< in the order of the batch
    QByteArray signature;

    bool operator==(const BatchReceipt &) const = default;
};

/// The proof for one record, with all that it takes to check it but the key.
struct Receipt {
    QByteArray keyId;
    QByteArray batchId;
    QByteArray storeId;
    QByteArray generation;
    quint64 sequence = 0;       ///< of the batch
    QByteArray checkpointHash;  ///< of the audit checkpoint that the server has seen; empty: none
    QDateTime time;             ///< UTC
    Entry record;
    Verdict verdict = Verdict::Stored;
    qsizetype place = 0;  ///< of the record in its batch
    qsizetype count = 1;  ///< of the records in it
    QList<QByteArray> path;
    QByteArray signature;

    bool operator==(const Receipt &) const = default;
};

/// How a receipt names the key that it was signed with. Thread: any.
QByteArray keyIdOf(const QByteArray &publicKey);

/// Signs what became of a batch, for the server. `seed` is its signing key (crypto/signature.h), `verdicts`
/// has one for each entry. Thread: any.
BatchReceipt issueReceipt(const Manifest &manifest, const QByteArray &batchId, const QDateTime &time,
                          const QList<Verdict> &verdicts, const crypto::SecretBytes &seed);

/// A receipt for each record of the batch, in its order. Errors: Denied if the server of `publicKey` did not
/// sign this for this batch. Thread: any.
[[nodiscard]] Result<QList<Receipt>> checkedReceipts(const BatchReceipt &receipt, const Manifest &manifest,
                                                     const QByteArray &batchId, const QByteArray &publicKey);

/// The same of a receipt as encode() wrote it. Errors: also those of decodeBatchReceipt(). Thread: any.
[[nodiscard]] Result<QList<Receipt>> checkedReceipts(const QByteArray &receipt, const Manifest &manifest,
                                                     const QByteArray &batchId, const QByteArray &publicKey);

/// Whether the server of `publicKey` has signed it. Thread: any.
bool isGenuine(const Receipt &receipt, const QByteArray &publicKey);

/// In bytes, in one way only; and back. InvalidInput: not what encode() wrote; TooNew. Thread: any.
QByteArray encode(const BatchReceipt &receipt);
[[nodiscard]] Result<BatchReceipt> decodeBatchReceipt(QByteArrayView bytes);
QByteArray encode(const Receipt &receipt);
[[nodiscard]] Result<Receipt> decodeReceipt(QByteArrayView bytes);

}  // namespace amparo::exchange
