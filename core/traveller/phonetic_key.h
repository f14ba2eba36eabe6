#pragma once

#include <QString>
#include <QStringList>

namespace amparo::traveller {

/// What a word of a name sounds like: a key to compare by, never to show.
///
/// One person is Jiménez, Giménez or XIMENEZ, Souza or Sousa, Yhon or Jhon, Joseph or Jozèf, depending on who
/// typed. The rules, in a table in the source, follow how Spanish and Portuguese are spoken in the Americas
/// (b = v, s = z = soft c, silent h, y = i, ll = y, x = j = soft g), with what French and Haitian Creole
/// names need (ph, th, ou, eau, qu, gn) and the spellings of Quechua and Aymara ones (Huaman, Guaman). They
/// are coarse, but final -o and -a stay apart, so that Mario is not María.
///
/// Built on folded(): accents and the transliterations of ICAO Doc 9303-3, section 6, make no difference.
/// Upper case; letters of other scripts stay. Empty for a word without letters or digits. Thread: any.
QString phoneticKey(QStringView word);

/// The keys of a name's words, in order, each once: particles (de, da, dos, la, y …) are left out, since
/// documents and officers do as they please with them, and abbreviations (Ma., Jr.) are written out.
QStringList phoneticWords(QStringView name);

}  // namespace amparo::traveller
