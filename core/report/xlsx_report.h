#pragma once

#include "base/result.h"
#include "report/report_tables.h"

namespace amparo::report {

/// Writes the report as a workbook: a sheet with the first page and its chart, and one with the annex.
/// Numbers, shares and times are values with a format; text is text, whatever it begins with.
///
/// Errors: DiskFull, ReadOnly, NotFound, Unavailable. Thread: any.
[[nodiscard]] Result<> writeXlsxReport(const Report &report, const QString &path);

}  // namespace amparo::report
