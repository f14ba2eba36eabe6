#pragma once

#include "store/backup.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace amparo::store {

/// Where backups go by themselves, how often, and when they go (security design, D6).
struct BackupSchedule {
    QString folder;                 ///< that holds them, each in a folder of its own; not the store's
    std::chrono::hours every{24};   ///< 1 to 744
    int keep = 7;                   ///< so many, 1 to 1000; more are removed, oldest first
    std::chrono::days keepFor{30};  ///< 1 to 3650; older ones are removed

    bool operator==(const BackupSchedule &) const = default;
};

/// InvalidInput: a number is out of its range, or the folder is not absolute.
[[nodiscard]] Result<> checkSchedule(const BackupSchedule &schedule);

/// As the store keeps it. Errors of reading: Corrupt.
QByteArray toBytes(const BackupSchedule &schedule);
[[nodiscard]] Result<BackupSchedule> backupScheduleFromBytes(const QByteArray &bytes);

/// One that was finished.
struct KeptBackup {
    QString folder;
    BackupInfo info;

    bool operator==(const KeptBackup &) const = default;
};

/// The backups of one store that a schedule has put into `folder`, newest first; what cannot be read is none.
QList<KeptBackup> backupsOf(StoreId store, const QString &folder);

/// Which of them go, whoever is newest stays: it has been read back, and without it the post has none.
///
/// Beyond it goes what is more than `schedule` keeps; what is older than a record may be (`longest`), since
/// it holds people whose term is over; and what was made before `erasedAt`, when somebody was last erased
/// before their term, once there is a newer one.
QList<KeptBackup> expired(const QList<KeptBackup> &newestFirst, const BackupSchedule &schedule,
                          std::chrono::days longest, const std::optional<QDateTime> &erasedAt,
                          const QDateTime &now);

/// How the backups of a store stand.
struct BackupStatus {
    std::optional<BackupSchedule> schedule;  ///< nullopt: nobody has set one
    QList<KeptBackup> backups;               ///< newest first
    bool isDue = false;

    bool operator==(const BackupStatus &) const = default;
};

}  // namespace amparo::store
