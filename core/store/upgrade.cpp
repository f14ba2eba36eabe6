#include "store/upgrade.h"

#include "base/durable_file.h"
#include "base/owner_only.h"
#include "store/backup_copy.h"
#include "store/database.h"
#include "store/store_opening.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <algorithm>

namespace amparo::store {

namespace {

Q_LOGGING_CATEGORY(lcUpgrade, "amparo.store")

constexpr int mostKept = 2;
constexpr std::chrono::days keptFor{30};
constexpr qint64 marginInBytes = 8 * 1024 * 1024;

QString placeOf(const QString &folder) { return QDir(folder).filePath(QStringLiteral("before-upgrade")); }

/// The schema that a backup's name says; 0: none.
qint64 schemaOf(const KeptBackup &backup)
{
    static const QRegularExpression inName(QStringLiteral("-schema([0-9]+)-"));
    return inName.match(QFileInfo(backup.folder).fileName()).captured(1).toLongLong();
}

qint64 megabytes(qint64 bytes) { return (bytes + 999'999) / 1'000'000; }

Result<> checkRoom(Database &database, const QString &folder, const DiskSpace &space)
{
    const auto pages = database.pageCount();
    if (!pages)
        return tl::make_unexpected(pages.error());
    const qint64 wanting = bytesWanting(*pages * pageSizeInBytes, space);
    if (wanting <= 0)
        return {};
    return failure(
        ErrorCode::DiskFull,
        QStringLiteral("the store is of an older version and is backed up before its upgrade: free "
                       "%1 MB more on the disk of %2, then open it again; nothing has changed")
            .arg(megabytes(wanting))
            .arg(QDir::toNativeSeparators(folder)));
}

Result<BackupInfo> copyWhole(Database &database, const UpgradedStore &store, const QString &folder)
{
    auto copy = beginBackupCopy(folder, database, store.key);
    if (!copy)
        return tl::make_unexpected(copy.error());
    return copy->end().and_then([&] { return proveUpgradeCopy(*copy); }).and_then([&] {
        return sealBackupCopy(std::move(*copy), store.keys, store.clock.utcNow());
    });
}

/// Those that the one just made takes the place of: of the same schema, which is the same store a little
/// earlier, so that a step that fails again and again does not fill the disk; and beyond the last ones.
void makeWay(const QList<KeptBackup> &before, qint64 schema)
{
    int others = 0;
    for (const KeptBackup &backup : before) {
        if (schemaOf(backup) != schema && ++others < mostKept)
            continue;
        if (const auto removed = removeBackup(backup.folder); !removed)
            qCWarning(lcUpgrade) << "an older backup stays:" << codeName(removed.error().code);
    }
}

Result<BackupInfo> backUpBefore(Database &database, const UpgradedStore &store, qint64 schema)
{
    const QString place = placeOf(store.folder);
    if (!makeOwnFolder(place))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the folder before-upgrade cannot be made"));
    removeUnfinishedBackups(store.keys.store, place);
    const QList<KeptBackup> before = backupsOf(store.keys.store, place);
    const QString folder = QDir(place).filePath(
        backupName(store.keys.store, store.clock.utcNow(), QStringLiteral("schema%1-").arg(schema)));
    const auto info = copyWhole(database, store, folder);
    if (!info) {
        QDir(folder).removeRecursively();
        return info;
    }
    syncToDisk(place);  // where a system has no such thing, the folder's own files are on the disk
    makeWay(before, schema);
    return info;
}

}  // namespace

Result<> proveUpgradeCopy(StoreCopy &copy)
{
    const auto proven = verifyBackupCopy(copy);
    if (proven || proven.error().code != ErrorCode::Corrupt)
        return proven;
    return failure(
        ErrorCode::Conflict,
        QStringLiteral("the store is of an older version, and the backup that goes before its upgrade "
                       "could not be read back (%1): open it with the older version, check its disk "
                       "and its audit log; nothing has changed")
            .arg(proven.error().detail));
}

qint64 bytesWanting(qint64 storeBytes, const DiskSpace &space)
{
    const qint64 available = space.bytesAvailable();
    return available < 0 ? 0 : std::max<qint64>(0, 2 * storeBytes + marginInBytes - available);
}

qint64 roomToUpgrade(const QString &folder)
{
    const auto keys = readKeyFile(folder);
    if (!keys)
        return 0;
    const QString path = databasePath(folder, keys->keyNumber);
    return bytesWanting(QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size(),
                        *diskSpaceOf(folder));
}

QList<KeptBackup> upgradeBackups(const QString &folder)
{
    const auto keys = readKeyFile(folder);
    return keys ? backupsOf(keys->store, placeOf(folder)) : QList<KeptBackup>();
}

std::optional<KeptBackup> usableUpgradeBackup(const QString &folder)
{
    const QList<KeptBackup> backups = upgradeBackups(folder);
    const auto found = std::find_if(backups.begin(), backups.end(), [](const KeptBackup &backup) {
        return schemaOf(backup) <= knownMigrations().size();
    });
    return found == backups.end() ? std::nullopt : std::optional(*found);
}

QList<KeptBackup> expiredUpgradeBackups(const QList<KeptBackup> &newestFirst, std::chrono::days longest,
                                        const std::optional<QDateTime> &erasedAt, const QDateTime &now)
{
    const QDateTime oldest = now.addDays(-std::min(keptFor, longest).count());
    QList<KeptBackup> gone;
    for (qsizetype i = 0; i < newestFirst.size(); ++i) {
        const QDateTime &madeAt = newestFirst[i].info.madeAt;
        if (i >= mostKept || madeAt < oldest || (erasedAt && madeAt <= *erasedAt))
            gone.append(newestFirst[i]);
    }
    return gone;
}

Result<std::optional<Upgrade>> upgrade(Database &database, const UpgradedStore &store,
                                       const QList<Migration> &migrations, const DiskSpace &space)
{
    const auto version = database.value<qint64>("PRAGMA user_version");
    if (!version)
        return tl::make_unexpected(version.error());
    if (*version >= migrations.size())
        return migrate(database, migrations).map([] { return std::optional<Upgrade>(); });
    const auto backup = checkRoom(database, store.folder, space).and_then([&] {
        return backUpBefore(database, store, *version);
    });
    if (!backup) {
        qCWarning(lcUpgrade) << "no upgrade from schema" << *version
                             << "for want of a backup:" << codeName(backup.error().code);
        return tl::make_unexpected(backup.error());
    }
    const auto migrated = migrate(database, migrations);
    if (!migrated) {
        qCWarning(lcUpgrade) << "the upgrade from schema" << *version
                             << "failed:" << codeName(migrated.error().code);
        return tl::make_unexpected(migrated.error());
    }
    return std::optional(Upgrade{*version, migrations.size(), *backup});
}

}  // namespace amparo::store
