#pragma once

#include <QString>

namespace amparo::traveller {

/// The name field of a machine readable zone, fillers turned into spaces.
struct MrzName {
    QString surname;
    QString givenNames;
    bool mayBeTruncated = false;  ///< fills its field to the end (Doc 9303-3, 4.6)
    bool malformed = false;       ///< more than two parts, or nothing before the `<<`

    bool operator==(const MrzName &) const = default;
};

/// Surname `<<` given names; without a `<<` there is one name only, which counts as the surname.
MrzName nameFrom(QStringView field);

}  // namespace amparo::traveller
