#include "sync/bundle/receipts.h"

#include "exchange/receipt.h"
#include "sync/thin/items.h"

namespace amparo::bundle {

namespace {

/// What the same receipt would mean over the link (sync/engine_settling.cpp).
store::BundleVerdict verdictOf(const exchange::Receipt &receipt, qint64 place, const ReceiptOrigin &origin,
                               const QDateTime &now)
{
    const sync::Outcome outcome = thin::outcomeOf(receipt, std::nullopt);
    if (const auto *accepted = std::get_if<sync::Accepted>(&outcome))
        return {place,
                store::Receipt{now, origin.server, accepted->status, accepted->message, accepted->proof},
                {}};
    return {place, std::nullopt, QStringLiteral("rejected-%1").arg(std::get<sync::Rejected>(outcome).status)};
}

void add(store::BundleSettling &sum, const store::BundleSettling &more)
{
    sum.acknowledged += more.acknowledged;
    sum.quarantined += more.quarantined;
    sum.known += more.known;
    sum.busy += more.busy;
}

}  // namespace

QList<BroughtReceipt> receiptsOn(const QList<FoundBundle> &bundles)
{
    QList<BroughtReceipt> receipts;
    for (const FoundBundle &found : bundles) {
        for (const exchange::BundlePart &part : found.bundle.parts) {
            if (part.kind != exchange::BundlePart::Kind::Batch)
                continue;
            if (const auto bytes = readReceiptFile(found.folder, part.name))
                receipts.append({part.name, *bytes});
        }
    }
    return receipts;
}

Result<TakenReceipts> takeReceipts(store::Store &store, const QList<BroughtReceipt> &receipts,
                                   const ReceiptOrigin &origin, const QDateTime &now)
{
    TakenReceipts taken;
    for (const BroughtReceipt &brought : receipts) {
        const auto batch = store.bundles().find(brought.batchName);
        if (!batch)
            return tl::make_unexpected(batch.error());
        if (!*batch) {
            ++taken.unknown;
            continue;
        }
        const auto manifest = exchange::decodeManifest((*batch)->manifest);
        if (!manifest || manifest->entries.size() != (*batch)->records.size())
            return failure(ErrorCode::Corrupt, QStringLiteral("what is kept of a bundle is malformed"));
        const auto checked =
            exchange::checkedReceipts(brought.bytes, *manifest, brought.batchName, origin.serverKey);
        if (!checked) {
            ++taken.forged;
            continue;
        }
        QList<store::BundleVerdict> verdicts;
        for (qsizetype i = 0; i < checked->size(); ++i)
            verdicts.append(verdictOf(checked->at(i), (*batch)->records[i], origin, now));
        const auto settled = store.bundles().settle(brought.batchName, verdicts);
        if (!settled)
            return tl::make_unexpected(settled.error());
        add(taken.records, *settled);
    }
    return taken;
}

}  // namespace amparo::bundle
