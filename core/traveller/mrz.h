#pragma once

#include "base/result.h"
#include "traveller/mrz_date.h"
#include "traveller/sex.h"

#include <QDate>
#include <QFlags>
#include <QList>
#include <QString>

#include <optional>

class QDebug;

namespace amparo::traveller {

/// What the machine readable zone of a travel document says (ICAO Doc 9303, parts 3 to 7).
///
/// Text as printed, without fillers. A value whose check digit fails is kept and named in `failedChecks`:
/// a worn passport is a finding for the officer, not an error of the reader. The zone is not the name: it has
/// no accents and may be cut.
struct Mrz {
    enum class Format {
        Td1,   ///< card, three lines of 30
        Td2,   ///< card, two lines of 36
        Td3,   ///< passport, two lines of 44
        MrvA,  ///< visa, two lines of 44
        MrvB,  ///< visa, two lines of 36
    };

    enum class Check { DocumentNumber = 1, BirthDate = 2, ExpiryDate = 4, OptionalData = 8, Composite = 16 };
    Q_DECLARE_FLAGS(Checks, Check)

    enum class Field {
        DocumentCode,
        IssuingState,
        Name,
        DocumentNumber,
        Nationality,
        BirthDate,
        Sex,
        ExpiryDate,
        OptionalData,
        Composite,  ///< only its check digit
    };

    /// How far a field's value can be relied on.
    enum class Validity {
        Proven,      ///< its check digit agrees
        Unproven,    ///< no check digit covers it
        Repaired,    ///< agrees, or fits its alphabet, only after `corrections`: compare with the document
        Failed,      ///< its check digit disagrees
        Impossible,  ///< no such date, code or sex
        Absent,      ///< the document leaves it open
    };

    /// A character that was read wrongly, and the one that the alphabet or a check digit asks for.
    struct Correction {
        Field field = Field::DocumentCode;
        int line = 1;    ///< from 1
        int column = 1;  ///< from 1
        QChar from;
        QChar to;

        bool operator==(const Correction &) const = default;
    };

    enum class Warning {
        UnusualDocumentCode = 1,  ///< not P, V, A, C or I
        UnknownIssuingState = 2,  ///< neither ISO 3166-1 nor a code of Doc 9303
        UnknownNationality = 4,
        Specimen = 8,  ///< UTO: no such State; only training takes it
        MissingName = 16,
        MalformedName = 32,  ///< more than two parts, or none before the `<<`
        ImpossibleBirthDate = 64,
        ImpossibleExpiryDate = 128,
        ImpossibleSex = 256,
        CenturyUnsure = 512,     ///< age at most 5, where two digits of a year may also mean a hundred more
        AgeNearEighteen = 1024,  ///< 17 or 18: a year misread makes a child an adult
        AgeOver105 = 2048,
        LinePadded = 4096,      ///< fillers at a line's end were left out in typing
        KeyboardLayout = 8192,  ///< `;` stood for `<`: reader and computer disagree on the keyboard
    };
    Q_DECLARE_FLAGS(Warnings, Warning)

    Format format = Format::Td3;
    QString documentCode;             ///< "P", "ID"
    QString issuingState;             ///< as printed: "BOL", "D", "XOM"
    QString nationality;              ///< as printed: "BOL", "D", "XXB"
    QString surname;                  ///< the primary identifier; all of the name where there is only one
    QString givenNames;               ///< empty where the document has one name only
    bool nameMayBeTruncated = false;  ///< the name fills its field to the end
    QString documentNumber;           ///< may be longer than the 9 characters of its own field
    std::optional<QDate> birthDate;   ///< nullopt: day, month or year open, or impossible; see `birthPrinted`
    PrintedDate birthPrinted;
    Sex sex = Sex::Unspecified;
    std::optional<QDate> expiryDate;  ///< nullopt: none (some cards), open or impossible; see `expiryPrinted`
    PrintedDate expiryPrinted;
    QString optionalData;        ///< for the issuer's use, often a personal number; `<` inside is kept
    QString secondOptionalData;  ///< TD1 has two
    Checks failedChecks;
    Warnings warnings;
    QList<Correction> corrections;

    bool operator==(const Mrz &) const = default;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Mrz::Checks)
Q_DECLARE_OPERATORS_FOR_FLAGS(Mrz::Warnings)

QDebug operator<<(QDebug, const Mrz &) = delete;  // personal data does not compile into a log

/// Reads one machine readable zone, with or without line breaks, as a wedge reader sends it or an officer
/// types it: any case, junk around it, fillers at a line's end left out.
///
/// `today` settles the centuries of the dates. Usual misreadings (O for 0, B for 8) are set right only where
/// the field takes digits or letters alone, or where exactly one such change makes the check digits agree;
/// each is in `corrections`. Errors: InvalidInput if length or characters fit no format; the detail names the
/// place, never the text. Thread: any.
[[nodiscard]] Result<Mrz> parseMrz(QStringView text, QDate today);

/// How far one field of `mrz` can be relied on. Thread: any.
Mrz::Validity validityOf(const Mrz &mrz, Mrz::Field field);

}  // namespace amparo::traveller
