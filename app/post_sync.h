#pragma once

#include "base/clock.h"
#include "sync/sync_thread.h"

#include <memory>

namespace amparo::store {
class StoreQueue;
}

namespace amparo::app {

/// The way from a post's store to its server, by the protocol of its settings; to nobody until it is
/// configured. It hears whether the system says that the link is paid by use. Both are borrowed, and the queue
/// has to outlive it. Thread: that of the application.
std::unique_ptr<sync::SyncThread> makePostSync(store::StoreQueue &queue, const Clock &clock);

}  // namespace amparo::app
