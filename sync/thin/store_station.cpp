#include "sync/thin/store_station.h"

#include "store/store_queue.h"

#include <QLoggingCategory>

namespace amparo::thin {

using store::Store;

namespace {

Q_LOGGING_CATEGORY(lcStation, "amparo.thin")

Result<Sender> senderFrom(Store &store, const QString &address)
{
    return store.batches().next().and_then([&](const store::BatchSender &sender) {
        return store.batches().serverKey(address).map([&](const std::optional<QByteArray> &key) {
            return Sender{sender.store.value().toRfc4122(), sender.generation.value().toRfc4122(),
                          sender.sequence, sender.checkpoint, key.value_or(QByteArray())};
        });
    });
}

}  // namespace

StoreStation::StoreStation(store::StoreQueue &queue, QString address)
    : m_queue(queue), m_address(std::move(address))
{}

void StoreStation::nextBatch(std::function<void(const Result<Sender> &)> done)
{
    m_queue.run(
        this, [address = m_address](Store &store) { return senderFrom(store, address); }, std::move(done));
}

void StoreStation::keepServerKey(const QByteArray &publicKey)
{
    m_queue.run(
        this,
        [address = m_address, publicKey](Store &store) {
            return store.batches().keepServerKey(address, publicKey);
        },
        [](const Result<> &kept) {
            if (!kept)
                qCWarning(lcStation) << "the server's key was not kept:" << codeName(kept.error().code);
        });
}

}  // namespace amparo::thin
