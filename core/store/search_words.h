#pragma once

#include <QStringList>

namespace amparo::store {

/// The words of a text as the index keeps them: letters and digits, without accents and case, each once.
/// Apostrophes and full stops join: "O'Brien-Núñez" is "obrien" and "nunez", "AB 123.456" is "ab" and
/// "123456".
QStringList searchWords(QStringView text);

}  // namespace amparo::store
