#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// Reads exported reports back as other programs would, by readers of the tests' own.
namespace amparo::test {

/// Fields of each record (RFC 4180), without the byte order mark.
QList<QStringList> readCsv(const QByteArray &csv);

/// A part of a workbook; empty if it has none of that name. The test fails if the file is no archive.
QByteArray zipEntry(const QString &path, const char *name);

struct SheetCell {
    bool isText = false;
    QString value;
};

/// Rows of cells, as a spreadsheet program would show them. A formula fails the test.
QList<QList<SheetCell>> readSheet(const QString &path, const char *name);

/// Every text in the cells of a workbook.
QStringList sharedStrings(const QString &path);

}  // namespace amparo::test
