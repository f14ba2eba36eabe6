#pragma once

// Inside the room: from what a keyboard delivered to a zone of a known format.

#include "traveller/mrz_layout.h"

namespace amparo::traveller {

struct MrzZone {
    Mrz::Format format = Mrz::Format::Td3;
    QString text;  ///< all lines joined, only characters of the alphabet
    Mrz::Warnings warnings;
};

/// Finds the one zone in `raw`. Errors: InvalidInput, as parseMrz().
Result<MrzZone> recogniseZone(QStringView raw);

}  // namespace amparo::traveller
