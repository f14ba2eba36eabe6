#pragma once

#include <QByteArray>
#include <QStringList>

namespace amparo {

/// One line of a CSV file (RFC 4180, UTF-8, with its CRLF) for people who open it in a spreadsheet: a field
/// that would be run there as a formula (OWASP, CSV injection) is written as text.
QByteArray csvRow(const QStringList &fields);

/// What such a file begins with, so that a spreadsheet reads UTF-8.
inline constexpr char csvByteOrderMark[] = "\xEF\xBB\xBF";

}  // namespace amparo
