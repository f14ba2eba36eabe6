#pragma once

#include "store/backup.h"
#include "store/store_copy.h"

namespace amparo::store {

// How a backup is made, whatever for, and what it consists of; for the sources of this room.

/// The database in a backup's folder.
QString backupDatabase(const QString &folder);

/// What opens that, for who has the store's key. Errors: readBackup()'s.
[[nodiscard]] Result<crypto::SecretBytes> backupKeyIn(const QString &folder,
                                                      const crypto::SecretBytes &storeKey);

/// Begins to copy `source` into a folder of its own. Errors: Conflict (it is not empty), DiskFull, ReadOnly.
[[nodiscard]] Result<StoreCopy> beginBackupCopy(const QString &folder, Database &source,
                                                const crypto::SecretBytes &storeKey);

/// Makes a backup of a copy that was ended and verified: `keys` are those of its store. Errors: DiskFull,
/// ReadOnly; the folder is then gone.
[[nodiscard]] Result<BackupInfo> sealBackupCopy(StoreCopy copy, const KeyFile &keys, const QDateTime &madeAt);

/// Corrupt: the links of the audit log do not hold together, or it does not end with `lastEntry`.
[[nodiscard]] Result<> checkChain(Database &database, qint64 lastEntry);

/// The folder of a backup that is made by itself, so that one can hold those of several stores: names the
/// store, then `what`, then the time.
QString backupName(StoreId store, const QDateTime &now, const QString &what = {});

/// Removes what backups of that name that were broken off have left in `folder`: no program but this one
/// works on this store's.
void removeUnfinishedBackups(StoreId store, const QString &folder);

}  // namespace amparo::store
