#include "store/lane_repository.h"

#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "store/access.h"
#include "store/audit_log.h"
#include "store/database.h"

#include <QHash>
#include <QRegularExpression>

namespace amparo::store {

namespace {

#define AMPARO_LANE_COLUMNS                                                                                  \
    "SELECT id, name, store_id, public_key, added_at, heard_at,"                                             \
    " (SELECT count(*) FROM lane_record r WHERE r.lane = l.id) FROM lane l "

Lane readLane(const Row &row)
{
    return {row.get<LaneId>(0),
            row.get<QString>(1),
            row.get<std::optional<QByteArray>>(2).value_or(QByteArray()),
            row.get<std::optional<QByteArray>>(3).value_or(QByteArray()),
            row.get<QDateTime>(4),
            row.get<std::optional<QDateTime>>(5),
            row.get<int>(6)};
}

Result<> handedOver(const LaneRepository::HandOver &handOver) { return handOver ? handOver() : Result<>(); }

}  // namespace

LaneRepository::LaneRepository(Database &database, AuditLog &audit, const Access &access, const Clock &clock)
    : m_database(database), m_audit(audit), m_access(access), m_clock(clock)
{}

bool LaneRepository::isName(const QString &name)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[\\p{L}\\p{Nd}_-][\\p{L}\\p{Nd} _-]{0,31}\\z"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return allowed.match(name).hasMatch();
}

Result<> LaneRepository::add(const QString &name, const QByteArray &tokenHash, const HandOver &handOver)
{
    if (const auto allowed = m_access.check(record::Permission::SetPolicies); !allowed)
        return allowed;
    if (!isName(name))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("a lane's name has 1 to 32 letters, digits, spaces, - and _"));
    const LaneId id = LaneId::create();
    return inTransaction(m_database, [&]() -> Result<> {
        const auto known = findByName(name);
        if (!known)
            return tl::make_unexpected(known.error());
        if (*known)
            return failure(ErrorCode::Conflict, QStringLiteral("there is such a lane already"));
        return m_database
            .run("INSERT INTO lane (id, name, token_hash, added_at) VALUES (?, ?, ?, ?)", id, name, tokenHash,
                 m_clock.utcNow())
            .and_then([&](qint64) { return m_audit.append(AuditAction::LaneAdded, id.toText()); })
            .and_then([&] { return handedOver(handOver); });
    });
}

Result<> LaneRepository::renew(const QString &name, const QByteArray &tokenHash, const HandOver &handOver)
{
    return change(name, [&](LaneId id) {
        return m_database
            .run("UPDATE lane SET token_hash = ?, store_id = NULL, public_key = NULL WHERE id = ?", tokenHash,
                 id)
            .and_then([&](qint64) {
                return m_audit.append(AuditAction::LaneAdded, id.toText(), QStringLiteral("renewed"));
            })
            .and_then([&] { return handedOver(handOver); });
    });
}

Result<> LaneRepository::remove(const QString &name)
{
    return change(name, [&](LaneId id) {
        return m_database
            .run("UPDATE lane SET token_hash = NULL, removed_at = ? WHERE id = ?", m_clock.utcNow(), id)
            .and_then([&](qint64) { return m_audit.append(AuditAction::LaneRemoved, id.toText()); });
    });
}

Result<std::optional<LaneId>> LaneRepository::findByName(const QString &name) const
{
    return m_database.first(
        "SELECT id FROM lane WHERE name = ? AND removed_at IS NULL",
        [](const Row &row) { return row.get<LaneId>(0); }, name);
}

Result<> LaneRepository::change(const QString &name, const std::function<Result<>(LaneId)> &deed)
{
    if (const auto allowed = m_access.check(record::Permission::SetPolicies); !allowed)
        return allowed;
    return inTransaction(m_database, [&] {
        return findByName(name).and_then([&](const std::optional<LaneId> &id) -> Result<> {
            if (!id)
                return failure(ErrorCode::NotFound, QStringLiteral("there is no such lane"));
            return deed(*id);
        });
    });
}

