#pragma once

#include "sync/relay/relay.h"

namespace amparo::app {

/// The relay of an open post, which serves nobody until it is configured. Queue and clock are borrowed, and
/// the queue has to outlive it. Thread: that of the application.
std::unique_ptr<relay::Relay> makePostRelay(store::StoreQueue &queue, const Clock &clock);

}  // namespace amparo::app
