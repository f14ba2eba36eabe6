// Backups that are made and removed by themselves.

#include "store/backup_schedule.h"

#include "store/backup_copy.h"
#include "store/store_opening.h"
#include "store/upgrade.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace amparo::store {

namespace {

const QString scheduleName = QStringLiteral("backup-schedule");

/// Names the store as well, for a folder that several posts share.
QString namePrefix(StoreId store) { return QStringLiteral("amparo-%1-").arg(store.toText().first(8)); }

}  // namespace

QString backupName(StoreId store, const QDateTime &now, const QString &what)
{
    return namePrefix(store) + what + now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
}

void removeUnfinishedBackups(StoreId store, const QString &folder)
{
    const QDir place(folder);
    for (const QString &name : place.entryList({namePrefix(store) + u'*'}, QDir::Dirs)) {
        const auto info = readBackup(place.filePath(name));
        if (!info && info.error().code == ErrorCode::NotFound)
            QDir(place.filePath(name)).removeRecursively();
    }
}

Result<> checkSchedule(const BackupSchedule &schedule)
{
    using std::chrono::days;
    using std::chrono::hours;
    const bool sound = QDir::isAbsolutePath(schedule.folder) && schedule.every >= hours(1) &&
                       schedule.every <= hours(744) && schedule.keep >= 1 && schedule.keep <= 1000 &&
                       schedule.keepFor >= days(1) && schedule.keepFor <= days(3650);
    if (sound)
        return {};
    return failure(
        ErrorCode::InvalidInput,
        QStringLiteral("a schedule needs the whole path of a folder, a backup every 1 to 744 hours, 1 "
                       "to 1000 of them, for 1 to 3650 days"));
}

QByteArray toBytes(const BackupSchedule &schedule)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("folder"), schedule.folder},
                                     {QStringLiteral("everyHours"), int(schedule.every.count())},
                                     {QStringLiteral("keep"), schedule.keep},
                                     {QStringLiteral("keepDays"), int(schedule.keepFor.count())}})
        .toJson(QJsonDocument::Compact);
}

Result<BackupSchedule> backupScheduleFromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const BackupSchedule schedule{object[QLatin1StringView("folder")].toString(),
                                  std::chrono::hours(object[QLatin1StringView("everyHours")].toInt()),
                                  object[QLatin1StringView("keep")].toInt(),
                                  std::chrono::days(object[QLatin1StringView("keepDays")].toInt())};
    if (!checkSchedule(schedule))
        return failure(ErrorCode::Corrupt, QStringLiteral("the backup schedule cannot be read"));
    return schedule;
}

QList<KeptBackup> backupsOf(StoreId store, const QString &folder)
{
    QList<KeptBackup> found;
    const QDir place(folder);
    for (const QString &name : place.entryList({namePrefix(store) + u'*'}, QDir::Dirs)) {
        const QString path = place.filePath(name);
        const auto info = readBackup(path);
        if (info && info->store == store)
            found.append({path, *info});
    }
    std::stable_sort(found.begin(), found.end(), [](const KeptBackup &one, const KeptBackup &other) {
        return one.info.auditEntry != other.info.auditEntry ? one.info.auditEntry > other.info.auditEntry
                                                            : one.info.madeAt > other.info.madeAt;
    });
    return found;
}

QList<KeptBackup> expired(const QList<KeptBackup> &newestFirst, const BackupSchedule &schedule,
                          std::chrono::days longest, const std::optional<QDateTime> &erasedAt,
                          const QDateTime &now)
{
    const QDateTime oldest = now.addDays(-std::min(schedule.keepFor, longest).count());
    QList<KeptBackup> gone;
    for (qsizetype i = 1; i < newestFirst.size(); ++i) {
        const QDateTime &madeAt = newestFirst[i].info.madeAt;
        const bool holdsErased =
            erasedAt && madeAt <= *erasedAt && newestFirst.first().info.madeAt > *erasedAt;
        if (i >= schedule.keep || madeAt < oldest || holdsErased)
            gone.append(newestFirst[i]);
    }
    return gone;
}

Result<std::optional<BackupSchedule>> Store::backupSchedule() const
{
    return m_settings.find(scheduleName)
        .and_then([](const std::optional<QByteArray> &kept) -> Result<std::optional<BackupSchedule>> {
            if (!kept)
                return std::optional<BackupSchedule>();
            return backupScheduleFromBytes(*kept).map(
                [](const BackupSchedule &schedule) { return std::optional(schedule); });
        });
}

Result<> Store::setBackupSchedule(const BackupSchedule &schedule, std::optional<Approval> approval)
{
    if (const auto sound = checkSchedule(schedule); !sound)
        return sound;
    if (QDir(schedule.folder).absolutePath() == QDir(m_folder).absolutePath())
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("backups do not go into the store's own folder"));
    return m_settings.set(scheduleName, toBytes(schedule), std::move(approval));
}

