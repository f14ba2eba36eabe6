#include "traveller/check_digit.h"

#include "support/catch.h"

using namespace amparo::traveller;

TEST_CASE("check digits weigh 7, 3, 1 (ICAO Doc 9303-3, 4.9)", "[traveller]")
{
    struct Row {
        QString field;
        int digit;
    };
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("520727"), 3},
        {QStringLiteral("AB2134<<<"), 5},
        {QStringLiteral("<<<<<<<<<<<<<<"), 0},
        {QStringLiteral("L898902C3"), 6},
        {QStringLiteral("ZE184226B<<<<<"), 1},
        {QStringLiteral("K0000001212"), 8},
    }));
    CAPTURE(row.field);
    CHECK(checkDigit(row.field) == row.digit);
}

TEST_CASE("what is outside the alphabet has no check digit", "[traveller]")
{
    const auto text = GENERATE(values<QString>(
        {QStringLiteral("52072a"), QStringLiteral("NUÑEZ"), QStringLiteral("A B"), QStringLiteral("٣")}));
    CAPTURE(text);
    CHECK(checkDigit(text) == std::nullopt);
}
