#include "app/post_relay.h"

#include "app/installed_forms.h"

namespace amparo::app {

std::unique_ptr<relay::Relay> makePostRelay(store::StoreQueue &queue, const Clock &clock)
{
    return std::make_unique<relay::Relay>(queue, readInstalledForm, clock);
}

}  // namespace amparo::app
