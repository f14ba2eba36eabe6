#pragma once

#include "report/figures.h"
#include "store/store.h"

namespace amparo::app {

struct ExportedRecords {
    QString path;
    int records = 0;
};

/// Writes the final records of a period, with names, as comma-separated values into a folder (see
/// report/record_list.h), for its owner alone: those that the table opens to who is signed in. `zone` is the
/// post's. Each record that is read and the export itself are told in the audit log before the file is there.
///
/// Errors: Denied (not for this role, or `approval` is for something else), DurableFile's and the store's;
/// there is then no file. Thread: the store's.
[[nodiscard]] Result<ExportedRecords> exportRecords(store::Store &store, const report::Period &period,
                                                    const QTimeZone &zone, const QString &folder,
                                                    store::Approval approval);

}  // namespace amparo::app
