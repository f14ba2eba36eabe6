#pragma once

#include "store/salvage.h"

#include <QHash>

namespace amparo::store {

class Database;

// Makes records of the rows that were saved, so that each holds together; for the sources of this room. Errors,
// all: those of `into`. Triggers and foreign keys must be off.

/// What indexes of the damaged database tell of rows that are lost.
struct IndexedRecords {
    struct Place {
        std::optional<ScreeningId> id;
        std::optional<EncounterId> encounter;
        std::optional<ShiftId> shift;
        std::optional<QDateTime> finalisedAt;
        bool isFinal = false;
    };
    QHash<qint64, Place> byNumber;
};
IndexedRecords readIndexes(Database &damaged);

/// Rows of the list, submissions, outbox, answers; counts what is whole.
[[nodiscard]] Result<> mendRecords(Database &into, const IndexedRecords &indexed, SalvageReport &report);
/// The words by which records are found.
[[nodiscard]] Result<> indexRecords(Database &into);

}  // namespace amparo::store
