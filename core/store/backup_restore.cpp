// How a backup is tried and comes back.

#include "base/owner_only.h"
#include "crypto/random.h"
#include "store/backup_copy.h"
#include "store/migrations.h"
#include "store/store_mark.h"
#include "store/store_opening.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <optional>
#include <utility>

namespace amparo::store {

/// The account of who restores with headquarters' key, in the transaction that makes the new generation.
class RecoveringAccount {
public:
    static Result<> add(Database &database, AuditLog &log, const record::Officer &officer,
                        const crypto::SecretBytes &ownKey, const Clock &clock)
    {
        return OfficerRepository(database).insert(officer, ownKey, clock.utcNow()).and_then([&] {
            return log.append(AuditAction::StoreRecovered, officer.id.toText());
        });
    }
};

namespace {

/// A backup that a key has opened, on a copy of its own: to open a database is to write to it.
struct Opened {
    BackupInfo info;
    KeyFile keys;
    crypto::SecretBytes storeKey;
    std::unique_ptr<Database> database;
    record::Officer officer;                    ///< who has opened it
    std::optional<crypto::SecretBytes> ownKey;  ///< of an officer who is to be added to it
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

/// `findKey(keys)` answers the store key.
template <class FindKey>
Result<Opened> openBackup(const QString &backup, const QString &workPath, FindKey findKey)
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
    Result<crypto::SecretBytes> storeKey = findKey(*keys);
    if (!storeKey)
        return tl::make_unexpected(storeKey.error());
    opened.storeKey = std::move(*storeKey);
    if (const auto copied = copyFile(backupDatabase(backup), workPath); !copied)
        return tl::make_unexpected(copied.error());
    const auto key = backupKeyIn(backup, opened.storeKey);
    if (!key)
        return tl::make_unexpected(key.error());
    auto database = Database::open(workPath, *key, Database::Mode::Existing);
    if (!database)
        return tl::make_unexpected(database.error());
    opened.database = std::move(*database);
    if (const auto post = readPost(*opened.database, keys->store); !post)
        return tl::make_unexpected(post.error());
    return opened;
}

Result<Opened> openWithPassphrase(const QString &backup, const QString &workPath, const QString &loginName,
                                  const crypto::Passphrase &passphrase)
{
    auto opened = openBackup(backup, workPath, [&](const KeyFile &keys) {
        return openSlot(keys, loginName, passphrase).map([](SlotKeys &&slot) {
            return std::move(slot.store);
        });
    });
    if (!opened)
        return opened;
    const auto officer = OfficerRepository(*opened->database).find(opened->keys.find(loginName)->officer);
    if (!officer || !officer->has_value())
        return failure(ErrorCode::Denied, QStringLiteral("login name or passphrase is wrong"));
    opened->officer = **officer;
    return opened;
}

Result<Opened> openForRecovering(const QString &backup, const QString &workPath, const Recovery &recovery)
{
    auto opened = openBackup(backup, workPath, [&](const KeyFile &keys) -> Result<crypto::SecretBytes> {
        if (!keys.recovery)
            return failure(ErrorCode::NotFound, QStringLiteral("the post of that day had no recovery key"));
        return crypto::openForRecovery(keys.recovery->sealed, recovery.recoveryKey);
    });
    if (!opened)
        return opened;
    opened->officer = withFoldedName(recovery.administrator);
    const SlotKeys slotKeys{crypto::randomSecret(crypto::keySize), opened->storeKey.clone()};
    const auto slot = makeSlot(opened->keys.store, slotKeys, opened->officer, recovery.passphrase, recovery.kdf);
    if (!slot)
        return tl::make_unexpected(slot.error());
    putSlot(opened->keys, *slot);
    opened->ownKey = slotKeys.own.clone();
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
                                 std::move(opened.storeKey));
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
            .and_then([&] {
                return opened.ownKey
                           ? RecoveringAccount::add(database, log, opened.officer, *opened.ownKey, clock)
                           : Result<>();
            })
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

/// `open(workPath)` opens the backup on a copy there.
template <class Open> Result<> restore(const QString &folder, const Clock &clock, Open open)
{
    if (!makeOwnFolder(folder))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the store's folder cannot be made"));
    const auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::make_unexpected(lock.error());
    if (const auto isFree = checkNoTraces(folder); !isFree)
        return isFree;
    const QString workPath = QDir(folder).filePath(QStringLiteral("restore.amparo"));
    const Result<> restored =
        open(workPath).and_then([&](Opened opened) { return putInPlace(opened, folder, clock); });
    removeDatabase(workPath);
    return restored;
}

}  // namespace

Result<BackupInfo> drillBackup(const QString &folder, const QString &loginName,
                               const crypto::Passphrase &passphrase)
{
    const QTemporaryDir work;
    if (!work.isValid())
        return failure(ErrorCode::Unavailable, QStringLiteral("there is no place for a trial"));
    auto opened =
        openWithPassphrase(folder, work.filePath(QStringLiteral("trial.amparo")), loginName, passphrase);
    if (!opened)
        return tl::make_unexpected(opened.error());
    return examine(*opened).map([&] { return opened->info; });
}

Result<> restoreBackup(const QString &backup, const QString &folder, const QString &loginName,
                       const crypto::Passphrase &passphrase, const Clock &clock)
{
    return restore(folder, clock, [&](const QString &workPath) {
        return openWithPassphrase(backup, workPath, loginName, passphrase);
    });
}

Result<> recoverBackup(const QString &backup, const QString &folder, const Recovery &recovery, const Clock &clock)
{
    if (const auto checked = checkOfficer(recovery.administrator, recovery.passphrase); !checked)
        return checked;
    return restore(folder, clock,
                   [&](const QString &workPath) { return openForRecovering(backup, workPath, recovery); });
}

}  // namespace amparo::store
