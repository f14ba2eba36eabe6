#pragma once

#include <QByteArray>
#include <QString>

namespace amparo::test {

/// Whether `bytes` equal the golden file `tests/golden/<name>`. With AMPARO_UPDATE_GOLDEN=1 the file is
/// rewritten instead, and its diff is read like code.
bool matchesGolden(const QString &name, const QByteArray &bytes);

/// The whole content of `tests/data/<name>`; the running test fails if there is none.
QByteArray testData(const QString &name);

}  // namespace amparo::test
