#include "traveller/mrz.h"

#include "core/traveller/vectors.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::traveller;
using namespace amparo::test;

namespace {

using Check = Mrz::Check;
using Validity = Mrz::Validity;
using Warning = Mrz::Warning;

Mrz readLines(const QStringList &lines) { return require(parseMrz(lines.join(u'\n'), mrzToday)); }

/// The passport of the specimen with other text at a place of its second line, from 1.
QStringList passportWith(int column, const QString &text)
{
    QStringList lines = mrzVectors[0];
    lines[1].replace(column - 1, text.size(), text);
    return lines;
}

}  // namespace

TEST_CASE("the specimens of ICAO Doc 9303 pass every check", "[traveller]")
{
    const QStringList lines = GENERATE(from_range(mrzVectors));
    CAPTURE(lines);
    const Mrz mrz = readLines(lines);
    CHECK(int(mrz.failedChecks) == 0);
    CHECK(mrz.corrections.isEmpty());
}

TEST_CASE("each format is read from its own places", "[traveller]")
{
    struct Row {
        int vector;
        Mrz::Format format;
        QString code, state, nationality, surname, given, number;
        std::optional<QDate> birth;
        Sex sex;
        std::optional<QDate> expiry;
        QString optional, second;
    };
    const auto t = [](const char *text) { return QString::fromLatin1(text); };
    using Format = Mrz::Format;
    const QList<Row> rows{
        {0,
         Format::Td3,
         t("P"),
         t("UTO"),
         t("UTO"),
         t("ERIKSSON"),
         t("ANNA MARIA"),
         t("L898902C3"),
         QDate(1974, 8, 12),
         Sex::Female,
         QDate(2012, 4, 15),
         t("ZE184226B"),
         {}},
        {1,
         Format::Td1,
         t("I"),
         t("UTO"),
         t("UTO"),
         t("ERIKSSON"),
         t("ANNA MARIA"),
         t("D23145890"),
         QDate(1974, 8, 12),
         Sex::Female,
         QDate(2012, 4, 15),
         {},
         {}},
        {2,
         Format::Td2,
         t("I"),
         t("UTO"),
         t("UTO"),
         t("ERIKSSON"),
         t("ANNA MARIA"),
         t("D23145890"),
         QDate(1974, 8, 12),
         Sex::Female,
         QDate(2012, 4, 15),
         {},
         {}},
        {3,
         Format::MrvA,
         t("V"),
         t("UTO"),
         t("XXX"),
         t("ERIKSSON"),
         t("ANNA MARIA"),
         t("L8988901C"),
         QDate(1940, 9, 7),
         Sex::Female,
         QDate(1996, 12, 10),
         t("6ZE184226B"),
         {}},
        {4,
         Format::MrvB,
         t("V"),
         t("UTO"),
         t("XXX"),
         t("ERIKSSON"),
         t("ANNA MARIA"),
         t("L8988901C"),
         QDate(1940, 9, 7),
         Sex::Female,
         QDate(1996, 12, 10),
         {},
         {}},
        {5,
         Format::Td1,
         t("I"),
         t("UTO"),
         t("UTO"),
         t("STEVENSON"),
         t("PETER JOHN"),
         t("D23145890734"),
         QDate(1934, 7, 12),
         Sex::Male,
         QDate(1995, 7, 12),
         {},
         {}},
        {6,
         Format::Td2,
         t("I"),
         t("UTO"),
         t("UTO"),
         t("STEVENSON"),
         t("PETER JOHN"),
         t("D23145890734"),
         QDate(1934, 7, 12),
         Sex::Male,
         QDate(1995, 7, 12),
         {},
         {}},
        {7,
         Format::Td3,
         t("P"),
         t("D"),
         t("D"),
         t("MUSTERMANN"),
         t("ERIKA"),
         t("C01X00T47"),
         QDate(1964, 8, 12),
         Sex::Female,
         QDate(2027, 2, 28),
         {},
         {}},
        {8,
         Format::Td1,
         t("I"),
         t("UTO"),
         t("UTO"),
         t("MAMANI QUISPE"),
         t("ROSA"),
         t("K0000001212"),
         QDate(1990, 1, 1),
         Sex::Female,
         QDate(2035, 12, 31),
         {},
         {}},
        {9,
         Format::Td3,
         t("P"),
         t("UTO"),
         t("UTO"),
         t("NUNEZ PENA"),
         t("JOSE MARIA"),
         t("A0000001"),
         QDate(1985, 1, 1),
         Sex::Male,
         QDate(2035, 1, 1),
         {},
         {}},
        {10,
         Format::Td3,
         t("P"),
         t("UTO"),
         t("UTO"),
         t("SOUZA E SILVA"),
         t("MARIA DA CONCEICAO"),
         t("FZ000001"),
         QDate(2012, 2, 29),
         Sex::Female,
         QDate(2030, 2, 28),
         {},
         {}},
        {11,
         Format::Td3,
         t("P"),
         t("UTO"),
         t("XXB"),
         t("DOE"),
         {},
         t("X00000002"),
         std::nullopt,
         Sex::Unspecified,
         QDate(2029, 12, 31),
         {},
         {}},
    };
    for (const Row &row : rows) {
        CAPTURE(row.vector);
        const Mrz mrz = readLines(mrzVectors[row.vector]);
        CHECK((mrz.format == row.format));
        CHECK(mrz.documentCode == row.code);
        CHECK(mrz.issuingState == row.state);
        CHECK(mrz.nationality == row.nationality);
        CHECK(mrz.surname == row.surname);
        CHECK(mrz.givenNames == row.given);
        CHECK_FALSE(mrz.nameMayBeTruncated);
        CHECK(mrz.documentNumber == row.number);
        CHECK(mrz.birthDate == row.birth);
        CHECK((mrz.sex == row.sex));
        CHECK(mrz.expiryDate == row.expiry);
        CHECK(mrz.optionalData == row.optional);
        CHECK(mrz.secondOptionalData == row.second);
    }
}

