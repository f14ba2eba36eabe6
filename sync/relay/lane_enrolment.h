#pragma once

#include "store/store.h"
#include "sync/enrolment.h"

#include <functional>

namespace amparo::relay {

/// Whether a lane is added, or one that was set up anew or has lost its token is told again: what it showed
/// before no longer counts then.
enum class LaneIs { New, Known };

/// Adds a lane to the relay that this station is. `handOver` is given what the lane has to be told (where
/// this is, the lane's token, to which key to seal, whose receipts to believe and whose packages count)
/// before any of it counts: where it fails, nothing has changed, and a lane that is known keeps its token.
/// `hostName` is what a certificate is made out to; empty: the address.
///
/// Errors: NotFound (this station is no relay; no such lane to renew), LaneRepository's and handOver's.
/// Thread: the store's.
[[nodiscard]] Result<> enrolLane(store::Store &store, const QString &name, LaneIs lane,
                                 const QString &hostName,
                                 const std::function<Result<>(const sync::Enrolment &)> &handOver);

}  // namespace amparo::relay
