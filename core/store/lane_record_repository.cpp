#include "store/lane_record_repository.h"

#include "crypto/digest.h"
#include "store/audit_log.h"
#include "store/database.h"
#include "store/screening_columns.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace amparo::store {

namespace {

constexpr int batchDays = 30;  // for which a receipt can be asked for again

QString tally(const LaneBatch &batch, const QList<Arrival> &arrivals)
{
    std::array<int, 4> counts{};
    for (const Arrival arrival : arrivals)
        ++counts[size_t(arrival)];
    return QStringLiteral("batch=%1 stored=%2 again=%3 conflicts=%4 refused=%5")
        .arg(QString::fromLatin1(batch.id.toHex().first(8)))
        .arg(counts[0])
        .arg(counts[1])
        .arg(counts[2])
        .arg(counts[3]);
}

}  // namespace

LaneRecordRepository::LaneRecordRepository(Database &database, ScreeningRepository &screenings,
                                           LaneRepository &lanes, AuditLog &audit, const Clock &clock)
    : m_database(database), m_screenings(screenings), m_lanes(lanes), m_audit(audit), m_clock(clock)
{}

Result<QByteArray>
LaneRecordRepository::receive(LaneId lane, const LaneBatch &batch,
                              const QList<std::optional<LaneRecord>> &records,
                              const std::function<QByteArray(const QList<Arrival> &)> &receiptFor)
{
    if (m_database.reserve() && m_database.reserve()->room() == DiskRoom::Critical)
        return failure(ErrorCode::DiskFull, QStringLiteral("the relay's disk is nearly full"));
    return inTransaction(m_database, [&]() -> Result<QByteArray> {
        const auto before = receipt(lane, batch.id);
        if (!before)
            return tl::make_unexpected(before.error());
        if (*before)
            return **before;
        const auto name = m_database.value<QString>("SELECT name FROM lane WHERE id = ?", lane);
        if (!name)
            return tl::make_unexpected(name.error());
        QList<Arrival> arrivals;
        for (const auto &record : records) {
            const auto arrival = record ? receiveOne(lane, *name, *record) : Arrival::Refused;
            if (!arrival)
                return tl::make_unexpected(arrival.error());
            arrivals.append(*arrival);
        }
        const QByteArray given = receiptFor(arrivals);
        return keepBatch(lane, batch, given)
            .and_then([&] {
                return m_audit.append(AuditAction::RecordsArrived, lane.toText(), tally(batch, arrivals));
            })
            .map([&] { return given; });
    });
}

Result<> LaneRecordRepository::keepBatch(LaneId lane, const LaneBatch &batch, const QByteArray &receipt)
{
    const QDateTime now = m_clock.utcNow();
    return m_database
        .run("INSERT INTO lane_batch (id, lane, generation, sequence, receipt, arrived_at)"
             " VALUES (?, ?, ?, ?, ?, ?)",
             batch.id, lane, batch.generation, qint64(batch.sequence), receipt, now)
        .and_then([&](qint64) {
            return m_database.run("DELETE FROM lane_batch WHERE arrived_at < ?", now.addDays(-batchDays));
        })
        .and_then([&](qint64) { return m_lanes.hear(lane); });
}

Result<Arrival> LaneRecordRepository::receiveOne(LaneId lane, const QString &laneName,
                                                 const LaneRecord &record)
{
    const QByteArray hash = crypto::shortDigest(record.screening.instanceId.toUtf8());
    const auto before = known(hash, record.screening.instanceId);
    if (!before)
        return tl::make_unexpected(before.error());
    if (*before)
        return compare(lane, **before, hash, record);
    record::Screening screening = record.screening;
    screening.id = ScreeningId::create();
    return shiftAt(*screening.finalisedAt)
        .and_then([&](ShiftId shift) {
            screening.shift = shift;
            return officerOf(laneName, record);
        })
        .and_then([&](OfficerId officer) {
            screening.officer = officer;
            return m_screenings.takeIn(screening, record.submissionXml, record.files, record.links);
        })
        .and_then([&](qint64 sequence) { return note(lane, hash, sequence, record.contentHash); })
        .map([] { return Arrival::Stored; });
}

