#include "store/outbox_repository.h"

#include "store/audit_log.h"
#include "store/checkpoint.h"
#include "store/database.h"
#include "store/screening_columns.h"

namespace amparo::store {

namespace {

// A time further ahead than any back-off was set by a clock that has since been put right: the item is due.
constexpr qint64 longestBackOffInSeconds = 3600;

const QLatin1StringView relayStage("relay");

#define AMPARO_OUTBOX_COLUMNS                                                                                \
    "SELECT s.id, s.instance_id, s.form_id, s.form_version, o.state, o.priority, o.queued_at, o.attempts,"   \
    " o.next_attempt_at, o.last_error, o.server_message, o.receipt_at, o.receipt_server, o.receipt_status,"  \
    " o.receipt_proof, o.receipt_message,"                                                                   \
    " CASE WHEN o.state = 'queued' THEN (SELECT max(b.made_at) FROM bundle_record r JOIN bundle_batch"       \
    " USING (batch_id) JOIN bundle b ON b.number = bundle WHERE r.sequence = o.sequence) END,"               \
    " o.receipt_stage FROM outbox o JOIN screening s USING (sequence) "

std::optional<Receipt> receiptIn(const Row &row)
{
    auto receipt = readReceipt(row, 11);
    if (receipt) {
        receipt->message = row.get<QString>(15);
        receipt->stage = row.get<QString>(17) == relayStage ? Receipt::Stage::Relay : Receipt::Stage::Server;
    }
    return receipt;
}

QString stageName(Receipt::Stage stage)
{
    return stage == Receipt::Stage::Relay ? QString(relayStage) : QStringLiteral("server");
}

std::optional<QByteArray> proofOf(const Receipt &receipt)
{
    return receipt.proof.isEmpty() ? std::nullopt : std::optional(receipt.proof);
}

OutboxItem readItem(const Row &row)
{
    const auto state = record::stateFromName(row.get<QString>(4));
    if (!state)
        row.markMalformed();
    return {row.get<ScreeningId>(0),
            row.get<QString>(1),
            row.get<QString>(2),
            row.get<QString>(3),
            state.value_or(record::State::Queued),
            row.get<int>(5),
            row.get<QDateTime>(6),
            row.get<int>(7),
            row.get<std::optional<QDateTime>>(8),
            row.get<QString>(9),
            row.get<QString>(10),
            receiptIn(row),
            row.get<std::optional<QDateTime>>(16)};
}

}  // namespace

qint64 Outgoing::size() const
{
    qint64 bytes = submissionXml.size();
    for (const QByteArray &content : files)
        bytes += content.size();
    return bytes;
}

OutboxRepository::OutboxRepository(Database &database, AuditLog &audit, const Clock &clock)
    : m_database(database), m_audit(audit), m_clock(clock), m_envelopes(database)
{}

Result<std::optional<Outgoing>> OutboxRepository::takeNext()
{
    return take(1).map([](const QList<Outgoing> &taken) {
        return taken.isEmpty() ? std::nullopt : std::optional(taken.first());
    });
}

Result<QList<Outgoing>> OutboxRepository::take(int most, Which which, qint64 mostBytes)
{
    auto taken = inTransaction(m_database, [&] { return takeDue(most, which, mostBytes); });
    if (!taken || !taken->isEmpty() || !m_batchHasReceipts)
        return taken;
    return checkpointBatch().map([&] { return *taken; });
}

Result<QList<Outgoing>> OutboxRepository::takeDue(int most, Which which, qint64 mostBytes)
{
    while (true) {
        const auto sequences = due(most, which);
        if (!sequences)
            return tl::make_unexpected(sequences.error());
        QList<Outgoing> outgoing;
        qint64 bytes = 0;
        for (const qint64 sequence : *sequences) {
            auto next = toGo(sequence);
            if (!next)
                return tl::make_unexpected(next.error());
            if (!*next)
                continue;
            bytes += (*next)->size();
            if (!outgoing.isEmpty() && bytes > mostBytes)
                break;
            if (const auto marked = markSending(sequence); !marked)
                return tl::make_unexpected(marked.error());
            (*next)->item.state = record::State::Sending;
            (*next)->item.nextAttemptAt.reset();
            ++(*next)->item.attempts;
            outgoing.append(**std::move(next));
        }
        if (!outgoing.isEmpty() || sequences->isEmpty())
            return outgoing;  // else all of them were set aside, and others may be due
    }
}

Result<std::optional<Outgoing>> OutboxRepository::toGo(qint64 place)
{
    auto outgoing = read(place);
    if (!outgoing)
        return tl::make_unexpected(outgoing.error());
    const auto enclosed = m_envelopes.enclose(place, *outgoing);
    if (enclosed)
        return *std::move(outgoing);
    if (enclosed.error().code != ErrorCode::InvalidInput)
        return tl::make_unexpected(enclosed.error());
    return beginSending(place)
        .and_then(
            [&] { return setAside(outgoing->item.screening, QStringLiteral("encryption-key"), QString()); })
        .map([] { return std::optional<Outgoing>(); });
}

/// Once nothing is under way any more, a batch has gone through: what the log says of it is signed.
Result<> OutboxRepository::checkpointBatch()
{
    return counts().and_then([&](const OutboxCounts &counts) -> Result<> {
        if (counts.sending > 0)
            return {};
        return Checkpoints(m_database, m_audit, m_clock).make().map([&](const Checkpoint &) {
            m_batchHasReceipts = false;
        });
    });
}

Result<QList<qint64>> OutboxRepository::due(int most, Which which) const
{
    const QDateTime now = m_clock.utcNow();
    return m_database.all(
        "SELECT sequence FROM outbox WHERE state = 'queued'"
        " AND (next_attempt_at IS NULL OR next_attempt_at <= ? OR next_attempt_at > ?)"
        " AND priority >= ? ORDER BY priority DESC, sequence LIMIT ?",
        [](const Row &row) { return row.get<qint64>(0); }, now, now.addSecs(longestBackOffInSeconds),
        which == Which::Urgent ? urgentPriority : 0, most);
}

Result<Outgoing> OutboxRepository::read(qint64 sequence) const
{
    Outgoing outgoing;
    return m_database.first(AMPARO_OUTBOX_COLUMNS "WHERE o.sequence = ?", readItem, sequence)
        .and_then([&](const std::optional<OutboxItem> &item) {
            if (!item)
                return Result<QByteArray>(failure(ErrorCode::NotFound, QStringLiteral("no such record")));
            outgoing.item = *item;
            return m_database.value<QByteArray>("SELECT xml FROM submission WHERE sequence = ?", sequence);
        })
        .and_then([&](const QByteArray &xml) {
            outgoing.submissionXml = xml;
            return readFiles(m_database, sequence);
        })
        .and_then([&](const QMap<QString, QByteArray> &files) {
            outgoing.files = files;
            return screening(sequence);
        })
        .map([&](const record::Screening &screening) {
            outgoing.screening = screening;
            return outgoing;
        });
}

Result<> OutboxRepository::markSending(qint64 sequence)
{
    return m_database
        .run("UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_attempt_at = NULL"
             " WHERE sequence = ?",
             sequence)
        .map([](qint64) {});
}

Result<> OutboxRepository::acknowledge(ScreeningId id, const Receipt &receipt)
{
    return acknowledgeAll({{id, receipt}});
}

Result<> OutboxRepository::acknowledgeAll(const QList<Acknowledged> &received)
{
    return inTransaction(m_database, [&]() -> Result<> {
        for (const Acknowledged &one : received) {
            if (const auto kept = keepReceipt(one.screening, one.receipt); !kept)
                return kept;
        }
        return {};
    });
}

Result<> OutboxRepository::keepReceipt(ScreeningId id, const Receipt &receipt)
{
    return writeReceipt(id, receipt, record::State::Sending)
        .and_then([&] {
            return m_database.first(
                "SELECT x.xml, s.instance_id FROM screening s JOIN submission x USING (sequence)"
                " WHERE s.id = ?",
                [](const Row &row) { return std::pair(row.get<QByteArray>(0), row.get<QString>(1)); }, id);
        })
        .and_then([&](const auto &sent) {
            m_batchHasReceipts = true;
            return Checkpoints(m_database, m_audit, m_clock)
                .noteWitness(sent->first, sent->second, receipt.server);
        });
}

Result<> OutboxRepository::beginSending(qint64 place)
{
    return m_database
        .run("UPDATE outbox SET state = 'sending', next_attempt_at = NULL WHERE sequence = ?"
             " AND state IN ('queued', 'quarantined')",
             place)
        .and_then([](qint64 changed) -> Result<> {
            if (changed == 1)
                return {};
            return failure(ErrorCode::Conflict, QStringLiteral("the record does not wait"));
        });
}

Result<> OutboxRepository::confirm(ScreeningId id, const Receipt &receipt)
{
    return inTransaction(m_database, [&] { return writeReceipt(id, receipt, record::State::Acknowledged); });
}

/// `before`: Sending, or Acknowledged for what a relay has.
Result<> OutboxRepository::writeReceipt(ScreeningId id, const Receipt &receipt, record::State before)
{
    const auto stageBefore =
        before == record::State::Sending ? Receipt::Stage::Server : Receipt::Stage::Relay;
    return transition(id, m_database.run(
                              "UPDATE outbox SET state = 'acknowledged', next_attempt_at = NULL,"
                              " last_error = '', server_message = '', receipt_at = ?, receipt_server = ?,"
                              " receipt_status = ?, receipt_message = ?, receipt_proof = ?, receipt_stage = ?"
                              " WHERE sequence = (SELECT sequence FROM screening WHERE id = ?)"
                              " AND state = ? AND receipt_stage = ?",
                              receipt.receivedAt, receipt.server, receipt.status, receipt.message,
                              proofOf(receipt), stageName(receipt.stage), id, record::stateName(before),
                              stageName(stageBefore)))
        .and_then([&] {
            QString detail = QString::number(receipt.status);
            if (receipt.stage == Receipt::Stage::Relay)
                detail += QLatin1String(" relay");
            return m_audit.append(AuditAction::RecordAcknowledged, id.toText(), detail);
        });
}

Result<record::Screening> OutboxRepository::screening(qint64 sequence) const
{
    return m_database.first(AMPARO_SCREENING_COLUMNS "WHERE s.sequence = ?", readScreening, sequence)
        .and_then([&](const std::optional<Placed> &placed) -> Result<record::Screening> {
            record::Screening screening = placed->screening;
            return readHits(m_database, sequence).map([&](const QList<record::IndicatorHit> &hits) {
                if (screening.advice)
                    screening.advice->hits = hits;
                return screening;
            });
        });
}

Result<> OutboxRepository::postpone(ScreeningId id, const QString &error, const QString &serverMessage,
                                    const std::optional<QDateTime> &nextAttemptAt)
{
    return transition(
        id, m_database.run("UPDATE outbox SET state = 'queued', next_attempt_at = ?, last_error = ?,"
                           " server_message = ?"
                           " WHERE sequence = (SELECT sequence FROM screening WHERE id = ?)"
                           " AND state = 'sending'",
                           nextAttemptAt, error, serverMessage, id));
}

Result<> OutboxRepository::quarantine(ScreeningId id, const QString &error, const QString &serverMessage)
{
    return inTransaction(m_database, [&] { return setAside(id, error, serverMessage); });
}

Result<> OutboxRepository::setAside(ScreeningId id, const QString &error, const QString &serverMessage)
{
    return transition(id, m_database.run("UPDATE outbox SET state = 'quarantined', next_attempt_at = NULL,"
                                         " last_error = ?, server_message = ?"
                                         " WHERE sequence = (SELECT sequence FROM screening WHERE id = ?)"
                                         " AND state = 'sending'",
                                         error, serverMessage, id))
        .and_then([&] { return m_audit.append(AuditAction::RecordQuarantined, id.toText(), error); });
}

Result<> OutboxRepository::retry(ScreeningId id)
{
    return transition(id, m_database.run("UPDATE outbox SET state = 'queued', next_attempt_at = NULL"
                                         " WHERE sequence = (SELECT sequence FROM screening WHERE id = ?)"
                                         " AND state IN ('queued', 'quarantined')",
                                         id));
}

Result<> OutboxRepository::retryAllQueued()
{
    return m_database
        .run(
            "UPDATE outbox SET next_attempt_at = NULL WHERE state = 'queued' AND next_attempt_at IS NOT NULL")
        .map([](qint64) {});
}

Result<std::optional<OutboxItem>> OutboxRepository::find(ScreeningId id) const
{
    return m_database.first(AMPARO_OUTBOX_COLUMNS "WHERE s.id = ?", readItem, id);
}

Result<OutboxCounts> OutboxRepository::counts() const
{
    // A receipt counts for as long as it is kept.
    const auto counted = m_database.first(
        "SELECT (SELECT records FROM outbox_count WHERE state = 'queued'),"
        " (SELECT records FROM outbox_count WHERE state = 'sending'),"
        " (SELECT records FROM outbox_count WHERE state = 'acknowledged')"
        " + (SELECT count(*) FROM erasure WHERE receipt_at IS NOT NULL),"
        " (SELECT records FROM outbox_count WHERE state = 'quarantined'),"
        " (SELECT count(*) FROM outbox INDEXED BY outbox_at_relay WHERE receipt_stage = 'relay')",
        [](const Row &row) {
            return OutboxCounts{row.get<int>(0), row.get<int>(1), row.get<int>(2), row.get<int>(3),
                                row.get<int>(4)};
        });
    return counted.map(
        [](const std::optional<OutboxCounts> &counts) { return counts.value_or(OutboxCounts()); });
}

Result<std::optional<QDateTime>> OutboxRepository::nextDue() const
{
    const QDateTime now = m_clock.utcNow();
    return m_database.first("SELECT coalesce(next_attempt_at, queued_at) FROM outbox INDEXED BY outbox_due"
                            " WHERE state = 'queued' ORDER BY coalesce(next_attempt_at, queued_at) LIMIT 1",
                            [&](const Row &row) {
                                const auto time = row.get<QDateTime>(0);
                                return time > now.addSecs(longestBackOffInSeconds) ? now : time;
                            });
}

Result<QList<OutboxItem>> OutboxRepository::received(int limit) const
{
    return m_database.all(AMPARO_OUTBOX_COLUMNS
                          "WHERE o.state = 'acknowledged' ORDER BY o.sequence DESC LIMIT ?",
                          readItem, limit);
}

Result<QList<OutboxItem>> OutboxRepository::items(record::State state, int limit) const
{
    return m_database.all(AMPARO_OUTBOX_COLUMNS
                          "WHERE o.state = ? ORDER BY o.priority DESC, o.sequence LIMIT ?",
                          readItem, record::stateName(state), limit);
}

Result<> OutboxRepository::transition(ScreeningId id, Result<qint64> changed) const
{
    if (!changed)
        return tl::make_unexpected(changed.error());
    if (*changed == 1)
        return {};
    const auto item = find(id);
    if (!item)
        return tl::make_unexpected(item.error());
    if (!item->has_value())
        return failure(ErrorCode::NotFound, QStringLiteral("the record is not in the outbox"));
    return failure(ErrorCode::Conflict,
                   QStringLiteral("the record is %1").arg(record::stateName((*item)->state)));
}

}  // namespace amparo::store
