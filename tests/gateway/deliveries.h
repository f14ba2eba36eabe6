#pragma once

#include "exchange/batch.h"
#include "sync/gateway/ingest.h"

namespace amparo::test {

/// A record whose answers hold `name`, to be looked for where no name may be.
exchange::Item anItem(const QString &name = QStringLiteral("Rosa Quispe"));

/// A batch of a store with these records. The store is the same each time.
exchange::Batch aBatch(const QList<exchange::Item> &items, quint64 sequence = 1);
QList<exchange::Item> someItems(int count);

/// A frame of some 20 KB, which no packer makes smaller.
QByteArray aLargeFrame();

/// The batch as it arrives whole from the post "PE-DES-01".
gateway::Delivery aDelivery(const exchange::Batch &batch,
                            const QString &postId = QStringLiteral("PE-DES-01"));

}  // namespace amparo::test
