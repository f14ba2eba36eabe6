#pragma once

#include "store/backup_schedule.h"
#include "store/disk_reserve.h"
#include "store/migrations.h"
#include "store/store_copy.h"

#include <chrono>
#include <optional>

namespace amparo::store {

// The store of an older program is first backed up beside itself, read back, and then brought to this
// program's schema. With that backup the older program goes on where it was: a folder in `before-upgrade`,
// named by the schema that it has and the time, as any backup is (backup.h).

/// A store's way to another schema.
struct Upgrade {
    qint64 from = 0;
    qint64 to = 0;
    BackupInfo backup;

    bool operator==(const Upgrade &) const = default;
};

/// What is borrowed of a store that is being opened.
struct UpgradedStore {
    const QString &folder;
    const KeyFile &keys;
    const crypto::SecretBytes &key;
    const Clock &clock;
};

/// Brings a store's database to the last of `migrations`; nullopt: it was there already.
///
/// Errors: TooNew; DiskFull (the detail says how much room is wanting, as does roomToUpgrade()), ReadOnly, or
/// Conflict (the backup could not be read back): nothing of the store has changed. Database's, of a step: the
/// store is on the schema that it had reached, and the backup is there. Thread: the database's.
[[nodiscard]] Result<std::optional<Upgrade>> upgrade(Database &database, const UpgradedStore &store,
                                                     const QList<Migration> &migrations,
                                                     const DiskSpace &space);

/// Reads the ended copy of a store back and examines it as a restore would. Conflict: something is wrong with
/// it, which is no damage of the store. Errors, else: Database's.
[[nodiscard]] Result<> proveUpgradeCopy(StoreCopy &copy);

/// How many bytes more must be free than `space` has, so that a store of `storeBytes` can be upgraded: for
/// the backup, and for as much again that the steps write. 0: enough, or the system does not say.
qint64 bytesWanting(qint64 storeBytes, const DiskSpace &space);

/// The same for the store in `folder`. Looks at files. Thread: any.
qint64 roomToUpgrade(const QString &folder);

/// The backups before upgrades beside the store in `folder`, newest first. Thread: any.
QList<KeptBackup> upgradeBackups(const QString &folder);

/// The newest of them that this program can restore, for one whose store was brought to a later schema.
std::optional<KeptBackup> usableUpgradeBackup(const QString &folder);

/// Which of them go: all but the last two, what is older than 30 days or than a record may be (`longest`),
/// and what was made before somebody was erased before their term (`erasedAt`). Unlike a schedule's, the
/// newest goes as well: a post that has worked on with the newer program does not go back any more.
QList<KeptBackup> expiredUpgradeBackups(const QList<KeptBackup> &newestFirst, std::chrono::days longest,
                                        const std::optional<QDateTime> &erasedAt, const QDateTime &now);

}  // namespace amparo::store
