#pragma once

#include "app/upkeep.h"
#include "base/result.h"

#include <QString>

namespace amparo::desktop {

/// Why a backup was not made, or could not be read, and what to do: one or two sentences in the user's
/// language.
QString backupTrouble(const Error &error);

/// "One every 24 h into /media/disk; 7 are kept, for 30 days at most."
QString backupPlanText(const store::BackupSchedule &schedule);

/// Whether the newest backup is so old that somebody should look: twice as old as the schedule wants.
bool isBackupOverdue(const store::BackupStatus &status, const QDateTime &now);

/// "The last is of 17/05/2026 08:30.", "There is none yet."
QString lastBackupText(const store::BackupStatus &status);

}  // namespace amparo::desktop
