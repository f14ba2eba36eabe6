#pragma once

#include "traveller/mrz.h"

namespace amparo::traveller {

/// The person before the officer, as their document names them.
struct Traveller {
    enum class Source { Typed, Mrz };

    QString surname;
    QString givenNames;
    QString documentCode;  ///< as in a machine readable zone: "P" passport, "ID" card; empty: no document
    QString documentNumber;
    QString issuingState;  ///< ISO 3166-1 alpha-3, or a code of Doc 9303 that ISO lacks ("XXB")
    QString nationality;   ///< likewise
    std::optional<QDate> birthDate;
    std::optional<QDate>
        bornNoLaterThan;  ///< where the document leaves the day open: the last its parts allow
    Sex sex = Sex::Unspecified;
    std::optional<QDate> expiryDate;  ///< nullopt: none or not known
    Source source = Source::Typed;

    bool operator==(const Traveller &) const = default;
};

QDebug operator<<(QDebug, const Traveller &) = delete;  // personal data does not compile into a log

/// Takes over what the zone says, state codes as ISO 3166-1 where ISO has one ("D" becomes "DEU").
///
/// A birth or expiry date whose check digit fails is left out: the officer reads it from the page. A wrong
/// one would decide about a child's protection.
Traveller fromMrz(const Mrz &mrz);

/// Completed years on `day`; nullopt if the birth date is not known, or later than `day`.
/// One born on 29 February completes a year on 1 March where February has no 29th.
std::optional<int> ageOn(const Traveller &traveller, QDate day);

/// Whether the rules for children hold: everyone who is not known to have completed 18 years.
///
/// Presumption of minority: in doubt a person is treated as a child until age is established. So an unknown
/// birth date makes a presumed child, and one whose day is open counts as the latest day it allows.
bool isChildOrPresumed(const Traveller &traveller, QDate today);

}  // namespace amparo::traveller
