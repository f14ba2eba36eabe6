#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace amparo::store {

class Database;

/// What came over of one table of a damaged database.
struct RescuedTable {
    struct Stretch {
        qint64 first = 0;
        qint64 last = 0;

        bool operator==(const Stretch &) const = default;
    };

    QString name;
    qint64 saved = 0;           ///< rows
    QList<Stretch> unreadable;  ///< row numbers where nothing can be read, whether or not a row stood there
    bool isIncomplete = false;  ///< rows without numbers are missing, or the table as a whole
    qint64 refused = 0;         ///< rows read that the schema does not allow

    bool isWhole() const { return unreadable.isEmpty() && !isIncomplete && refused == 0; }
    bool operator==(const RescuedTable &) const = default;
};

/// Copies every row that can be read into the table of the same name. `lastNumber` is the highest number that
/// a row can have, 0: not known. Triggers must be off. Errors: those of `into`. Thread: the databases'.
[[nodiscard]] Result<RescuedTable> rescueTable(Database &damaged, Database &into, const QString &table,
                                               qint64 lastNumber);

}  // namespace amparo::store
