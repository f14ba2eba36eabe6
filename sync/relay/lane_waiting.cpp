#include "sync/relay/lane_waiting.h"

#include "exchange/manifest.h"
#include "sync/store_outbox.h"
#include "sync/thin/items.h"

namespace amparo::relay {

using store::Store;

namespace {

WaitingRecord waitingRecord(const store::AtRelay &record)
{
    const sync::Parcel sent{record.instanceId, {}, record.submissionXml, sync::attachmentsOf(record.files)};
    return {record.screening, exchange::instanceHash(record.instanceId),
            exchange::contentHash(thin::itemOf(sent)), record.place};
}

}  // namespace

void LaneWaiting::next(qint64 place, int limit,
                       std::function<void(const Result<QList<WaitingRecord>> &)> done)
{
    m_queue.run(
        this,
        [=](Store &store) {
            return store.outbox().atRelay(place, limit).map([](const QList<store::AtRelay> &found) {
                QList<WaitingRecord> records;
                for (const store::AtRelay &record : found)
                    records.append(waitingRecord(record));
                return records;
            });
        },
        std::move(done));
}

void LaneWaiting::settle(const QList<std::pair<ScreeningId, store::Receipt>> &confirmed,
                         const QList<ScreeningId> &lost, std::function<void(const Result<> &)> done)
{
    m_queue.run(
        this,
        [=](Store &store) -> Result<> {
            for (const auto &[id, receipt] : confirmed) {
                const auto kept = store.outbox().confirm(id, receipt);
                if (!kept && kept.error().code != ErrorCode::NotFound &&
                    kept.error().code != ErrorCode::Conflict)
                    return kept;  // else it has been erased or sent again since
            }
            for (const ScreeningId id : lost) {
                const auto requeued = store.outbox().requeueLost(id);
                if (!requeued && requeued.error().code != ErrorCode::NotFound &&
                    requeued.error().code != ErrorCode::Conflict)
                    return requeued;
            }
            return {};
        },
        std::move(done));
}

void LaneWaiting::storeId(std::function<void(const QByteArray &)> done)
{
    m_queue.run(
        this, [](Store &store) { return store.id().value().toRfc4122(); }, std::move(done));
}

}  // namespace amparo::relay
