#pragma once

#include "store/key_file.h"
#include "store/salvage.h"

namespace amparo::store {

class Database;

// Puts something in the place of whatever saved records refer to and is lost, so that each refers to something;
// for the sources of this room. Errors, all: those of `into`. Triggers and foreign keys must be off.

/// Officers whom only the key file or records name. `now` is when those without a key are taken to have gone.
[[nodiscard]] Result<> mendOfficers(Database &into, const KeyFile &keys, const QDateTime &now,
                                    SalvageReport &report);
/// Forms that records were made with: the given ones, else an empty one in their place.
[[nodiscard]] Result<> mendForms(Database &into, const QList<form::FormPackage> &forms, const QDateTime &now,
                                 SalvageReport &report);
[[nodiscard]] Result<> mendShifts(Database &into, SalvageReport &report);
/// Leaves out what refers to something lost.
[[nodiscard]] Result<> dropOrphans(Database &into, SalvageReport &report);

}  // namespace amparo::store
