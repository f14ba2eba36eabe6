#pragma once

#include "base/result.h"

#include <QStringList>

#include <functional>

namespace amparo::cli {

/// One record of a file of comma-separated values.
struct CsvRecord {
    int line = 0;  ///< 1-based, on which it begins
    QStringList fields;
};

/// Hands each record of a file, or of standard input for `-`, to `record` as it comes, however large the
/// file. A line that begins no readable record comes without fields, and those behind it are read for
/// themselves: a stray quote costs one row. Blank lines are skipped. Errors: those of readInput(), and what
/// `record` says to stop.
[[nodiscard]] Result<> forEachCsvRecord(const QString &path,
                                        const std::function<Result<>(const CsvRecord &)> &record);

}  // namespace amparo::cli
