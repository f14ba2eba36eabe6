#pragma once

#include "reference/help_card.h"
#include "reference/institution.h"

namespace amparo::reference {

/// All that is looked up and not recorded. It comes as files, compiled in or delivered, so that a newer set
/// replaces it without a new program.
struct Reference {
    QList<HelpLine> helpLines;
    QList<Law> laws;
    QList<Institution> institutions;
    QList<HelpCard> cards;           ///< in their order
    QMap<QString, CardWords> words;  ///< by language

    bool operator==(const Reference &) const = default;
};

struct ReadReference {
    Reference reference;  ///< what was sound
    Problems problems;
};

/// Reads a set of files by their paths: `directory/help_lines.csv`, `directory/laws.csv`,
/// `directory/institutions.csv`, `cards/words/LANGUAGE.json`, `cards/NAME/card.json`,
/// `cards/NAME/LANGUAGE.json`.
///
/// A text whose language has no words beside it, whose parts differ in number from those of the card's other
/// texts, or that has a digit in it is a problem and left out: numbers and laws come from the tables alone.
/// Thread: any.
ReadReference readReference(const QMap<QString, QByteArray> &files);

/// nullptr: there is none of that id.
const HelpCard *findCard(const Reference &reference, const QString &id);

}  // namespace amparo::reference
