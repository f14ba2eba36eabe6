#pragma once

#include "base/clock.h"
#include "crypto/secret.h"
#include "exchange/receipt.h"
#include "sync/gateway/postgres.h"

#include <variant>

namespace amparo::gateway {

/// A batch that only headquarters can open: kept as it came.
struct SealedContent {
    QByteArray recipient;
    QByteArray frame;
};

/// A batch that has arrived whole, and from whom.
struct Delivery {
    QString postId;
    QByteArray batchId;
    exchange::Manifest manifest;
    std::variant<exchange::Batch, SealedContent> content;  ///< what `manifest` describes
};

/// Whether new records are to be handed on to another server (forward_queue.h).
enum class Forwarding { Off, On };

/// The answer to a batch. The same bytes as long as the archive stands.
struct Acknowledgement {
    QByteArray receipt;                      ///< exchange::BatchReceipt, encoded
    bool isNew = true;                       ///< false: the batch was here before
    QList<exchange::Verdict> verdicts = {};  ///< of a new one

    bool operator==(const Acknowledgement &) const = default;
};

/// The receipt of a batch that is here already.
[[nodiscard]] Result<std::optional<QByteArray>> findReceipt(Connection &connection, const QString &postId,
                                                            const QByteArray &batchId);

/// A signed receipt (exchange::BatchReceipt, encoded) for records that are not sent, only named by their
/// hashes: AlreadyStored where the archive has those very bytes, Conflict where it has others, Refused where
/// it has none. `id` names the question as a batch's id names a batch. Nothing changes.
[[nodiscard]] Result<QByteArray> attest(Connection &connection, const QString &postId,
                                        const exchange::Manifest &manifest, const QByteArray &id,
                                        const Clock &clock, const crypto::SecretBytes &receiptSeed);

/// Puts a batch into the archive, each record once: all of it and its receipt in one transaction, which is on
/// the disk when this returns. Whatever part of its upload lies there goes with it.
///
/// Any number of gateways may be given the same batches at the same time: each record is stored by one of
/// them, and a batch has one receipt. Errors: InvalidInput (a batch number that the archive cannot keep),
/// those of Connection; after Unavailable it may have happened or not, and doing it again is harmless.
[[nodiscard]] Result<Acknowledgement> ingest(Connection &connection, const Delivery &delivery,
                                             const Clock &clock, const crypto::SecretBytes &receiptSeed,
                                             Forwarding forwarding = Forwarding::Off);

}  // namespace amparo::gateway
