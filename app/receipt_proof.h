#pragma once

#include "exchange/receipt.h"
#include "store/store.h"

namespace amparo::app {

/// What a receipt proves, to somebody who has the server's public key.
enum class Proof {
    Valid,       ///< the server has signed that it has this record
    Unsigned,    ///< the server does not sign (OpenRosa): its word, as it was noted
    KeyUnknown,  ///< the server's key is not known here
    OtherKey,    ///< another key has signed it, not this server's
    Broken,      ///< it is no receipt, not of this record, or altered
};

/// "valid", "unsigned", "key-unknown", "other-key", "broken".
QString proofName(Proof proof);

struct JudgedReceipt {
    Proof proof = Proof::Unsigned;
    std::optional<exchange::Receipt> receipt;  ///< nullopt: Unsigned, or not readable

    bool operator==(const JudgedReceipt &) const = default;
};

/// `proof` is a store::Receipt's, `serverKeys` are Ed25519 keys of which any counts. Thread: any.
JudgedReceipt judgeReceipt(const QByteArray &proof, const QString &instanceId,
                           const QList<QByteArray> &serverKeys);

/// The keys that count for receipts of the server with this address: those that are pinned, where it is the
/// one that is set, and the one that it showed first. Errors: the store's. Thread: the store's.
[[nodiscard]] Result<QList<QByteArray>> receiptKeys(store::Store &store, const QString &server);

/// A receipt as a file (JSON) that stands alone: whoever has it and the server's public key needs no store.
struct ReceiptFile {
    QString instanceId;
    QString server;        ///< address without secrets; not under the signature
    QDateTime receivedAt;  ///< UTC, by the post's clock; not under the signature
    QByteArray proof;

    bool operator==(const ReceiptFile &) const = default;
};

QByteArray toJson(const ReceiptFile &file);
/// Errors: InvalidInput. Thread: any.
[[nodiscard]] Result<ReceiptFile> receiptFileFromJson(const QByteArray &json);

}  // namespace amparo::app