TEST_CASE("a check digit that disagrees is named and the value kept", "[traveller]")
{
    struct Row {
        int column;
        QString text;
        Mrz::Checks failed;
    };
    const auto row = GENERATE(values<Row>({
        {1, QStringLiteral("M"), Check::DocumentNumber | Check::Composite},
        {14, QStringLiteral("8"), Check::BirthDate | Check::Composite},
        {22, QStringLiteral("2"), Check::ExpiryDate | Check::Composite},
        {30, QStringLiteral("F"), Check::OptionalData | Check::Composite},
        {44, QStringLiteral("1"), Check::Composite},
    }));
    CAPTURE(row.column);
    CHECK((readLines(passportWith(row.column, row.text)).failedChecks == row.failed));
    CHECK(readLines(passportWith(1, QStringLiteral("M"))).documentNumber == QStringLiteral("M898902C3"));
}

TEST_CASE("the check digit of a long number does not count the filler", "[traveller]")
{
    QStringList lines = mrzVectors[8];
    lines[0].replace(QStringLiteral("<128"), QStringLiteral("<120"));  // 0 would be right with the filler
    CHECK(readLines(lines).failedChecks.testFlag(Check::DocumentNumber));
}

TEST_CASE("data after a long number are the optional data", "[traveller]")
{
    QStringList lines = mrzVectors[5];
    lines[0] = QStringLiteral("I<UTOD23145890<7349<AB<1<<<<<<");
    const Mrz mrz = readLines(lines);
    CHECK(mrz.documentNumber == QStringLiteral("D23145890734"));
    CHECK(mrz.optionalData == QStringLiteral("AB<1"));
}

TEST_CASE("an impossible date is a finding, not a guess", "[traveller]")
{
    const Mrz mrz = readLines(passportWith(14, QStringLiteral("7413128")));
    CHECK(int(mrz.failedChecks & Check::BirthDate) == 0);  // 8 is the digit over 741312
    CHECK(mrz.birthDate == std::nullopt);
    CHECK(mrz.birthPrinted.text == QStringLiteral("741312"));
    CHECK(mrz.warnings.testFlag(Warning::ImpossibleBirthDate));
    CHECK((validityOf(mrz, Mrz::Field::BirthDate) == Validity::Impossible));
}

