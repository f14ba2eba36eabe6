#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace amparo::test {

using Row = QMap<QString, QString>;  ///< by heading

QString at(const Row &row, const char *heading);
QStringList words(const Row &row, const char *heading);  ///< blank-separated

/// One file of resources/indicators; the test fails if it cannot be read.
QList<Row> catalogueFile(const QString &name);

/// The indicators of all files, with their file's name under "file".
const QList<Row> &catalogue();
/// An empty row: no such indicator.
Row catalogueRow(const QString &id);

/// The headings that carry wording: "label::Español (es)" → "es".
QMap<QString, QString> languageByHeading(const Row &row);

}  // namespace amparo::test
