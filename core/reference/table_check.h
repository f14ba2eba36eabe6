#pragma once

#include "reference/reference.h"

namespace amparo::reference {

/// What a table of the directory is and what is wrong with it, for the person who keeps it.
struct CheckedTable {
    QString kind;               ///< "help-lines", "laws", "institutions"
    QMap<Freshness, int> rows;  ///< sound ones
    Problems problems;
};

/// Tells the table by its headings. `lines`: what institutions may name; not needed for the other tables. A
/// file whose headings fit none is one problem.
CheckedTable checkTable(const QString &file, QByteArrayView csv, const QList<HelpLine> &lines, QDate today);

}  // namespace amparo::reference