TEST_CASE("what calls for a second look is a warning", "[traveller]")
{
    const Mrz::Warnings specimen = Warning::Specimen;
    SECTION("a nationality that no list has")
    {
        CHECK((readLines(passportWith(11, QStringLiteral("QQQ"))).warnings ==
               (specimen | Warning::UnknownNationality)));
    }
    SECTION("a sex that documents do not print")
    {
        const Mrz mrz = readLines(passportWith(21, QStringLiteral("W")));
        CHECK((mrz.warnings == (specimen | Warning::ImpossibleSex)));
        CHECK((mrz.sex == Sex::Unspecified));
        CHECK((validityOf(mrz, Mrz::Field::Sex) == Validity::Impossible));
    }
    SECTION("X is printed, though the standard fills it in the zone")
    {
        CHECK((readLines(passportWith(21, QStringLiteral("X"))).sex == Sex::X));
    }
    SECTION("no name")
    {
        QStringList lines = mrzVectors[0];
        lines[0] = QStringLiteral("P<UTO").leftJustified(44, u'<');
        const Mrz mrz = readLines(lines);
        CHECK(mrz.warnings.testFlag(Warning::MissingName));
        CHECK((validityOf(mrz, Mrz::Field::Name) == Validity::Absent));
    }
    SECTION("a document code of no travel document")
    {
        QStringList lines = mrzVectors[0];
        lines[0].replace(0, 1, u'K');
        CHECK(readLines(lines).warnings.testFlag(Warning::UnusualDocumentCode));
    }
}

TEST_CASE("ages at which a misread year matters are warned of", "[traveller]")
{
    struct Row {
        QString birth;
        QDate today;
        Mrz::Warnings warnings;
    };
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("260302"), QDate(2026, 3, 2), Warning::CenturyUnsure},
        {QStringLiteral("200303"), QDate(2026, 3, 2), Warning::CenturyUnsure},    // 5 years and 364 days
        {QStringLiteral("200302"), QDate(2026, 3, 2), {}},                        // 6
        {QStringLiteral("260303"), QDate(2026, 3, 2), {}},                        // tomorrow, so 1926
        {QStringLiteral("090302"), QDate(2026, 3, 2), Warning::AgeNearEighteen},  // 17
        {QStringLiteral("090303"), QDate(2026, 3, 2), {}},                        // 16
        {QStringLiteral("070303"), QDate(2026, 3, 2), Warning::AgeNearEighteen},  // the last day of 18
        {QStringLiteral("070302"), QDate(2026, 3, 2), {}},
        {QStringLiteral("000229"), QDate(2110, 3, 2), Warning::AgeOver105},  // 2100 has no 29 February
    }));
    CAPTURE(row.birth, row.today);
    QStringList lines = mrzVectors[0];
    lines[1].replace(13, 6, row.birth);
    const Mrz mrz = require(parseMrz(lines.join(u'\n'), row.today));
    CHECK((mrz.warnings == (row.warnings | Warning::Specimen)));
}

TEST_CASE("every field says how far it can be relied on", "[traveller]")
{
    using Field = Mrz::Field;
    SECTION("a sound passport")
    {
        const Mrz mrz = readLines(mrzVectors[0]);
        for (const Field field : {Field::DocumentNumber, Field::BirthDate, Field::ExpiryDate,
                                  Field::OptionalData, Field::Composite})
            CHECK((validityOf(mrz, field) == Validity::Proven));
        for (const Field field :
             {Field::DocumentCode, Field::IssuingState, Field::Name, Field::Nationality, Field::Sex})
            CHECK((validityOf(mrz, field) == Validity::Unproven));
    }
    SECTION("a visa has no composite, and nothing proves its optional data")
    {
        const Mrz mrz = readLines(mrzVectors[3]);
        CHECK((validityOf(mrz, Field::Composite) == Validity::Absent));
        CHECK((validityOf(mrz, Field::OptionalData) == Validity::Unproven));
    }
    SECTION("what a document leaves open is absent")
    {
        const Mrz mrz = readLines(mrzVectors[11]);
        for (const Field field : {Field::BirthDate, Field::Sex, Field::OptionalData})
            CHECK((validityOf(mrz, field) == Validity::Absent));
    }
    SECTION("a card's optional data stand and fall with the composite alone")
    {
        QStringList lines = mrzVectors[1];
        lines[0].replace(15, 3, QStringLiteral("AB1"));
        CHECK((validityOf(readLines(lines), Field::OptionalData) == Validity::Failed));
        lines[1].replace(0, 1, u'8');  // now the birth date explains it
        const Mrz mrz = readLines(lines);
        CHECK((validityOf(mrz, Field::OptionalData) == Validity::Unproven));
        CHECK((validityOf(mrz, Field::BirthDate) == Validity::Failed));
    }
}
