#include "store/backup.h"

#include "base/durable_file.h"
#include "base/owner_only.h"
#include "crypto/random.h"
#include "crypto/subkey.h"
#include "store/audit_chain.h"
#include "store/backup_copy.h"
#include "store/checked_file.h"
#include "store/store_opening.h"

#include <QCborMap>
#include <QDir>
#include <QFile>

namespace amparo::store {

namespace {

const FileKind &backupKind()
{
    static const FileKind kind{"AMPAROBACKUP", 2};
    return kind;
}

QString infoPath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("backup.amparo")); }

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
    return StoreCopy::begin(backupDatabase(folder), source, backupKey(storeKey, salt), salt);
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

QString backupDatabase(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("store.amparo"));
}

Result<crypto::SecretBytes> backupKeyIn(const QString &folder, const crypto::SecretBytes &storeKey)
{
    return readSalt(folder).map([&](const QByteArray &salt) { return backupKey(storeKey, salt); });
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
