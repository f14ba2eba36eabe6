#pragma once

#include "traveller/mrz.h"

#include <QStringList>

namespace amparo::test {

/// What goes into a zone; text with fillers left out, as Mrz has it.
struct ZoneContent {
    traveller::Mrz::Format format = traveller::Mrz::Format::Td3;
    QString documentCode;
    QString issuingState;
    QString nationality;
    QString surname;     ///< words apart by a space
    QString givenNames;  ///< likewise
    QString documentNumber;
    QString birthDate;  ///< YYMMDD
    QChar sex = u'<';
    QString expiryDate;  ///< YYMMDD
    QString optionalData;
    QString secondOptionalData;
};

/// The lines of a zone, written field after field from the tables of Doc 9303, apart from how the product
/// reads them.
QStringList zoneLines(const ZoneContent &content);

}  // namespace amparo::test
