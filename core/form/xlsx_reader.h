#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace amparo::form {

/// One sheet of a workbook as text: what its cells show, without their formats.
struct Sheet {
    QString name;
    QList<QStringList> rows;  ///< from row 1 on; a row is as long as its last filled cell

    /// The text of a cell, "" where there is none. Rows and columns from 0.
    QString cell(qsizetype row, qsizetype column) const;

    bool operator==(const Sheet &) const = default;
};

/// Name of a column as Excel shows it: 0 is "A", 26 is "AA".
QString columnLetters(qsizetype column);

/// Reads the sheets of an .xlsx workbook (ECMA-376, SpreadsheetML).
///
/// Numbers stand as Excel writes them without format (whole ones without fraction), booleans as TRUE and
/// FALSE, dates as ISO 8601. Formulas give their stored result. Limits: 64 MB as it is, 256 MB unpacked,
/// 2,000 entries, at most 200 times larger when unpacked, names inside the archive only, 1,048,576 rows,
/// 16,384 columns, 2,000,000 cells. Errors: InvalidInput with the sheet and cell where there is one. Thread:
/// any.
[[nodiscard]] Result<QList<Sheet>> readXlsx(const QByteArray &bytes);

}  // namespace amparo::form
