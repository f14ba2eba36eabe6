#pragma once

#include <QString>

namespace amparo::traveller {

/// A name reduced to what its spellings share: a key to compare and search by, never to show.
///
/// One person is Núñez on the page, NUNEZ or NUNXXEZ in the zone, Müller is MUELLER, MULLER or MUXXLLER: all
/// of them give one key. It is coarse on purpose (MIGUEL gives MIGUL); a search may find too much, not too
/// little. Upper case; words apart by one space; apostrophes, full stops and commas dropped, hyphens and
/// fillers part words. Letters without a Latin transliteration stay. Folding twice changes nothing. Thread:
/// any.
///
/// Source: transliteration of ICAO Doc 9303-3, section 6, table A.
QString folded(QStringView name);

}  // namespace amparo::traveller
