#include "app/post_sync.h"

#include "sync/openrosa/openrosa_transport.h"
#include "sync/store_outbox.h"

namespace amparo::app {

std::unique_ptr<sync::SyncThread> makePostSync(store::StoreQueue &queue, const Clock &clock)
{
    return std::make_unique<sync::SyncThread>([&queue] { return std::make_unique<sync::StoreOutbox>(queue); },
                                              [&clock](const sync::ServerSettings &settings) {
                                                  return std::make_unique<openrosa::OpenRosaTransport>(
                                                      settings, clock);
                                              },
                                              clock);
}

}  // namespace amparo::app
