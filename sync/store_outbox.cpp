#include "sync/store_outbox.h"

#include "store/store_queue.h"

#include <QMimeDatabase>

namespace amparo::sync {

using store::Store;

StoreOutbox::StoreOutbox(store::StoreQueue &queue) : m_queue(queue) {}

void StoreOutbox::requeueInterrupted(Done<> done)
{
    m_queue.run(
        this, [](Store &store) { return store.outbox().requeueInterrupted(); }, std::move(done));
}

void StoreOutbox::takeNext(Done<std::optional<OutboxEntry>> done)
{
    m_queue.run(
        this,
        [](Store &store) {
            return store.outbox().takeNext().map([](const std::optional<store::Outgoing> &next) {
                if (!next)
                    return std::optional<OutboxEntry>();
                const store::OutboxItem &item = next->item;
                Parcel parcel{item.instanceId, item.formId, next->submissionXml, {}};
                for (auto file = next->files.cbegin(); file != next->files.cend(); ++file) {
                    const QMimeType type =
                        QMimeDatabase().mimeTypeForFile(file.key(), QMimeDatabase::MatchExtension);
                    parcel.attachments.append({file.key(), type.name(), file.value()});
                }
                return std::optional(OutboxEntry{item.screening, std::move(parcel), item.attempts});
            });
        },
        std::move(done));
}

void StoreOutbox::acknowledge(ScreeningId id, const store::Receipt &receipt, Done<> done)
{
    m_queue.run(
        this, [=](Store &store) { return store.outbox().acknowledge(id, receipt); }, std::move(done));
}

void StoreOutbox::postpone(ScreeningId id, const QString &error, const QString &serverMessage,
                           std::optional<QDateTime> nextAttemptAt, Done<> done)
{
    m_queue.run(
        this, [=](Store &store) { return store.outbox().postpone(id, error, serverMessage, nextAttemptAt); },
        std::move(done));
}

void StoreOutbox::quarantine(ScreeningId id, const QString &error, const QString &serverMessage, Done<> done)
{
    m_queue.run(
        this, [=](Store &store) { return store.outbox().quarantine(id, error, serverMessage); },
        std::move(done));
}

void StoreOutbox::releaseAll(Done<> done)
{
    m_queue.run(
        this, [](Store &store) { return store.outbox().retryAllQueued(); }, std::move(done));
}

void StoreOutbox::summarise(Done<OutboxSummary> done)
{
    m_queue.run(
        this,
        [](Store &store) -> Result<OutboxSummary> {
            const auto counts = store.outbox().counts();
            if (!counts)
                return tl::make_unexpected(counts.error());
            return store.outbox().nextDue().map([&](const std::optional<QDateTime> &nextDue) {
                return OutboxSummary{counts->queued + counts->sending, counts->quarantined, nextDue};
            });
        },
        std::move(done));
}

}  // namespace amparo::sync
