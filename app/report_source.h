#pragma once

#include "app/installed_forms.h"
#include "report/figures.h"

namespace amparo::app {

/// Gathers from the store what a report about `period` is reckoned from; names of indicators and dimensions
/// are those that the installed forms and models use, in `language`.
///
/// Errors: the store's. Thread: the store's.
[[nodiscard]] Result<report::Source> readReportSource(store::Store &store, const report::Period &period,
                                                      const QTimeZone &zone, const QString &language);

}  // namespace amparo::app