Result<Arrival> LaneRecordRepository::compare(LaneId lane, const Known &known, const QByteArray &hash,
                                              const LaneRecord &record)
{
    if (known.contentHash && *known.contentHash == record.contentHash)
        return Arrival::AlreadyStored;
    if (!known.contentHash) {  // this station's own, which has come back on some way
        const auto same = known.isErased ? Result<bool>(true) : isOwn(known.sequence, record);
        if (!same)
            return tl::make_unexpected(same.error());
        if (*same)
            return note(lane, hash, known.sequence, record.contentHash).map([] {
                return Arrival::AlreadyStored;
            });
    }
    if (known.isErased)
        return Arrival::Conflict;
    return m_database
        .run(
            "INSERT INTO lane_conflict (sequence, content_hash, lane, arrived_at, xml) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            known.sequence, record.contentHash, lane, m_clock.utcNow(), record.submissionXml)
        .map([](qint64) { return Arrival::Conflict; });
}

Result<std::optional<LaneRecordRepository::Known>>
LaneRecordRepository::known(const QByteArray &instanceHash, const QString &instanceId) const
{
    const auto read = [](const Row &row) {
        return Known{row.get<qint64>(0), row.get<std::optional<QByteArray>>(1), row.get<bool>(2)};
    };
    return m_database
        .first("SELECT sequence, content_hash, EXISTS (SELECT 1 FROM erasure e WHERE e.sequence = r.sequence)"
               " FROM lane_record r WHERE instance_hash = ?",
               read, instanceHash)
        .and_then([&](const std::optional<Known> &found) -> Result<std::optional<Known>> {
            if (found)
                return found;
            return m_database.first("SELECT sequence, NULL, 0 FROM screening WHERE instance_id = ?1"
                                    " UNION ALL SELECT sequence, NULL, 1 FROM erasure WHERE instance_id = ?1",
                                    read, instanceId);
        });
}

Result<bool> LaneRecordRepository::isOwn(qint64 sequence, const LaneRecord &record) const
{
    const auto xml = m_database.value<QByteArray>("SELECT xml FROM submission WHERE sequence = ?", sequence);
    if (!xml)
        return tl::make_unexpected(xml.error());
    if (*xml != record.submissionXml)
        return false;
    return readFiles(m_database, sequence).map([&](const SubmissionFiles &files) {
        return files == record.files;
    });
}

Result<> LaneRecordRepository::note(LaneId lane, const QByteArray &instanceHash, qint64 sequence,
                                    const QByteArray &contentHash)
{
    return m_database
        .run("INSERT INTO lane_record (instance_hash, sequence, lane, content_hash, arrived_at)"
             " VALUES (?, ?, ?, ?, ?)",
             instanceHash, sequence, lane, contentHash, m_clock.utcNow())
        .map([](qint64) {});
}

Result<ShiftId> LaneRecordRepository::shiftAt(const QDateTime &time) const
{
    return m_database
        .first(
            "SELECT id FROM shift ORDER BY (opened_at <= ?1 AND (closed_at IS NULL OR closed_at >= ?1)) DESC,"
            " closed_at IS NULL DESC, opened_at DESC LIMIT 1",
            [](const Row &row) { return row.get<ShiftId>(0); }, time)
        .and_then([](const std::optional<ShiftId> &shift) -> Result<ShiftId> {
            if (!shift)
                return failure(ErrorCode::NotFound, QStringLiteral("no shift was ever opened here"));
            return *shift;
        });
}

Result<OfficerId> LaneRecordRepository::officerOf(const QString &laneName, const LaneRecord &record)
{
    const QString login = QStringLiteral("%1@%2").arg(record.officerLogin, laneName);
    return m_database
        .first(
            "SELECT id FROM officer WHERE login_name = ? AND removed_at IS NOT NULL",
            [](const Row &row) { return row.get<OfficerId>(0); }, login)
        .and_then([&](const std::optional<OfficerId> &found) -> Result<OfficerId> {
            if (found)
                return *found;
            const OfficerId id = OfficerId::create();
            const QDateTime now = m_clock.utcNow();
            return m_database
                .run("INSERT INTO officer (id, login_name, display_name, role, added_at, removed_at)"
                     " VALUES (?, ?, ?, 'officer', ?, ?)",
                     id, login, QStringLiteral("%1 (%2)").arg(record.officerName, laneName), now, now)
                .map([&](qint64) { return id; });
        });
}

Result<std::optional<QByteArray>> LaneRecordRepository::receipt(LaneId lane, const QByteArray &batchId) const
{
    return m_database.first(
        "SELECT receipt FROM lane_batch WHERE id = ? AND lane = ?",
        [](const Row &row) { return row.get<QByteArray>(0); }, batchId, lane);
}

Result<std::optional<LaneBatch>> LaneRecordRepository::lastBatch(LaneId lane,
                                                                 const QByteArray &generation) const
{
    return m_database.first(
        "SELECT id, generation, sequence FROM lane_batch WHERE lane = ? AND generation = ?"
        " ORDER BY sequence DESC LIMIT 1",
        [](const Row &row) {
            return LaneBatch{row.get<QByteArray>(0), row.get<QByteArray>(1), quint64(row.get<qint64>(2))};
        },
        lane, generation);
}

Result<std::optional<Forwarded>> LaneRecordRepository::forwarded(const QByteArray &instanceHash) const
{
    return m_database.first(
        "SELECT r.content_hash, coalesce(o.receipt_at, e.receipt_at), coalesce(o.receipt_server, "
        "e.receipt_server),"
        " coalesce(o.receipt_status, e.receipt_status), coalesce(o.receipt_proof, e.receipt_proof)"
        " FROM lane_record r LEFT JOIN outbox o ON o.sequence = r.sequence AND o.receipt_stage = 'server'"
        " LEFT JOIN erasure e ON e.sequence = r.sequence WHERE r.instance_hash = ?",
        [](const Row &row) {
            return Forwarded{row.get<QByteArray>(0), readReceipt(row, 1)};
        },
        instanceHash);
}

Result<QHash<ScreeningId, QString>>
LaneRecordRepository::laneNames(const QList<record::Screening> &records) const
{
    QHash<ScreeningId, QString> names;
    const auto hasLanes = m_database.value<bool>("SELECT EXISTS (SELECT 1 FROM lane)");
    if (!hasLanes)
        return tl::make_unexpected(hasLanes.error());
    if (!*hasLanes)
        return names;
    QJsonArray ids;
    for (const record::Screening &record : records)
        ids.append(record.id.toText());
    // From the records that are asked for to what lanes brought, and not the other way round.
    return m_database
        .each(
            "SELECT s.id, l.name FROM json_each(?) j CROSS JOIN screening s ON s.id = unhex(j.value, '-')"
            " CROSS JOIN lane_record r ON r.sequence = s.sequence CROSS JOIN lane l ON l.id = r.lane",
            [&](const Row &row) {
                names.insert(row.get<ScreeningId>(0), row.get<QString>(1));
                return true;
            },
            QString::fromLatin1(QJsonDocument(ids).toJson(QJsonDocument::Compact)))
        .map([&] { return names; });
}

}  // namespace amparo::store
