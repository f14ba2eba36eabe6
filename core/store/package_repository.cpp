#include "store/package_repository.h"

#include "store/audit_log.h"
#include "store/database.h"

#include <algorithm>
#include <limits>

namespace amparo::store {

using exchange::Channel;
using exchange::Package;
using exchange::PackageFloor;
using exchange::PackageKeys;

namespace {

TakenPackage readTaken(const Row &row)
{
    return {exchange::channelFromName(row.get<QString>(0)).value_or(Channel::Forms),
            quint64(row.get<qint64>(1)), row.get<QDateTime>(2), row.get<std::optional<QDateTime>>(3),
            row.get<QDateTime>(4)};
}

/// Whether what is handed over by hand says nothing that does not count already.
bool holds(const PackageKeys &counting, const PackageKeys &handed)
{
    return handed.version <= counting.version &&
           std::all_of(handed.keys.begin(), handed.keys.end(),
                       [&](const QByteArray &key) { return counting.keys.contains(key); });
}

}  // namespace

PackageRepository::PackageRepository(Database &database, AuditLog &audit, const Access &access,
                                     const Clock &clock)
    : m_database(database), m_audit(audit), m_access(access), m_clock(clock)
{}

Result<PackageFloor> PackageRepository::floor() const
{
    PackageFloor floor{{0, {}}, {}};
    const auto keys =
        m_database.each("SELECT version, key FROM package_key ORDER BY key", [&](const Row &row) {
            floor.keys.version = quint64(row.get<qint64>(0));
            floor.keys.keys.append(row.get<QByteArray>(1));
            return true;
        });
    return keys.and_then([&] { return list(); }).map([&](const QList<TakenPackage> &taken) {
        for (const TakenPackage &package : taken)
            floor.versions.insert(package.channel, package.version);
        return floor;
    });
}

Result<> PackageRepository::trust(const QByteArray &publicKey, std::optional<Approval> approval)
{
    return trust(PackageKeys{1, {publicKey}}, std::move(approval));
}

Result<> PackageRepository::trust(const PackageKeys &keys, std::optional<Approval> approval)
{
    if (const auto allowed = m_access.check(record::Permission::SetPolicies); !allowed)
        return allowed;
    if (!exchange::isSound(keys))
        return failure(ErrorCode::InvalidInput, QStringLiteral("a key to check packages has 32 bytes"));
    return inTransaction(m_database, [&] {
        return floor().and_then([&](const PackageFloor &floor) -> Result<> {
            if (holds(floor.keys, keys))
                return {};
            if (!floor.keys.keys.isEmpty() && !approval)
                return failure(ErrorCode::Denied, QStringLiteral("another key needs a second person"));
            if (approval) {
                if (const auto approved = approval->check(record::Permission::SetPolicies); !approved)
                    return approved;
            }
            return m_database.run("DELETE FROM package_key_list").and_then([&](qint64) {
                return replaceKeys(keys, QStringLiteral("by-hand"));
            });
        });
    });
}

Result<PackageKeys> PackageRepository::takeKeys(QByteArrayView bytes)
{
    return inTransaction(m_database, [&] {
        return floor()
            .and_then([&](const PackageFloor &floor) { return exchange::acceptKeys(bytes, floor); })
            .and_then([&](const PackageKeys &keys) {
                return replaceKeys(keys, QStringLiteral("version=%1").arg(keys.version))
                    .and_then([&] { return keepList(keys.version, bytes); })
                    .map([&] { return keys; });
            });
    });
}

Result<> PackageRepository::keepList(quint64 version, QByteArrayView bytes)
{
    return m_database
        .run("INSERT INTO package_key_list (version, taken_at, bytes) VALUES (?, ?, ?)", qint64(version),
             m_clock.utcNow(), bytes.toByteArray())
        .map([](qint64) {});
}

Result<> PackageRepository::replaceKeys(const PackageKeys &keys, const QString &detail)
{
    const auto cleared = m_database.run("DELETE FROM package_key");
    if (!cleared)
        return tl::make_unexpected(cleared.error());
    for (const QByteArray &key : keys.keys) {
        const auto added =
            m_database.run("INSERT INTO package_key (version, key) VALUES (?, ?)", qint64(keys.version), key);
        if (!added)
            return tl::make_unexpected(added.error());
    }
    return m_audit.append(AuditAction::PackageKeysSet, QString(), detail);
}

Result<Package> PackageRepository::examine(QByteArrayView bytes) const
{
    return floor().and_then(
        [&](const PackageFloor &floor) { return exchange::accept(bytes, floor, m_clock.utcNow()); });
}

Result<Package> PackageRepository::take(const QByteArray &bytes)
{
    return inTransaction(m_database, [&] {
        return examine(bytes).and_then(
            [&](const Package &package) { return keep(package, bytes).map([&] { return package; }); });
    });
}

Result<> PackageRepository::keep(const Package &package, const QByteArray &bytes)
{
    return m_database
        .run("INSERT INTO package (channel, version, made_at, expires_at, taken_at, bytes) VALUES (?, ?, ?, "
             "?, ?, ?)"
             " ON CONFLICT (channel) DO UPDATE SET version = excluded.version, made_at = excluded.made_at,"
             " expires_at = excluded.expires_at, taken_at = excluded.taken_at, bytes = excluded.bytes",
             exchange::channelName(package.channel), qint64(package.version), package.madeAt,
             package.expiresAt, m_clock.utcNow(), bytes)
        .and_then([&](qint64) {
            return m_audit.append(
                AuditAction::PackageTaken, exchange::channelName(package.channel),
                QStringLiteral("version=%1 files=%2").arg(package.version).arg(package.files.size()));
        });
}

Result<QList<TakenPackage>> PackageRepository::list() const
{
    return m_database.all("SELECT channel, version, made_at, expires_at, taken_at FROM package", readTaken)
        .map([](QList<TakenPackage> taken) {
            std::sort(taken.begin(), taken.end(), [](const TakenPackage &one, const TakenPackage &other) {
                return one.channel < other.channel;
            });
            return taken;
        });
}

Result<QByteArray> PackageRepository::bytes(Channel channel) const
{
    return m_database
        .first(
            "SELECT bytes FROM package WHERE channel = ?",
            [](const Row &row) { return row.get<QByteArray>(0); }, exchange::channelName(channel))
        .map([](const std::optional<QByteArray> &bytes) { return bytes.value_or(QByteArray()); });
}

Result<QMap<QString, QByteArray>> PackageRepository::files(Channel channel) const
{
    const auto kept = bytes(channel);
    QMap<QString, QByteArray> files;
    if (!kept)
        return tl::make_unexpected(kept.error());
    if (kept->isEmpty())
        return files;
    return exchange::readPackage(*kept).map([&](const Package &package) {
        for (const exchange::PackageFile &file : package.files)
            files.insert(file.name, file.content);
        return files;
    });
}

Result<std::optional<Handout>> PackageRepository::next(const QString &channel, quint64 have) const
{
    constexpr auto most = quint64(std::numeric_limits<qint64>::max());
    const auto read = [](const Row &row) {
        return Handout{quint64(row.get<qint64>(0)), row.get<QDateTime>(1)};
    };
    const qint64 number = qint64(std::min(have, most));
    if (channel == exchange::keysChannel)
        return m_database.first("SELECT version, taken_at FROM package_key_list WHERE version > ?"
                                " ORDER BY version LIMIT 1",
                                read, number);
    return m_database.first("SELECT version, taken_at FROM package WHERE channel = ? AND version > ?", read,
                            channel, number);
}

Result<QByteArray> PackageRepository::signedBytes(const QString &channel, quint64 version) const
{
    const auto read = [](const Row &row) { return row.get<QByteArray>(0); };
    const auto found =
        channel == exchange::keysChannel
            ? m_database.first("SELECT bytes FROM package_key_list WHERE version = ?", read, qint64(version))
            : m_database.first("SELECT bytes FROM package WHERE channel = ? AND version = ?", read, channel,
                               qint64(version));
    return found.and_then([](const std::optional<QByteArray> &bytes) -> Result<QByteArray> {
        if (!bytes)
            return failure(ErrorCode::NotFound, QStringLiteral("there is no such package here"));
        return *bytes;
    });
}

}  // namespace amparo::store
