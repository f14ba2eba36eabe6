#include "app/post_sync.h"

#include "sync/openrosa/openrosa_transport.h"
#include "sync/relay/lane_transport.h"
#include "sync/store_outbox.h"
#include "sync/thin/paired_transport.h"
#include "sync/thin/store_station.h"

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
                                               const Clock &clock, std::function<void()> requeued)
{
    const auto station = [&] {
        return std::make_unique<thin::StoreStation>(queue, settings.address.toString(), settings.sealKey);
    };
    switch (settings.protocol) {
    case sync::Protocol::OpenRosa:
        break;
    case sync::Protocol::Thin:
        return std::make_unique<thin::PairedTransport>(settings, clock, station);
    case sync::Protocol::Relay:
        return std::make_unique<relay::LaneTransport>(
            settings, clock, station(), std::make_unique<relay::LaneWaiting>(queue), std::move(requeued));
    }
    return std::make_unique<openrosa::OpenRosaTransport>(settings, clock);
}

}  // namespace

std::unique_ptr<sync::SyncThread> makePostSync(store::StoreQueue &queue, const Clock &clock)
{
    const auto self = std::make_shared<sync::SyncThread *>(nullptr);  // what is made in the thread knows it
    auto thread = std::make_unique<sync::SyncThread>(
        [&queue] { return std::make_unique<sync::StoreOutbox>(queue); },
        [&queue, &clock, self](const sync::ServerSettings &settings) {
            return makeTransport(settings, queue, clock, [self] { (*self)->outboxChanged(); });
        },
        clock);
    *self = thread.get();
    hearOfMeteredLinks(*thread);
    return thread;
}

}  // namespace amparo::app
