#include "traveller/traveller.h"

#include "core/traveller/vectors.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::traveller;
using namespace amparo::test;

namespace {

Traveller bornOn(QDate date)
{
    Traveller traveller;
    traveller.birthDate = date;
    return traveller;
}

Traveller fromLines(const QStringList &lines)
{
    return fromMrz(require(parseMrz(lines.join(u'\n'), mrzToday)));
}

/// Loggable only where an operator<< takes it; personal data must not.
template <class T>
concept Loggable = requires(QDebug debug, const T &value)
{
    debug << value;
};
static_assert(!Loggable<Traveller>);
static_assert(!Loggable<Mrz>);

}  // namespace

TEST_CASE("age is in completed years", "[traveller]")
{
    struct Row {
        QDate birth;
        QDate day;
        std::optional<int> age;
    };
    const auto row = GENERATE(values<Row>({
        {QDate(2008, 3, 2), QDate(2026, 3, 1), 17},
        {QDate(2008, 3, 2), QDate(2026, 3, 2), 18},
        {QDate(2026, 3, 2), QDate(2026, 3, 2), 0},
        {QDate(2026, 3, 3), QDate(2026, 3, 2), std::nullopt},
        {QDate(2008, 2, 29), QDate(2026, 2, 28), 17},
        {QDate(2008, 2, 29), QDate(2026, 3, 1), 18},
        {QDate(2008, 2, 29), QDate(2028, 2, 29), 20},
    }));
    CAPTURE(row.birth, row.day);
    CHECK(ageOn(bornOn(row.birth), row.day) == row.age);
}

TEST_CASE("who is not known to be of age is treated as a child", "[traveller]")
{
    const QDate today(2026, 3, 2);
    CHECK(isChildOrPresumed(Traveller{}, today));
    CHECK(isChildOrPresumed(bornOn(QDate(2008, 3, 3)), today));
    CHECK_FALSE(isChildOrPresumed(bornOn(QDate(2008, 3, 2)), today));

    SECTION("a year without a day counts as its last day")
    {
        Traveller traveller;
        traveller.bornNoLaterThan = QDate(2007, 12, 31);
        CHECK_FALSE(isChildOrPresumed(traveller, today));
        traveller.bornNoLaterThan = QDate(2008, 12, 31);
        CHECK(isChildOrPresumed(traveller, today));
        CHECK(ageOn(traveller, today) == std::nullopt);
    }
}

TEST_CASE("a traveller is taken over from the zone", "[traveller]")
{
    Traveller expected;
    expected.surname = QStringLiteral("MUSTERMANN");
    expected.givenNames = QStringLiteral("ERIKA");
    expected.documentCode = QStringLiteral("P");
    expected.documentNumber = QStringLiteral("C01X00T47");
    expected.issuingState = QStringLiteral("DEU");
    expected.nationality = QStringLiteral("DEU");
    expected.birthDate = QDate(1964, 8, 12);
    expected.sex = Sex::Female;
    expected.expiryDate = QDate(2027, 2, 28);
    expected.source = Traveller::Source::Mrz;
    CHECK((fromLines(mrzVectors[7]) == expected));
}

TEST_CASE("a date whose check digit fails is left to the officer", "[traveller]")
{
    QStringList lines = mrzVectors[0];
    SECTION("birth: a child is presumed")
    {
        lines[1].replace(13, 6, QStringLiteral("740813"));
        const Traveller traveller = fromLines(lines);
        CHECK(traveller.birthDate == std::nullopt);
        CHECK(traveller.bornNoLaterThan == std::nullopt);
        CHECK(isChildOrPresumed(traveller, mrzToday));
    }
    SECTION("expiry")
    {
        lines[1].replace(21, 6, QStringLiteral("120416"));
        CHECK(fromLines(lines).expiryDate == std::nullopt);
    }
}

TEST_CASE("a refugee without a birth date is presumed a child", "[traveller]")
{
    const Traveller traveller = fromLines(mrzVectors[11]);
    CHECK(traveller.nationality == QStringLiteral("XXB"));
    CHECK(traveller.birthDate == std::nullopt);
    CHECK(traveller.sex == Sex::Unspecified);
    CHECK(isChildOrPresumed(traveller, mrzToday));
}
