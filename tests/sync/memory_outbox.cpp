#include "sync/memory_outbox.h"

#include <algorithm>

namespace amparo::test {

using Row = OutboxContents::Row;
using State = OutboxContents::State;

namespace {

/// A time more than an hour ahead was set by a clock that has been put right since.
bool isDue(const Row &row, const QDateTime &now)
{
    return !row.nextAttemptAt || *row.nextAttemptAt <= now || *row.nextAttemptAt > now.addSecs(3600);
}

}  // namespace

ScreeningId OutboxContents::add(const QString &instanceId, int priority)
{
    const QByteArray xml =
        "<data id=\"f\" xmlns:orx=\"http://openrosa.org/xforms\"><orx:meta><orx:instanceID>" +
        instanceId.toUtf8() + "</orx:instanceID></orx:meta><a>\xc3\xb1 \r\n</a></data>";
    Row row;
    row.id = ScreeningId::create();
    row.parcel = {instanceId, QStringLiteral("f"), xml, {}};
    row.priority = priority;
    rows.append(row);
    return row.id;
}

const Row &OutboxContents::row(const QString &instanceId) const
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Row &row) { return row.parcel.instanceId == instanceId; });
    Q_ASSERT(found != rows.end());
    return *found;
}

int OutboxContents::count(State state) const
{
    return int(std::count_if(rows.begin(), rows.end(), [&](const Row &row) { return row.state == state; }));
}

void MemoryOutbox::requeueInterrupted(Done<> done)
{
    for (Row &row : m_contents->rows) {
        if (row.state == State::Sending)
            row.state = State::Queued;
    }
    later<void>(done, {});
}

void MemoryOutbox::take(int most, Which which, Notes, Done<QList<sync::OutboxEntry>> done)
{
    if (fails("take")) {
        later<QList<sync::OutboxEntry>>(done, failure(ErrorCode::Locked, QStringLiteral("as told")));
        return;
    }
    QList<Row *> due;
    for (Row &row : m_contents->rows) {
        if (which == Which::Urgent && row.priority < store::OutboxRepository::urgentPriority)
            continue;
        if (row.state == State::Queued && isDue(row, m_clock.utcNow()))
            due.append(&row);
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const Row *left, const Row *right) { return left->priority > right->priority; });
    QList<sync::OutboxEntry> entries;
    for (Row *row : due.mid(0, most)) {
        row->state = State::Sending;
        row->nextAttemptAt.reset();
        entries.append({row->id, row->parcel, ++row->attempts});
    }
    later<QList<sync::OutboxEntry>>(done, entries);
}

void MemoryOutbox::acknowledge(ScreeningId id, const store::Receipt &receipt, Done<> done)
{
    transition(
        "acknowledge", id,
        [&](Row &row) {
            row.state = State::Accepted;
            row.receipt = receipt;
        },
        done);
}

void MemoryOutbox::postpone(ScreeningId id, const QString &error, const QString &serverMessage,
                            std::optional<QDateTime> nextAttemptAt, Done<> done)
{
    transition(
        "postpone", id,
        [&](Row &row) {
            row.state = State::Queued;
            row.error = error;
            row.message = serverMessage;
            row.nextAttemptAt = nextAttemptAt;
        },
        done);
}

void MemoryOutbox::quarantine(ScreeningId id, const QString &error, const QString &serverMessage, Done<> done)
{
    transition(
        "quarantine", id,
        [&](Row &row) {
            row.state = State::Quarantined;
            row.error = error;
            row.message = serverMessage;
        },
        done);
}

void MemoryOutbox::releaseAll(Done<> done)
{
    for (Row &row : m_contents->rows)
        row.nextAttemptAt.reset();
    later<void>(done, {});
}

void MemoryOutbox::summarise(Done<sync::OutboxSummary> done)
{
    sync::OutboxSummary summary;
    for (const Row &row : m_contents->rows) {
        summary.quarantined += row.state == State::Quarantined;
        summary.waiting += row.state == State::Queued || row.state == State::Sending;
        if (row.state != State::Queued)
            continue;
        const QDateTime now = m_clock.utcNow();
        const QDateTime due = isDue(row, now) ? row.nextAttemptAt.value_or(now) : *row.nextAttemptAt;
        summary.nextDue = std::min(summary.nextDue.value_or(due), due);
    }
    later<sync::OutboxSummary>(done, summary);
}

void MemoryOutbox::readUse(QDate day, Done<store::LinkUse> done)
{
    later<store::LinkUse>(done, m_contents->use.day == day ? m_contents->use : store::LinkUse{day});
}

void MemoryOutbox::addUse(const store::LinkUse &more, Done<> done)
{
    if (m_contents->use.day != more.day)
        m_contents->use = {more.day};
    m_contents->use.sent += more.sent;
    m_contents->use.received += more.received;
    later<void>(done, {});
}

bool MemoryOutbox::fails(const QByteArray &transition)
{
    if (m_failing != transition)
        return false;
    m_failing.clear();
    return true;
}

void MemoryOutbox::transition(const QByteArray &name, ScreeningId id,
                              const std::function<void(Row &)> &change, Done<> done)
{
    if (fails(name)) {
        later<void>(done, failure(ErrorCode::DiskFull, QStringLiteral("as told")));
        return;
    }
    for (Row &row : m_contents->rows) {
        if (row.id != id)
            continue;
        if (row.state != State::Sending) {
            later<void>(done, failure(ErrorCode::Conflict, QStringLiteral("the record is not being sent")));
            return;
        }
        change(row);
        later<void>(done, {});
        return;
    }
    later<void>(done, failure(ErrorCode::NotFound, QStringLiteral("no such record")));
}

}  // namespace amparo::test
