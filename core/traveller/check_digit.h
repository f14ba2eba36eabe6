#pragma once

#include <QStringView>

#include <optional>

namespace amparo::traveller {

/// The value of one character of a machine readable zone: 0-9 as they are, A = 10 … Z = 35, filler `<` = 0.
/// nullopt: not of the alphabet.
std::optional<int> characterValue(QChar character);

/// The check digit over `field`: weights 7, 3, 1 from the left, sum modulo 10 (ICAO Doc 9303-3, 4.9).
/// nullopt: a character is not of the alphabet. Thread: any.
std::optional<int> checkDigit(QStringView field);

}  // namespace amparo::traveller
