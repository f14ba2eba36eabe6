#pragma once

#include <QList>
#include <QString>

namespace amparo::reference {

/// What is wrong with a file of reference data, said to the person who wrote it.
struct Problem {
    QString file;
    int line = 0;    ///< from 1; 0: the file as a whole
    QString column;  ///< heading of a table, or path in a JSON file; empty: the whole line
    QString message;

    /// "help_lines.csv, line 7, column number: missing"
    QString toText() const;

    bool operator==(const Problem &) const = default;
};

using Problems = QList<Problem>;

}  // namespace amparo::reference
