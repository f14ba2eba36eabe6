#pragma once

#include "base/translated.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace amparo::traveller {

/// What a travel document's code for a State or nationality stands for.
struct Country {
    enum class Kind {
        State,         ///< a country or area of ISO 3166-1, or a class of one's nationals
        Organisation,  ///< issues documents and is no State
        Person,        ///< a nationality code for who has none: stateless, refugee, unspecified
        Specimen,      ///< stands in samples only
    };

    QString code;  ///< as printed, without fillers: "BOL", "D", "XXB"
    Kind kind = Kind::State;
    QString iso;     ///< ISO 3166-1 alpha-3; empty where ISO has none
    QString alpha2;  ///< ISO 3166-1 alpha-2; empty where ISO has none
    Translated name;

    bool operator==(const Country &) const = default;
};

/// nullopt: the code is neither in ISO 3166-1 nor one that Doc 9303 adds. Thread: any.
std::optional<Country> countryFor(QStringView code);

/// The alpha-3 code of ISO 3166-1 that a document's code belongs to ("D" is DEU, "GBD" is GBR); the code
/// itself where ISO has none or the code is not known.
QString isoOf(const QString &code);

/// All codes, in alphabetical order.
QStringList countryCodes();

}  // namespace amparo::traveller
