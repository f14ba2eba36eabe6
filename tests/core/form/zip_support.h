#pragma once

// Archives written in place, as a hostile or a broken writer would.

#include <QByteArray>
#include <QList>

namespace amparo::test {

struct ZipEntry {
    QByteArray name;
    QByteArray content;
    bool isStored = false;
};

QByteArray zipOf(const QList<ZipEntry> &entries);

/// The least that a workbook consists of, with that content of its one sheet's data.
QByteArray bareWorkbook(const QByteArray &sheetData, const QList<ZipEntry> &further = {});

}  // namespace amparo::test
