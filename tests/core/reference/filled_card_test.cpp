#include "core/reference/reference_support.h"
#include "reference/filled_card.h"

using namespace amparo;
using namespace amparo::reference;
using namespace amparo::test;

namespace {

const QDate today(2026, 3, 2);

FilledCard filled(const CardChoice &choice, QDate day = today)
{
    const Reference all = someReference();
    return require(fillCard(all, *findCard(all, QStringLiteral("help")), choice, day));
}

CardChoice inEnglish(const QStringList &countries)
{
    CardChoice choice;
    choice.language = QStringLiteral("en");
    choice.countries = countries;
    return choice;
}

const QString a = QStringLiteral("AAA");
const QString b = QStringLiteral("BBB");

}  // namespace

TEST_CASE("numbers are filled in by country and in the card's order of purposes", "[reference]")
{
    const FilledCard card = filled(inEnglish({b, a}));
    REQUIRE(card.countries.size() == 2);
    CHECK(card.countries[0].country == QStringLiteral("Bland"));
    CHECK(card.countries[0].numbers ==
          QList<CardNumber>{{QStringLiteral("bbb-1"), QStringLiteral("+99 1234-5"), QStringLiteral("Help"),
                             QStringLiteral("Chat · WhatsApp"), QStringLiteral("https://wa.me/9912345")}});
    REQUIRE(card.countries[1].numbers.size() == 2);
    CHECK(card.countries[1].numbers[0].lineId == QStringLiteral("aaa-2"));
    CHECK(card.countries[1].numbers[1].remark == QStringLiteral("Line One · free · always · no name"));
    CHECK(card.numbersHeading == QStringLiteral("Numbers"));
}

TEST_CASE("a card says that a number was never called, or long ago", "[reference]")
{
    const QString inside = QStringLiteral("From inside.");
    CHECK(filled(inEnglish({a})).numberNotes == QStringList{inside});
    CHECK(filled(inEnglish({a}), QDate(2026, 7, 1)).numberNotes ==
          QStringList{inside, QStringLiteral("Checked long ago.")});
    CHECK(filled(inEnglish({a, b})).numberNotes == QStringList{inside, QStringLiteral("Not checked.")});
    CHECK(filled(inEnglish({b})).numberNotes == QStringList{QStringLiteral("Not checked.")});
    CHECK(filled(inEnglish({a, b})).freshness == Freshness::NeverVerified);
}

TEST_CASE("without a country of numbers there is no heading, no note and no code", "[reference]")
{
    const FilledCard card = filled(inEnglish({QStringLiteral("CCC")}));
    CHECK(card.countries.isEmpty());
    CHECK(card.numbersHeading.isEmpty());
    CHECK(card.numberNotes.isEmpty());
    CHECK_FALSE(card.scanned);
    CHECK(plainText(card) == QStringLiteral("Help\nFor all.\nYou may\nAsk.\nRest."));
}

TEST_CASE("the code is for the first number, for the chosen one, or left out", "[reference]")
{
    CardChoice choice = inEnglish({a, b});
    CHECK(filled(choice).scanned.value().link == QStringLiteral("tel:911"));
    choice.scannedLine = QStringLiteral("bbb-1");
    CHECK(filled(choice).scanned.value().link == QStringLiteral("https://wa.me/9912345"));
    choice.scannedLine = QString();
    CHECK_FALSE(filled(choice).scanned);
    CHECK(filled(choice).scanCaption.isEmpty());
}

TEST_CASE("laws are named where they are wanted", "[reference]")
{
    CardChoice choice = inEnglish({a, b});
    CHECK(filled(choice).laws.isEmpty());
    choice.withLaws = true;
    CHECK(filled(choice).laws == QStringList{QStringLiteral("Aland: Law 5 (2001)")});
}

TEST_CASE("Arabic is read from right to left, and foreign names in it keep their order", "[reference]")
{
    CardChoice choice = inEnglish({a});
    CHECK_FALSE(filled(choice).isRightToLeft);
    choice.language = QStringLiteral("ar");
    choice.withLaws = true;
    const FilledCard card = filled(choice);
    CHECK(card.isRightToLeft);
    const QChar open(0x2068);
    const QChar close(0x2069);
    CHECK(card.laws.first().contains(open + QStringLiteral("Law 5 (2001)") + close));
    CHECK(card.countries[0].numbers[1].remark.startsWith(open + QStringLiteral("Line One") + close));
}

TEST_CASE("a card that is not there in a language is not shown in another", "[reference]")
{
    const Reference all = someReference();
    CardChoice choice = inEnglish({a});
    choice.language = QStringLiteral("fr");
    CHECK(errorOf(fillCard(all, *findCard(all, QStringLiteral("help")), choice, today)) ==
          ErrorCode::NotFound);
    CHECK(findCard(all, QStringLiteral("none")) == nullptr);
}
