#pragma once

#include "store/store.h"
#include "sync/bundle/stick.h"

namespace amparo::bundle {

/// A receipt file as it was found on a stick.
struct BroughtReceipt {
    QByteArray batchName;
    QByteArray bytes;

    bool operator==(const BroughtReceipt &) const = default;
};

/// The receipts beside the batches of these bundles. Thread: as readStick().
QList<BroughtReceipt> receiptsOn(const QList<FoundBundle> &bundles);

/// Whose signatures count, and where they come from.
struct ReceiptOrigin {
    QByteArray serverKey;  ///< Ed25519
    QString server;        ///< address without secrets

    bool operator==(const ReceiptOrigin &) const = default;
};

/// What receipts have done.
struct TakenReceipts {
    store::BundleSettling records;
    int unknown = 0;  ///< receipts for batches that were settled long ago, or are of before a restore
    int forged = 0;   ///< receipts that the server has not signed for that batch

    bool operator==(const TakenReceipts &) const = default;
};

/// Acknowledges what receipts prove, exactly as if they had come over the link: the proof of each record is
/// kept. A receipt that proves nothing changes nothing. Errors: the store's. Thread: the store's.
[[nodiscard]] Result<TakenReceipts> takeReceipts(store::Store &store, const QList<BroughtReceipt> &receipts,
                                                 const ReceiptOrigin &origin, const QDateTime &now);

}  // namespace amparo::bundle