Result<QList<Lane>> LaneRepository::list() const
{
    return m_database.all(AMPARO_LANE_COLUMNS "WHERE removed_at IS NULL ORDER BY name", readLane);
}

Result<QList<LaneTraffic>> LaneRepository::traffic(const QDateTime &since) const
{
    const auto lanes = list();
    if (!lanes)
        return tl::make_unexpected(lanes.error());
    QHash<LaneId, int> waiting;
    // From the few that wait to their lanes, and not the other way round.
    const auto counted = m_database.each(
        "SELECT r.lane, count(*) FROM outbox o CROSS JOIN lane_record r ON r.sequence = o.sequence"
        " WHERE o.state IN ('queued', 'sending', 'quarantined') GROUP BY r.lane",
        [&](const Row &row) {
            waiting.insert(row.get<LaneId>(0), row.get<int>(1));
            return true;
        });
    if (!counted)
        return tl::make_unexpected(counted.error());
    QList<LaneTraffic> traffic;
    for (const Lane &lane : *lanes) {
        const auto received = m_database.value<int>(
            "SELECT count(*) FROM lane_record WHERE lane = ? AND arrived_at >= ?", lane.id, since);
        if (!received)
            return tl::make_unexpected(received.error());
        traffic.append({lane, *received, waiting.value(lane.id)});
    }
    return traffic;
}

Result<RelayKeys> LaneRepository::keys()
{
    return inTransaction(m_database, [&]() -> Result<RelayKeys> {
        auto kept = m_database.first(
            "SELECT public_key, secret_key, receipt_seed FROM relay_key", [](const Row &row) {
                return RelayKeys{row.get<QByteArray>(0), row.get<crypto::SecretBytes>(1),
                                 row.get<crypto::SecretBytes>(2)};
            });
        if (!kept)
            return tl::make_unexpected(kept.error());
        if (*kept)
            return std::move(**kept);
        crypto::RecoveryKeyPair pair = crypto::makeRecoveryKeyPair();
        RelayKeys made{pair.publicKey, std::move(pair.secretKey), crypto::randomSecret(32)};
        const auto inserted = m_database.run(
            "INSERT INTO relay_key (only_row, public_key, secret_key, receipt_seed) VALUES (1, ?, ?, ?)",
            made.publicKey, made.secretKey, made.receiptSeed);
        if (!inserted)
            return tl::make_unexpected(inserted.error());
        if (const auto told = m_audit.append(AuditAction::PolicySet, QString(), QStringLiteral("relay-keys"));
            !told)
            return tl::make_unexpected(told.error());
        return made;
    });
}

Result<std::optional<Lane>> LaneRepository::findByToken(const QByteArray &tokenHash) const
{
    return m_database.first(AMPARO_LANE_COLUMNS "WHERE token_hash = ?", readLane, tokenHash);
}

Result<> LaneRepository::greet(LaneId lane, const QByteArray &storeId, const QByteArray &publicKey)
{
    return inTransaction(m_database, [&] {
        return m_database
            .run("UPDATE lane SET store_id = ?, public_key = ?, heard_at = ?"
                 " WHERE id = ? AND (store_id IS NULL OR (store_id = ? AND public_key = ?))",
                 storeId, publicKey, m_clock.utcNow(), lane, storeId, publicKey)
            .and_then([&](qint64 changed) -> Result<> {
                if (changed == 0)
                    return failure(ErrorCode::Conflict,
                                   QStringLiteral("the lane has shown another key or store"));
                return {};
            });
    });
}

Result<> LaneRepository::hear(LaneId lane)
{
    return m_database.run("UPDATE lane SET heard_at = ? WHERE id = ?", m_clock.utcNow(), lane)
        .map([](qint64) {});
}

}  // namespace amparo::store
