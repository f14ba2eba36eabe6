#include "traveller/mrz.h"

#include "core/traveller/vectors.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::traveller;
using namespace amparo::test;

TEST_CASE("the specimens of ICAO Doc 9303 pass every check", "[traveller]")
{
    const QStringList lines = GENERATE(from_range(mrzVectors));
    CAPTURE(lines);
    const Mrz mrz = require(parseMrz(lines.join(u'\n'), mrzToday));
    CHECK(int(mrz.failedChecks) == 0);
    CHECK(mrz.corrections.isEmpty());
}

TEST_CASE("the specimen passport is read", "[traveller]")
{
    const Mrz mrz = require(parseMrz(mrzVectors[0].join(u'\n'), mrzToday));
    CHECK(mrz.format == Mrz::Format::Td3);
    CHECK(mrz.documentCode == QLatin1String("P"));
    CHECK(mrz.issuingState == QLatin1String("UTO"));
    CHECK(mrz.surname == QLatin1String("ERIKSSON"));
    CHECK(mrz.givenNames == QLatin1String("ANNA MARIA"));
    CHECK_FALSE(mrz.nameMayBeTruncated);
    CHECK(mrz.documentNumber == QLatin1String("L898902C3"));
    CHECK(mrz.nationality == QLatin1String("UTO"));
    CHECK(mrz.birthDate == QDate(1974, 8, 12));
    CHECK(mrz.sex == Sex::Female);
    CHECK(mrz.expiryDate == QDate(2012, 4, 15));
    CHECK(mrz.optionalData == QLatin1String("ZE184226B"));
    CHECK(mrz.warnings == Mrz::Warnings(Mrz::Warning::Specimen));
}
