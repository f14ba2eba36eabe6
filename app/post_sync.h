#pragma once

#include "base/clock.h"
#include "sync/sync_thread.h"

#include <memory>

namespace amparo::store {
class StoreQueue;
}

namespace amparo::app {

/// The way from a post's store to its OpenRosa server; to nobody until it is configured. Both are borrowed,
/// and the queue has to outlive it.
std::unique_ptr<sync::SyncThread> makePostSync(store::StoreQueue &queue, const Clock &clock);

}  // namespace amparo::app
