#pragma once

#include <QString>

namespace amparo::test {

// Specimens of ICAO Doc 9303-4 and 9303-5; the second is TD1, another document number.
inline const QString passport = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
                                               "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
inline const QString identityCard = QStringLiteral(
    "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<");

}  // namespace amparo::test
