// What goes out again, and what the post's relay has that headquarters may not.

#include "store/outbox_repository.h"

#include "store/audit_log.h"
#include "store/database.h"

namespace amparo::store {

namespace {

ScreeningId idToRequeue(const Row &row) { return row.get<ScreeningId>(0); }

}  // namespace

Result<> OutboxRepository::requeueInterrupted()
{
    return m_database.run("UPDATE outbox SET state = 'queued' WHERE state = 'sending'").map([](qint64) {});
}

Result<> OutboxRepository::askAgain()
{
    return m_database
        .run("UPDATE outbox SET state = 'queued', next_attempt_at = NULL"
             " WHERE state = 'quarantined'")
        .and_then([&](qint64) { return retryAllQueued(); });
}

Result<> OutboxRepository::requeueLost(ScreeningId id)
{
    return inTransaction(m_database, [&] { return appendAndRequeue(id); });
}

/// The schema lets a receipt go only right after the entry that says so.
Result<> OutboxRepository::appendAndRequeue(ScreeningId id)
{
    return m_audit.append(AuditAction::RecordRequeued, id.toText()).and_then([&] {
        return transition(id, m_database.run("UPDATE outbox SET state = 'queued', receipt_at = NULL,"
                                             " receipt_server = NULL, receipt_status = NULL,"
                                             " receipt_message = NULL, receipt_proof = NULL,"
                                             " receipt_stage = 'server'"
                                             " WHERE sequence = (SELECT sequence FROM screening WHERE id = ?)"
                                             " AND state = 'acknowledged'",
                                             id));
    });
}

Result<int> OutboxRepository::requeueReceivedSince(const QDateTime &since)
{
    return inTransaction(m_database, [&] {
        return m_database
            .all("SELECT s.id FROM outbox o JOIN screening s USING (sequence)"
                 " WHERE o.state = 'acknowledged' AND o.receipt_at >= ? ORDER BY o.sequence",
                 idToRequeue, since)
            .and_then([&](const QList<ScreeningId> &ids) { return requeueAll(ids); });
    });
}

Result<int> OutboxRepository::requeueAll(const QList<ScreeningId> &ids)
{
    for (const ScreeningId id : ids) {
        if (const auto requeued = appendAndRequeue(id); !requeued)
            return tl::make_unexpected(requeued.error());
    }
    return int(ids.size());
}

Result<QList<AtRelay>> OutboxRepository::atRelay(qint64 place, int limit)
{
    return inTransaction(m_database, [&]() -> Result<QList<AtRelay>> {
        const auto places = m_database.all(
            "SELECT sequence FROM outbox WHERE receipt_stage = 'relay' AND sequence > ? ORDER BY sequence "
            "LIMIT ?",
            [](const Row &row) { return row.get<qint64>(0); }, place, limit);
        if (!places)
            return tl::make_unexpected(places.error());
        QList<AtRelay> found;
        for (const qint64 sequence : *places) {
            auto sent = read(sequence);
            if (!sent)
                return tl::make_unexpected(sent.error());
            if (const auto enclosed = m_envelopes.enclose(sequence, *sent); !enclosed)
                return tl::make_unexpected(enclosed.error());
            found.append(
                {sent->item.screening, sent->item.instanceId, sent->submissionXml, sent->files, sequence});
        }
        return found;
    });
}

Result<int> OutboxRepository::requeueAtRelay()
{
    return inTransaction(m_database, [&] {
        return m_database
            .all("SELECT s.id FROM outbox o JOIN screening s USING (sequence)"
                 " WHERE o.receipt_stage = 'relay' ORDER BY o.sequence",
                 idToRequeue)
            .and_then([&](const QList<ScreeningId> &ids) { return requeueAll(ids); });
    });
}

}  // namespace amparo::store
