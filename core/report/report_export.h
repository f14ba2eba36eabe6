#pragma once

#include "base/result.h"
#include "report/report_tables.h"

#include <optional>

namespace amparo::report {

enum class Format { Pdf, Xlsx, Csv };

/// "pdf", "xlsx", "csv": the word on the command line, and the end of the file's name.
QString formatName(Format format);
std::optional<Format> formatFromName(QStringView name);

/// Writes the report to `path`, for its owner only; a file that is there already is replaced once the new one
/// is whole. After an error nothing is left behind.
///
/// Errors: NotFound (no such folder), ReadOnly, DiskFull, Unavailable. PDF needs a QGuiApplication, for its
/// fonts. Thread: any; takes up to about a second.
[[nodiscard]] Result<> exportReport(const Report &report, Format format, const QString &path);

}  // namespace amparo::report
