#pragma once

#include "report/report_tables.h"

#include <QByteArray>

namespace amparo::report {

/// The report as comma-separated values, one figure a line: table, row, column, value.
///
/// UTF-8 with byte order mark and CRLF, as spreadsheets expect; every record has four fields (RFC 4180).
/// Values are plain: `1234`, `0.1250`, ISO 8601. A text that a spreadsheet would run as a formula begins with
/// `'`. Thread: any.
QByteArray csvReport(const Report &report);

}  // namespace amparo::report