Result<> Store::removeBackupSchedule(std::optional<Approval> approval)
{
    return m_settings.remove(scheduleName, std::move(approval));
}

Result<BackupStatus> Store::backupStatus() const
{
    const auto schedule = backupSchedule();
    const auto keys = readKeyFile(m_folder);
    if (!schedule || !keys)
        return tl::make_unexpected(schedule ? keys.error() : schedule.error());
    if (!*schedule)
        return BackupStatus();
    const QDateTime now = m_clock.utcNow();
    BackupStatus status{*schedule, backupsOf(keys->store, (*schedule)->folder), true};
    for (const KeptBackup &backup : std::as_const(status.backups)) {
        // One of the future was made by a clock that has since been put right.
        if (backup.info.madeAt <= now && backup.info.madeAt > now - (*schedule)->every)
            status.isDue = false;
    }
    return status;
}

Result<> Store::checkNotDamaged() const
{
    if (!m_isDamaged)
        return {};
    return failure(ErrorCode::Corrupt, QStringLiteral("the store is damaged: nothing is added or removed"));
}

Result<bool> Store::stepScheduledBackup(int pages)
{
    if (const auto sound = checkNotDamaged(); !sound)
        return tl::make_unexpected(sound.error());
    if (!m_scheduledBackup) {
        const auto schedule = backupSchedule();
        const auto keys = readKeyFile(m_folder);
        if (!schedule || !keys)
            return tl::make_unexpected(schedule ? keys.error() : schedule.error());
        if (!*schedule)
            return failure(ErrorCode::NotFound, QStringLiteral("no backup schedule is set"));
        const QDir place((*schedule)->folder);
        // A stick that is not there is not to be taken for an empty folder on this computer's own disk.
        if (!place.exists())
            return failure(ErrorCode::NotFound, QStringLiteral("the folder for backups is not there"));
        removeUnfinishedBackups(keys->store, place.path());
        auto begun = copyInto(place.filePath(backupName(keys->store, m_clock.utcNow())));
        if (!begun)
            return tl::make_unexpected(begun.error());
        m_scheduledBackup.emplace(std::move(*begun));
    }
    auto stepped = m_scheduledBackup->step(pages);
    if (!stepped)
        dropScheduledBackup();
    return stepped;
}

Result<std::shared_ptr<StoreCopy>> Store::takeScheduledBackup()
{
    if (!m_scheduledBackup)
        return failure(ErrorCode::NotFound, QStringLiteral("no backup is being made"));
    if (const auto ended = m_scheduledBackup->end(); !ended) {
        dropScheduledBackup();
        return tl::make_unexpected(ended.error());
    }
    auto copy = std::make_shared<StoreCopy>(std::move(*m_scheduledBackup));
    m_scheduledBackup.reset();
    return copy;
}

void Store::dropScheduledBackup()
{
    if (!m_scheduledBackup)
        return;
    const QString folder = QFileInfo(m_scheduledBackup->path()).path();
    m_scheduledBackup.reset();
    QDir(folder).removeRecursively();
}

Result<int> Store::expireBackups()
{
    // An older backup may be what a damaged store is restored from.
    if (const auto sound = checkNotDamaged(); !sound)
        return tl::make_unexpected(sound.error());
    const auto policy = retentionPolicy();
    const auto erasedAt = m_erasures.lastBeforeTerm();
    if (!policy || !erasedAt)
        return tl::make_unexpected(policy ? erasedAt.error() : policy.error());
    const QDateTime now = m_clock.utcNow();
    QList<KeptBackup> gone =
        expiredUpgradeBackups(upgradeBackups(m_folder), policy->longest(), *erasedAt, now);
    const auto status = backupStatus();
    if (status && status->schedule)
        gone += expired(status->backups, *status->schedule, policy->longest(), *erasedAt, now);
    const auto removed = removeBackups(gone);
    return status ? removed : tl::make_unexpected(status.error());
}

/// One that cannot be removed is told at the end: the others hold people as well whose term is over.
Result<int> Store::removeBackups(const QList<KeptBackup> &backups)
{
    Result<int> removed = 0;
    const auto note = [&removed](const Result<> &outcome) {
        if (!outcome && removed)
            removed = tl::make_unexpected(outcome.error());
        else if (outcome && removed)
            ++*removed;
    };
    for (const KeptBackup &backup : backups) {
        note(removeBackup(backup.folder).and_then([&] {
            return m_audit.record(AuditAction::BackupRemoved, backup.info.store.toText(),
                                  QStringLiteral("entry=%1").arg(backup.info.auditEntry));
        }));
    }
    return removed;
}

}  // namespace amparo::store
