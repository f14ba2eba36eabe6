#pragma once

#include "store/key_file.h"
#include "store/salvage.h"

namespace amparo::store {

class Database;

// Makes records of the rows that were saved, so that each holds together and refers to something; for the
// sources of this room. Errors, all: those of `into`. Triggers and foreign keys must be off.

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

/// Officers whom only the key file or records name. `now` is when those without a key are taken to have gone.
[[nodiscard]] Result<> mendOfficers(Database &into, const KeyFile &keys, const QDateTime &now,
                                    SalvageReport &report);
/// Forms that records were made with: the given ones, else an empty one in their place.
[[nodiscard]] Result<> mendForms(Database &into, const QList<form::FormPackage> &forms, const QDateTime &now,
                                 SalvageReport &report);
/// Rows of the list, submissions, outbox, answers; counts what is whole.
[[nodiscard]] Result<> mendRecords(Database &into, const IndexedRecords &indexed, SalvageReport &report);
[[nodiscard]] Result<> mendShifts(Database &into, SalvageReport &report);
/// The words by which records are found.
[[nodiscard]] Result<> indexRecords(Database &into);
/// Leaves out what refers to something lost.
[[nodiscard]] Result<> dropOrphans(Database &into, SalvageReport &report);

}  // namespace amparo::store
