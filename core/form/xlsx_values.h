#pragma once

// How SpreadsheetML stores the value of a cell (ECMA-376 part 1). For the sources of this room only.

#include <QString>

#include <optional>

namespace amparo::form {

/// Rows and columns from 0.
struct CellPlace {
    qsizetype row = 0;
    qsizetype column = 0;
};

/// "BC12" to row 11, column 54; nullopt: no cell reference of a sheet of 1,048,576 rows and 16,384 columns.
std::optional<CellPlace> cellPlace(QStringView reference);

/// Whether a number format shows dates or times: a built-in one by its number, another by its code.
bool isBuiltInDate(int format);
bool showsDate(QString formatCode);

/// An Excel serial number as ISO 8601; a time of day alone where it counts no day.
QString writtenDate(double serial, bool since1904);

/// A stored number without exponent, as XPath takes it; whole ones without fraction. Any other text as it is.
QString writtenNumber(const QString &stored);

/// A stored text with its _xHHHH_ escapes resolved (22.9.2.19); control characters that XML has no place for
/// are dropped.
QString writtenText(const QString &stored);

}  // namespace amparo::form
