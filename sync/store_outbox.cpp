#include "sync/store_outbox.h"

#include "record/covering_note.h"
#include "store/store_queue.h"

#include <QMimeDatabase>

namespace amparo::sync {

using store::Store;

namespace {

/// Whoever has made the record is named as the store still knows them.
QByteArray noteOf(Store &store, const record::Screening &screening)
{
    const auto officer = store.officers().find(screening.officer);
    const record::Officer known = officer ? officer->value_or(record::Officer()) : record::Officer();
    const QString nobody = QStringLiteral("?");
    return record::toBytes({screening, known.loginName.isEmpty() ? nobody : known.loginName,
                            known.displayName.isEmpty() ? nobody : known.displayName});
}

OutboxEntry entryOf(Store &store, const store::Outgoing &outgoing, Outbox::Notes notes)
{
    const store::OutboxItem &item = outgoing.item;
    Parcel parcel{item.instanceId,  item.formId, outgoing.submissionXml, attachmentsOf(outgoing.files),
                  item.formVersion, {}};
    if (notes == Outbox::Notes::With)
        parcel.note = noteOf(store, outgoing.screening);
    return {item.screening, std::move(parcel), item.attempts};
}

}  // namespace

QList<Attachment> attachmentsOf(const QMap<QString, QByteArray> &files)
{
    QList<Attachment> attachments;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const QMimeType type = QMimeDatabase().mimeTypeForFile(file.key(), QMimeDatabase::MatchExtension);
        attachments.append({file.key(), type.name(), file.value()});
    }
    return attachments;
}

StoreOutbox::StoreOutbox(store::StoreQueue &queue) : m_queue(queue) {}

void StoreOutbox::requeueInterrupted(Done<> done)
{
    m_queue.run(
        this, [](Store &store) { return store.outbox().requeueInterrupted(); }, std::move(done));
}

void StoreOutbox::take(int most, Which which, Notes notes, Done<QList<OutboxEntry>> done)
{
    m_queue.run(
        this,
        [=](Store &store) {
            return store.outbox().take(most, which).map([&](const QList<store::Outgoing> &taken) {
                QList<OutboxEntry> entries;
                for (const store::Outgoing &outgoing : taken)
                    entries.append(entryOf(store, outgoing, notes));
                return entries;
            });
        },
        std::move(done));
}

void StoreOutbox::acknowledge(ScreeningId id, const store::Receipt &receipt, Done<> done)
{
    if (m_acknowledgements.isEmpty())
        QMetaObject::invokeMethod(this, &StoreOutbox::keepReceipts, Qt::QueuedConnection);
    m_acknowledgements.append({{id, receipt}, std::move(done)});
}

void StoreOutbox::keepReceipts()
{
    const QList<Acknowledgement> all = std::exchange(m_acknowledgements, {});
    QList<store::Acknowledged> received;
    for (const Acknowledgement &one : all)
        received.append(one.received);
    m_queue.run(
        this, [received](Store &store) { return store.outbox().acknowledgeAll(received); },
        [this, all](const Result<> &result) {
            if (!result && all.size() > 1)
                return keepOneByOne(
                    all);  // one that cannot be kept is no reason to lose the others' receipts
            for (const Acknowledgement &one : all)
                one.done(result);
        });
}

void StoreOutbox::keepOneByOne(const QList<Acknowledgement> &acknowledgements)
{
    for (const Acknowledgement &one : acknowledgements)
        m_queue.run(
            this,
            [received = one.received](Store &store) { return store.outbox().acknowledgeAll({received}); },
            one.done);
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

void StoreOutbox::readUse(QDate day, Done<store::LinkUse> done)
{
    m_queue.run(
        this,
        [day](Store &store) {
            return store.linkUse().between(day, day).map([day](const QList<store::LinkUse> &days) {
                return days.isEmpty() ? store::LinkUse{day} : days.first();
            });
        },
        std::move(done));
}

void StoreOutbox::addUse(const store::LinkUse &more, Done<> done)
{
    m_queue.run(
        this, [more](Store &store) { return store.linkUse().add(more); }, std::move(done));
}

}  // namespace amparo::sync
