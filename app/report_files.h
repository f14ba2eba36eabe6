#pragma once

#include "report/report_export.h"
#include "store/store.h"

#include <QTimeZone>

namespace amparo::app {

/// The figures of a period in words, and the name of its files without an extension.
struct PeriodReport {
    report::Report report;
    report::DayFigures figures;
    QString fileName;
};

/// Reckons the report of a period as the store stands. Texts are of the application's language, numbers and
/// days as `locale` writes them. Errors: the store's. Thread: the store's.
[[nodiscard]] Result<PeriodReport> makeReport(store::Store &store, const report::Period &period,
                                              const QTimeZone &zone, const QLocale &locale,
                                              const Clock &clock);

/// Writes it into a folder, once for each format; each file that leaves the program is told in the audit log.
/// The paths. Errors: Denied (not for this role), exportReport()'s and the store's. Thread: the store's.
[[nodiscard]] Result<QStringList> writeReport(store::Store &store, const PeriodReport &report,
                                              const QString &folder, const QList<report::Format> &formats);

}  // namespace amparo::app
