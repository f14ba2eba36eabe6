#include "sync/schedules/memory_post.h"

#include "crypto/random.h"

namespace amparo::test {

using State = OutboxContents::State;

MemoryPost::MemoryPost(QString name, const Clock &clock) : m_name(std::move(name)), m_clock(clock)
{
    m_station->storeId = crypto::randomBytes(16);
    m_station->generation = crypto::randomBytes(16);
}

void MemoryPost::addRecord(int fileBytes)
{
    ++m_made;
    m_outbox->add(QStringLiteral("uuid:%1-%2").arg(m_name).arg(m_made), m_made % 3);
    if (fileBytes == 0)
        return;
    sync::Parcel &parcel = m_outbox->rows.last().parcel;
    parcel.submissionXml.replace("</a>", "</a><picture>face.jpg</picture>");
    parcel.attachments.append(
        {QStringLiteral("face.jpg"), QStringLiteral("image/jpeg"), crypto::randomBytes(fileBytes)});
}

RecordCounts MemoryPost::counts()
{
    return {m_outbox->count(State::Queued) + m_outbox->count(State::Sending),
            m_outbox->count(State::Accepted), m_outbox->count(State::Quarantined)};
}

QList<MadeRecord> MemoryPost::records()
{
    QList<MadeRecord> records;
    for (const OutboxContents::Row &row : std::as_const(m_outbox->rows))
        records.append({row.id, row.parcel, row.receipt});
    return records;
}

std::unique_ptr<sync::Outbox> MemoryPost::makeOutbox()
{
    return std::make_unique<MemoryOutbox>(m_outbox, m_clock);
}

std::unique_ptr<thin::Station> MemoryPost::makeStation(const sync::ServerSettings &)
{
    return std::make_unique<MemoryStation>(m_station);
}

void MemoryPost::restore()
{
    setBack(0);
    m_station->beginNewLife();
}

void MemoryPost::setBack(int)
{
    *m_outbox = m_backup.outbox;
    *m_station = m_backup.station;
}

}  // namespace amparo::test
