#include "store/backup.h"

#include "base/durable_file.h"
#include "base/owner_only.h"
#include "crypto/random.h"
#include "crypto/subkey.h"
#include "store/audit_chain.h"
#include "store/backup_copy.h"
#include "store/checked_file.h"
#include "store/migrations.h"
#include "store/store_mark.h"
#include "store/store_opening.h"

#include <QCborMap>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace amparo::store {

namespace {

const FileKind &backupKind()
{
    static const FileKind kind{"AMPAROBACKUP", 2};
    return kind;
}

QString infoPath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("backup.amparo")); }
QString copyPath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("store.amparo")); }

const QString saltKey = QStringLiteral("salt");
constexpr qsizetype saltSize = 16;

QCborMap toCbor(const BackupInfo &info, const QByteArray &salt)
{
    return {{saltKey, salt},
            {QStringLiteral("store"), QCborValue(info.store.value())},
            {QStringLiteral("made"), info.madeAt.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("entry"), info.auditEntry},
            {QStringLiteral("size"), info.sizeInBytes}};
}

Result<QByteArray> readSalt(const QString &folder)
{
    return readFile(infoPath(folder), backupKind())
        .and_then([](const QCborValue &value) -> Result<QByteArray> {
            const QByteArray salt = value.toMap()[saltKey].toByteArray();
            if (salt.size() != saltSize)
                return failure(ErrorCode::Corrupt, QStringLiteral("the backup lacks its salt"));
            return salt;
        });
}

crypto::SecretBytes backupKey(const crypto::SecretBytes &storeKey, const QByteArray &salt)
{
    return crypto::saltedKey(crypto::subkey(storeKey, crypto::Purpose::Backup), salt);
}

/// A backup that a passphrase has opened, on a copy of its own: to open a database is to write to it.
struct Opened {
    BackupInfo info;
    KeyFile keys;
    SlotKeys slot;
    std::unique_ptr<Database> database;
    record::Post post;
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
    if (const auto copied = copyFile(copyPath(backup), workPath); !copied)
        return tl::make_unexpected(copied.error());
    const auto salt = readSalt(backup);
    if (!salt)
        return tl::make_unexpected(salt.error());
    auto database = Database::open(workPath, backupKey(opened.slot.store, *salt), Database::Mode::Existing);
    if (!database)
        return tl::make_unexpected(database.error());
    opened.database = std::move(*database);
    const auto post = readPost(*opened.database, keys->store);
    if (!post)
        return tl::make_unexpected(post.error());
    opened.post = *post;
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

Result<BackupInfo> readBackup(const QString &folder)
{
    return readFile(infoPath(folder), backupKind()).map([](const QCborValue &value) {
        const QCborMap map = value.toMap();
        return BackupInfo{StoreId(map[QStringLiteral("store")].toUuid()),
                          QDateTime::fromString(map[QStringLiteral("made")].toString(), Qt::ISODateWithMs),
                          map[QStringLiteral("entry")].toInteger(), map[QStringLiteral("size")].toInteger()};
    });
}

Result<> removeBackup(const QString &folder)
{
    QFile info(infoPath(folder));
    if (!info.exists())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no backup"));
    const auto readOnly = failure(ErrorCode::ReadOnly, QStringLiteral("the backup cannot be removed"));
    if (!info.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return readOnly;
    const QByteArray zeros(info.size(), '\0');
    const bool overwritten = info.write(zeros) == zeros.size();
    info.close();
    if (!overwritten || !syncToDisk(info.fileName()) || !info.remove() || !QDir(folder).removeRecursively())
        return readOnly;
    return {};
}

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

Result<StoreCopy> beginBackupCopy(const QString &folder, Database &source,
                                  const crypto::SecretBytes &storeKey)
{
    const QDir place(folder);
    if (place.exists() && !place.isEmpty())
        return failure(ErrorCode::Conflict, QStringLiteral("the backup's folder is not empty"));
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the backup's folder cannot be made"));
    keepToOwner(folder);
    const QByteArray salt = crypto::randomBytes(saltSize);
    return StoreCopy::begin(copyPath(folder), source, backupKey(storeKey, salt), salt);
}

Result<BackupInfo> sealBackupCopy(StoreCopy copy, const KeyFile &keys, const QDateTime &madeAt)
{
    const auto last = lastAuditEntry(copy.database());
    if (!last)
        return tl::make_unexpected(last.error());
    const QString path = copy.path();
    const QString folder = QFileInfo(path).path();
    const QByteArray salt = copy.salt();
    copy.take().database.reset();
    const BackupInfo info{keys.store, madeAt, *last, QFileInfo(path).size()};
    // What says that it is a backup comes last.
    const auto written = writeKeyFile(folder, keys).and_then([&] {
        return replaceFile(infoPath(folder), backupKind(), toCbor(info, salt));
    });
    if (!written) {
        QDir(folder).removeRecursively();
        return tl::make_unexpected(written.error());
    }
    return info;
}

Result<> checkChain(Database &database, qint64 lastEntry)
{
    const auto verdict = verifyChain(database);
    if (!verdict)
        return tl::make_unexpected(verdict.error());
    if (verdict->firstBroken || verdict->sound != lastEntry)
        return failure(
            ErrorCode::Corrupt,
            QStringLiteral("the audit log does not hold together, and a backup with it is not restored: "
                           "amparoctl audit verify tells where"));
    return {};
}

Result<> verifyBackupCopy(StoreCopy &copy)
{
    return copy.verify().and_then([&] { return lastAuditEntry(copy.database()); }).and_then([&](qint64 last) {
        return checkChain(copy.database(), last);
    });
}

Result<StoreCopy> Store::beginBackup(const QString &folder)
{
    if (const auto allowed = m_access.check(record::Permission::MakeBackups); !allowed)
        return tl::make_unexpected(allowed.error());
    return copyInto(folder);
}

Result<StoreCopy> Store::copyInto(const QString &folder)
{
    return beginBackupCopy(folder, *m_database, m_key);
}

Result<BackupInfo> Store::finishBackup(StoreCopy copy)
{
    return copy.end().and_then([&] { return verifyBackupCopy(copy); }).and_then([&] {
        return sealBackup(std::move(copy));
    });
}

Result<BackupInfo> Store::sealBackup(StoreCopy copy)
{
    if (!(copy.key() == backupKey(m_key, copy.salt())))
        return failure(ErrorCode::Conflict, QStringLiteral("the store has got another key meanwhile"));
    const auto keys = readKeyFile(m_folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    const auto info = sealBackupCopy(std::move(copy), *keys, m_clock.utcNow());
    if (!info)
        return info;
    return m_audit
        .record(AuditAction::BackupMade, keys->store.toText(),
                QStringLiteral("entry=%1").arg(info->auditEntry))
        .map([&] { return *info; });
}

}  // namespace amparo::store
