#pragma once

// Inside the room: usual misreadings set right where the zone itself proves them.

#include "traveller/mrz_layout.h"

namespace amparo::traveller {

/// The zone with what could be proven set right; the same length, and equal to `zone` where nothing could.
///
/// - A letter in a date or check digit becomes the digit it is taken for, if the field's check then agrees.
/// - In the document number, and a passport's optional data, one character changes between letter and digit,
/// if
///   their check fails, and this is the only such change that makes field and composite agree.
///   A fault that is no such misreading meets a candidate by chance about once in five times: a repaired
///   number is to be compared with the document, never to be trusted.
/// - A digit in a name becomes a letter; in a State or nationality, if exactly one code is then known.
QString repaired(const QString &zone, const MrzLayout &layout);

/// What differs, in reading order.
QList<Mrz::Correction> correctionsBetween(const QString &read, const QString &repaired,
                                          const MrzLayout &layout);

}  // namespace amparo::traveller
