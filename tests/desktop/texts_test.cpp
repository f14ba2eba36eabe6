#include "app/desktop/texts.h"

#include "support/catch.h"

using namespace amparo;

TEST_CASE("a name is written with the parts that there are", "[desktop]")
{
    traveller::Traveller who;
    CHECK(desktop::nameText(who).isEmpty());
    who.givenNames = QStringLiteral("ANNA MARIA");
    CHECK(desktop::nameText(who) == QStringLiteral("ANNA MARIA"));
    who.surname = QStringLiteral("ERIKSSON");
    CHECK(desktop::nameText(who) == QStringLiteral("ERIKSSON, ANNA MARIA"));
    who.givenNames.clear();
    CHECK(desktop::nameText(who) == QStringLiteral("ERIKSSON"));
}
