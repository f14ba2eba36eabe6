#include "app/post_sync.h"

#include "sync/openrosa/openrosa_transport.h"
#include "sync/store_outbox.h"
#include "sync/thin/store_station.h"
#include "sync/thin/two_lanes.h"

#include <QNetworkInformation>

namespace amparo::app {

namespace {

/// Where no part of the system can tell, a link counts as free: the rules have other means.
void hearOfMeteredLinks(sync::SyncThread &sync)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Metered))
        return;
    const QNetworkInformation *network = QNetworkInformation::instance();
    QObject::connect(network, &QNetworkInformation::isMeteredChanged, &sync, &sync::SyncThread::setMetered);
    sync.setMetered(network->isMetered());
}

std::unique_ptr<sync::Transport> makeTransport(const sync::ServerSettings &settings, store::StoreQueue &queue,
                                               const Clock &clock)
{
    switch (settings.protocol) {
    case sync::Protocol::OpenRosa:
        break;
    case sync::Protocol::Thin:
        return std::make_unique<thin::TwoLanes>(settings, clock, [&queue, settings] {
            return std::make_unique<thin::StoreStation>(queue, settings.address.toString(), settings.sealKey);
        });
    }
    return std::make_unique<openrosa::OpenRosaTransport>(settings, clock);
}

}  // namespace

std::unique_ptr<sync::SyncThread> makePostSync(store::StoreQueue &queue, const Clock &clock)
{
    auto thread =
        std::make_unique<sync::SyncThread>([&queue] { return std::make_unique<sync::StoreOutbox>(queue); },
                                           [&queue, &clock](const sync::ServerSettings &settings) {
                                               return makeTransport(settings, queue, clock);
                                           },
                                           clock);
    hearOfMeteredLinks(*thread);
    return thread;
}

}  // namespace amparo::app
