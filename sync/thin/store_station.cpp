#include "sync/thin/store_station.h"

#include "exchange/seal.h"
#include "store/store_queue.h"

#include <QLoggingCategory>

namespace amparo::thin {

using store::Store;

namespace {

Q_LOGGING_CATEGORY(lcStation, "amparo.thin")

Result<Sender> senderFrom(Store &store, const QString &address, bool seals)
{
    const auto sealingKey = seals ? store.batches().sealingKey() : QByteArray();
    if (!sealingKey)
        return tl::make_unexpected(sealingKey.error());
    return store.batches().next().and_then([&](const store::BatchSender &sender) {
        return store.batches().serverKey(address).map([&](const std::optional<QByteArray> &key) {
            return Sender{sender.store.value().toRfc4122(),
                          sender.generation.value().toRfc4122(),
                          sender.sequence,
                          sender.checkpoint,
                          key.value_or(QByteArray()),
                          *sealingKey,
                          sender.isFirstLife};
        });
    });
}

}  // namespace

StoreStation::StoreStation(store::StoreQueue &queue, QString address, QByteArray sealKey)
    : m_queue(queue), m_address(std::move(address)), m_sealKey(std::move(sealKey))
{}

void StoreStation::nextBatch(std::function<void(const Result<Sender> &)> done)
{
    m_queue.run(
        this,
        [address = m_address, seals = !m_sealKey.isEmpty()](Store &store) {
            return senderFrom(store, address, seals);
        },
        std::move(done));
}

void StoreStation::compare(const QByteArray &generation, quint64 sequence, std::optional<quint64> unused,
                           std::function<void(const Result<bool> &)> done)
{
    const store::GenerationId id(QUuid::fromRfc4122(generation));
    m_queue.run(
        this, [=](Store &store) { return store.compareWithServer(id, sequence, unused); }, std::move(done));
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

void StoreStation::findForm(const QString &formId, const QString &version,
                            std::function<void(const QByteArray &)> done)
{
    m_queue.run(
        this, [=](Store &store) { return store.forms().xform(formId, version).value_or(QByteArray()); },
        std::move(done));
}

void StoreStation::seal(const QByteArray &frame, const exchange::Manifest &manifest,
                        std::function<void(const Result<QByteArray> &)> done)
{
    m_queue.run(
        this,
        [frame, manifest, sealKey = m_sealKey](Store &store) {
            return store.batches().sealingSeed().and_then([&](const crypto::SecretBytes &seed) {
                return exchange::seal(frame, manifest, sealKey, seed);
            });
        },
        std::move(done));
}

}  // namespace amparo::thin
