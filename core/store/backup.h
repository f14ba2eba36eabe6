#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/key_wrap.h"
#include "crypto/passphrase.h"
#include "record/officer.h"
#include "store/key_file.h"

#include <QDateTime>
#include <QString>

namespace amparo::store {

// A backup is a folder: the database under a key of its own (crypto::Purpose::Backup and a salt), the key
// file of that moment, and `backup.amparo`, which says what it is and holds the salt. Whoever could sign in
// then can restore it, and headquarters, if the post had its key; without either it says no more than the
// store does, and without the salt nobody opens it again.

class StoreCopy;

/// What a backup says of itself to anybody.
struct BackupInfo {
    StoreId store;
    QDateTime madeAt;       ///< UTC
    qint64 auditEntry = 0;  ///< the last one that it holds
    qint64 sizeInBytes = 0;

    bool operator==(const BackupInfo &) const = default;
};

/// Errors: NotFound (no backup, or one that was never finished), Corrupt, TooNew. Thread: any.
[[nodiscard]] Result<BackupInfo> readBackup(const QString &folder);

/// Reads the ended copy of a store back, and examines it as restoreBackup() would, so that none is kept that
/// could not be restored. Takes as long as StoreCopy::verify(). Errors: that one's; Corrupt also where the
/// audit log does not hold together. Thread: any.
[[nodiscard]] Result<> verifyBackupCopy(StoreCopy &copy);

/// Reads a backup to its end as a restore would: opens it with a passphrase, examines every page and the
/// chain of the audit log. It changes nothing. Errors: as readBackup(), Denied (name or passphrase), Corrupt.
[[nodiscard]] Result<BackupInfo> drillBackup(const QString &folder, const QString &loginName,
                                             const crypto::Passphrase &passphrase);

/// Puts a backup in the place of a store that is lost. `folder` must hold no store. The restored store is a
/// new generation of its post, so that its server can tell, and its audit log says so. Errors: as
/// drillBackup(), Conflict (there is a store), DiskFull, ReadOnly; `folder` then holds no store.
[[nodiscard]] Result<> restoreBackup(const QString &backup, const QString &folder, const QString &loginName,
                                     const crypto::Passphrase &passphrase, const Clock &clock);

/// Headquarters' way into a backup: the other half of the recovery key that the post had then, and the
/// account that is made with it.
struct Recovery {
    crypto::SecretBytes recoveryKey;
    record::Officer administrator;
    crypto::Passphrase passphrase;  ///< of that account
    crypto::KdfParameters kdf;
};

/// restoreBackup() for a post that has lost its store and its passphrases. Errors: that one's; NotFound also
/// where the post had no recovery key, Denied (another key), Conflict also where the login name is taken,
/// InvalidInput (flawed passphrase, no names).
[[nodiscard]] Result<> recoverBackup(const QString &backup, const QString &folder, const Recovery &recovery,
                                    const Clock &clock);

/// Removes a backup. First its salt is overwritten where it stands, which on a disk that writes in place is
/// the end of the database as well, even if its blocks are found again; flash memory may keep an older block
/// of the salt for a while. Errors: NotFound (no backup), ReadOnly. Thread: any.
[[nodiscard]] Result<> removeBackup(const QString &folder);

}  // namespace amparo::store
