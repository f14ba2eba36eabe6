#include "base/id.h"

#include "support/catch.h"

using namespace amparo;

TEST_CASE("ids of different things do not compare", "[base]")
{
    STATIC_REQUIRE_FALSE(std::is_convertible_v<ShiftId, ScreeningId>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<ShiftId, ScreeningId>);
}

TEST_CASE("an id survives its text form", "[base]")
{
    const auto id = ScreeningId::create();
    CHECK(ScreeningId::fromText(id.toText()) == id);
    CHECK(id.toText().size() == 36);
}

TEST_CASE("text that is no UUID is no id", "[base]")
{
    const auto text = GENERATE(as<QString>(), QStringLiteral(""), QStringLiteral("7"), QStringLiteral("not-a-uuid"));
    CHECK(ScreeningId::fromText(text) == std::nullopt);
}
