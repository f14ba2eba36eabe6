// How a backup is tried and comes back.

#include "base/owner_only.h"
#include "store/backup_copy.h"
#include "store/migrations.h"
#include "store/store_mark.h"
#include "store/store_opening.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace amparo::store {

namespace {

/// A backup that a passphrase has opened, on a copy of its own: to open a database is to write to it.
struct Opened {
    BackupInfo info;
    KeyFile keys;
    SlotKeys slot;
    std::unique_ptr<Database> database;
    record::Officer officer;
};

Result<> copyFile(const QString &from, const QString &to)
{
    QFile::remove(to);
    QFile source(from);
    if (!source.exists())
        return failure(ErrorCode::Corrupt, QStringLiteral("the backup lacks its database"));
    if (!source.copy(to) || !keepToOwner(to))
        return failure(ErrorCode::DiskFull, QStringLiteral("the backup cannot be copied here"));
    return {};
}

Result<Opened> openBackup(const QString &backup, const QString &workPath, const QString &loginName,
                          const crypto::Passphrase &passphrase)
{
    Opened opened;
    const auto info = readBackup(backup);
    if (!info)
        return tl::make_unexpected(info.error());
    opened.info = *info;
    const auto keys = readKeyFile(backup);
    if (!keys)
        return tl::make_unexpected(keys.error());
    opened.keys = *keys;
    auto slot = openSlot(*keys, loginName, passphrase);
    if (!slot)
        return tl::make_unexpected(slot.error());
    opened.slot = std::move(*slot);
    if (const auto copied = copyFile(backupDatabase(backup), workPath); !copied)
        return tl::make_unexpected(copied.error());
    const auto key = backupKeyIn(backup, opened.slot.store);
    if (!key)
        return tl::make_unexpected(key.error());
    auto database = Database::open(workPath, *key, Database::Mode::Existing);
    if (!database)
        return tl::make_unexpected(database.error());
    opened.database = std::move(*database);
    if (const auto post = readPost(*opened.database, keys->store); !post)
        return tl::make_unexpected(post.error());
    const auto officer = OfficerRepository(*opened.database).find(keys->find(loginName)->officer);
    if (!officer || !officer->has_value())
        return failure(ErrorCode::Denied, QStringLiteral("login name or passphrase is wrong"));
    opened.officer = **officer;
    return opened;
}

/// Every page, every reference, every link of the audit log's chain, and nothing left out at its end.
Result<> examine(Opened &opened)
{
    if (const auto sound = opened.database->checkIntegrity(Database::Check::Full); !sound)
        return sound;
    return checkChain(*opened.database, opened.info.auditEntry);
}

/// In place of the one that a lost store may have left, which would be ahead of this one. It comes first: a
/// mark whose store never came is replaced by the next.
Result<> leaveFirstMark(const StoreCopy &copy, const Checkpoints &checkpoints, const AuditLog &log,
                        StoreId store, const QString &folder)
{
    const auto generations = checkpoints.generations();
    const auto head = log.head();
    if (!generations || !head)
        return tl::make_unexpected(generations ? head.error() : generations.error());
    return writeMark(folder, markHere(store, generations->last().id, *head), copy.key());
}

/// Makes the store that an opened backup holds. After an error there is none.
Result<> putInPlace(Opened &opened, const QString &folder, const Clock &clock)
{
    if (const auto sound = examine(opened); !sound)
        return sound;
    auto copy = StoreCopy::begin(databasePath(folder, opened.keys.keyNumber), *opened.database,
                                 std::move(opened.slot.store));
    if (!copy)
        return tl::make_unexpected(copy.error());
    if (const auto complete = copy->complete(); !complete)
        return complete;
    Database &database = copy->database();
    if (const auto migrated = migrate(database, knownMigrations()); !migrated)
        return migrated;
    AuditLog log(database, clock, opened.officer);
    Checkpoints checkpoints(database, log, clock);
    const auto told = inTransaction(database, [&] {
        return checkpoints
            .beginGeneration(AuditAction::StoreRestored, opened.keys.store.toText(),
                             QStringLiteral("entry=%1").arg(opened.info.auditEntry))
            .and_then([&] { return OutboxRepository(database, log, clock).askAgain(); })
            .and_then([&] { return leaveFirstMark(*copy, checkpoints, log, opened.keys.store, folder); });
    });
    if (!told)
        return told;
    if (const auto written = writeKeyFile(folder, opened.keys, Previous::Replaced); !written)
        return written;
    (void)copy->take();
    return {};
}

}  // namespace

Result<BackupInfo> drillBackup(const QString &folder, const QString &loginName,
                               const crypto::Passphrase &passphrase)
{
    const QTemporaryDir work;
    if (!work.isValid())
        return failure(ErrorCode::Unavailable, QStringLiteral("there is no place for a trial"));
    auto opened = openBackup(folder, work.filePath(QStringLiteral("trial.amparo")), loginName, passphrase);
    if (!opened)
        return tl::make_unexpected(opened.error());
    return examine(*opened).map([&] { return opened->info; });
}

Result<> restoreBackup(const QString &backup, const QString &folder, const QString &loginName,
                       const crypto::Passphrase &passphrase, const Clock &clock)
{
    if (!makeOwnFolder(folder))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the store's folder cannot be made"));
    const auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::make_unexpected(lock.error());
    if (const auto isFree = checkNoTraces(folder); !isFree)
        return isFree;
    const QString workPath = QDir(folder).filePath(QStringLiteral("restore.amparo"));
    const auto restored = openBackup(backup, workPath, loginName, passphrase).and_then([&](Opened opened) {
        return putInPlace(opened, folder, clock);
    });
    removeDatabase(workPath);
    return restored;
}

}  // namespace amparo::store
