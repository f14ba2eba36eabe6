#include "app/desktop/backup_text.h"

#include "app/desktop/widgets/date_text.h"

#include <QCoreApplication>
#include <QDir>

namespace amparo::desktop {

namespace {

struct BackupTexts {
    Q_DECLARE_TR_FUNCTIONS(BackupText)
};

}  // namespace

QString backupTrouble(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return BackupTexts::tr(
            "The folder for backups is not there. Plug in its disk, or choose another folder.");
    case ErrorCode::InvalidInput:
        return BackupTexts::tr(
            "That folder cannot be used. Choose one outside the store's own, with its whole path.");
    case ErrorCode::DiskFull:
        return BackupTexts::tr("The disk for backups is full. Make room on it, or keep fewer backups.");
    case ErrorCode::ReadOnly:
        return BackupTexts::tr(
            "The folder for backups cannot be written to. Ask IT support, or choose another.");
    case ErrorCode::Corrupt:
        return BackupTexts::tr("It could not be read back whole: its disk may be failing. Use another disk; "
                               "if it stays so, verify the "
                               "audit log.");
    case ErrorCode::Denied:
        return BackupTexts::tr(
            "Your passphrase does not open it: a backup opens with the passphrases of its day.");
    case ErrorCode::Conflict:
        return BackupTexts::tr("Another backup is being made. Wait until it is finished.");
    case ErrorCode::TooNew:
        return BackupTexts::tr("A newer version of Amparo made it. Ask IT support to update.");
    case ErrorCode::Locked:
    case ErrorCode::Unavailable:
        return BackupTexts::tr("The computer did not answer. Try again; if it stays so, call IT support.");
    case ErrorCode::Cancelled:
        return BackupTexts::tr("It was stopped, and nothing of it was kept.");
    }
    Q_UNREACHABLE();
}

QString backupPlanText(const store::BackupSchedule &schedule)
{
    return BackupTexts::tr("One every %1 h into %2; %3 are kept, for %4 days at most.")
        .arg(schedule.every.count())
        .arg(QDir::toNativeSeparators(schedule.folder))
        .arg(schedule.keep)
        .arg(schedule.keepFor.count());
}

bool isBackupOverdue(const store::BackupStatus &status, const QDateTime &now)
{
    if (!status.schedule || !status.isDue || status.backups.isEmpty())
        return false;
    return status.backups.first().info.madeAt + 2 * status.schedule->every < now;
}

QString lastBackupText(const store::BackupStatus &status)
{
    return status.backups.isEmpty()
               ? BackupTexts::tr("There is none yet.")
               : BackupTexts::tr("The last is of %1.").arg(momentToText(status.backups.first().info.madeAt));
}

}  // namespace amparo::desktop
