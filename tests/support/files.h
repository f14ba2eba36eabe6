#pragma once

#include <QByteArray>
#include <QString>

namespace amparo::test {

// Errors fail the test.

QByteArray contentOf(const QString &path);
void replaceContent(const QString &path, const QByteArray &bytes);

/// Files of `from` and the folders below it, as they are.
void copyFolder(const QString &from, const QString &to);

}  // namespace amparo::test
