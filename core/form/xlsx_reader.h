#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace amparo::form {

/// One sheet of a workbook as text: what its cells hold, without their formats.
struct Sheet {
    static constexpr qsizetype maximumRows = 1'048'576;
    static constexpr qsizetype maximumColumns = 16'384;

    QString name;
    QList<QStringList> rows;  ///< from row 1 on; a row is as long as its last filled cell
    QList<std::pair<qsizetype, qsizetype>>
        errors;  ///< cells whose formula failed; their text is "#REF!" or the like

    /// The text of a cell, "" where there is none. Rows and columns from 0.
    QString cell(qsizetype row, qsizetype column) const;
    bool isError(qsizetype row, qsizetype column) const { return errors.contains(std::pair(row, column)); }

    bool operator==(const Sheet &) const = default;
};

/// Name of a column as Excel shows it: 0 is "A", 26 is "AA".
QString columnLetters(qsizetype column);

/// Reads the sheets of an .xlsx workbook (ECMA-376, SpreadsheetML, transitional and strict).
///
/// Of a workbook with several sheets only those named in `wanted` have rows, whatever their case; all, where
/// it is empty. Numbers stand without exponent (whole ones without fraction), booleans as TRUE and FALSE,
/// dates as ISO 8601. Formulas give their stored result, hidden sheets and cells count, of merged cells the
/// first one. Limits: 64 MB as it is, 256 MB unpacked, 2,000 entries, at most 200 times larger when unpacked,
/// names inside the archive only; a part of 64 MB, 1,000,000 XML nodes and depth 256; 1,048,576 rows, 16,384
/// columns, 2,000,000 cells and rows with 64,000,000 characters in all. Errors: InvalidInput with the sheet
/// and cell where there is one. Thread: any.
[[nodiscard]] Result<QList<Sheet>> readXlsx(const QByteArray &bytes, const QStringList &wanted = {});

}  // namespace amparo::form
