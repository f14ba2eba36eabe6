#pragma once

#include "reference/reference.h"

namespace amparo::reference {

/// A number as it stands on a card.
struct CardNumber {
    QString lineId;
    QString number;
    QString purpose;  ///< in the card's language: "Help and advice"
    QString remark;   ///< "Línea 1818 · free · day and night"
    QString link;     ///< for the QR code

    bool operator==(const CardNumber &) const = default;
};

struct CountryNumbers {
    QString country;  ///< by name, in the card's language
    QList<CardNumber> numbers;

    bool operator==(const CountryNumbers &) const = default;
};

/// A card in one language with the numbers and laws of the day filled in: what is painted.
struct FilledCard {
    QString id;
    QString version;
    CardText text;
    bool isRightToLeft = false;

    QString numbersHeading;
    QList<CountryNumbers> countries;
    QStringList numberNotes;                   ///< where to call from, that nobody has called yet
    Freshness freshness = Freshness::Current;  ///< of the number that is worst off

    QString lawsHeading;
    QStringList laws;  ///< "Perú: Ley 28950 (2007)"

    std::optional<CardNumber> scanned;  ///< whose link the QR code holds; nullopt: no code
    QString scanCaption;
    QString carryQuestion;  ///< "Is it safe for you to take this card with you?"

    bool operator==(const FilledCard &) const = default;
};

struct CardChoice {
    QString language;       ///< BCP 47
    QStringList countries;  ///< on the way, in its order; ISO 3166-1 alpha-3
    bool withLaws = false;
    std::optional<QString> scannedLine;  ///< id; nullopt: the first number that there is, "" for none
};

/// The help lines of a country that a card shows, in the card's order of purposes. Borrowed from `reference`.
QList<const HelpLine *> linesOf(const Reference &reference, const HelpCard &card, const QString &country);

/// Fills in what is known. NotFound: the card is not there in that language.
[[nodiscard]] Result<FilledCard> fillCard(const Reference &reference, const HelpCard &card,
                                          const CardChoice &choice, QDate today);

/// Every sentence in the order of reading, for a screen reader and for searches.
QString plainText(const FilledCard &card);

}  // namespace amparo::reference
