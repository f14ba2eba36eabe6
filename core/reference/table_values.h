#pragma once

// Inside the room: cells that several tables have.

#include "reference/opening_hours.h"
#include "reference/provenance.h"
#include "reference/table.h"

namespace amparo::reference {

/// Columns source, status, verified_on; not valid_until, which few tables have.
Provenance provenanceOf(Table &table);

std::optional<OpeningHours> hoursOf(Table &table);  ///< column hours
QStringList languagesOf(Table &table);              ///< column languages: ISO 639, blank-separated

}  // namespace amparo::reference
