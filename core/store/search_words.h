#pragma once

#include "traveller/traveller.h"

#include <QStringList>

namespace amparo::store {

/// The words of a text as the index keeps them: letters and digits, without accents and case, each once.
/// Apostrophes and full stops join: "O'Brien-Núñez" is "obrien" and "nunez", "AB 123.456" is "ab" and
/// "123456".
QStringList searchWords(QStringView text);

/// By which a traveller is found: of the names and of the document number, the latter both as printed in groups
/// and as one word.
QStringList wordsOf(const traveller::Traveller &traveller);

}  // namespace amparo::store
