#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace amparo::test {

/// Where any of `secrets` stands in the clear in a file below `folder`: in UTF-8 or UTF-16 of either order,
/// in whatever case, or within base64 at any of its three offsets. "name: secret" a finding.
QStringList findPlaintext(const QString &folder, const QStringList &secrets);

/// The same in bytes.
bool holdsPlaintext(const QByteArray &bytes, const QString &secret);

}  // namespace amparo::test
