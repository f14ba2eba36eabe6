#pragma once

#include "exchange/receipt.h"
#include "sync/transport.h"

namespace amparo::thin {

/// A record as it stands in a batch, and back. Thread: any.
exchange::Item itemOf(const sync::Parcel &parcel);
sync::Parcel parcelOf(const exchange::Item &item);

/// What the server's word, which has been checked, means for a record that was in a batch. Thread: any.
sync::Outcome outcomeOf(const exchange::Receipt &receipt, const std::optional<QDateTime> &serverTime);

}  // namespace amparo::thin
