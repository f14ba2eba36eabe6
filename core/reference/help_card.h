#pragma once

#include "reference/help_line.h"
#include "reference/law.h"

#include <QMap>

namespace amparo::reference {

/// Some sentences under one heading.
struct CardPart {
    QString heading;
    QStringList points;

    bool operator==(const CardPart &) const = default;
};

/// What a card says in one language. No number and no law stands in it: see FilledCard.
struct CardText {
    QString language;                   ///< BCP 47
    std::optional<QDate> nativeReview;  ///< nullopt: no native speaker has reviewed it yet
    QString title;                      ///< neutral: whoever reads along learns nothing about the traveller
    QString intro;
    QList<CardPart> parts;

    bool operator==(const CardText &) const = default;
};

enum class Audience { All, Adult, Child };

/// A card that an officer shows or gives to a traveller.
struct HelpCard {
    QString id;
    QString version;
    int order = 0;  ///< in the list
    Audience audience = Audience::All;
    QList<Purpose> lines;           ///< help lines that it shows, in this order
    QList<LawTopic> laws;           ///< laws that can be named on it
    QString basis;                  ///< what its sentences rest on
    QMap<QString, CardText> texts;  ///< by language

    bool operator==(const HelpCard &) const = default;
};

/// What is said around every card, in one language.
struct CardWords {
    QString language;
    std::optional<QDate> nativeReview;
    QString numbers;    ///< heading of the numbers
    QString laws;       ///< heading of the laws
    QString free;       ///< said of a number
    QString always;     ///< said of a number: day and night
    QString anonymous;  ///< said of a number
    QString inside;     ///< the numbers are called from inside the country
    QString unchecked;  ///< nobody has called them yet
    QString old;        ///< somebody called them long ago
    QString scan;       ///< beside the QR code
    QString carry;      ///< the question whether the card is safe to carry
    QMap<Purpose, QString> purposes;
    QMap<QString, QString> countries;  ///< by ISO 3166-1 alpha-3

    bool operator==(const CardWords &) const = default;
};

/// Reads `card.json`. nullopt: there is a problem. Thread: any, as for the others here.
std::optional<HelpCard> readHelpCard(const QString &file, const QByteArray &json, Problems &problems);
/// Reads a card's `LANGUAGE.json`.
std::optional<CardText> readCardText(const QString &file, const QByteArray &json, Problems &problems);
/// Reads `words/LANGUAGE.json`.
std::optional<CardWords> readCardWords(const QString &file, const QByteArray &json, Problems &problems);

}  // namespace amparo::reference
