#pragma once

#include <QString>
#include <QStringList>

namespace amparo::report {

/// A record of comma-separated values (RFC 4180), with CRLF. A text that a spreadsheet would run as a formula
/// begins with `'` (security design, O1). Thread: any.
QString csvLine(const QStringList &fields);

}  // namespace amparo::report
