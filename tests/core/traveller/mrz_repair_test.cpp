#include "core/traveller/vectors.h"
#include "support/catch.h"
#include "traveller/check_digit.h"
#include "traveller/mrz.h"

using namespace amparo;
using namespace amparo::traveller;
using namespace amparo::test;

namespace {

using Field = Mrz::Field;
using Validity = Mrz::Validity;

struct Slip {
    int line;
    int column;
    QChar read;
};

/// A sound zone, read with slips.
QString misread(int vector, const QList<Slip> &slips)
{
    QStringList lines = mrzVectors[vector];
    for (const Slip &slip : slips)
        lines[slip.line - 1][slip.column - 1] = slip.read;
    return lines.join(u'\n');
}

}  // namespace

TEST_CASE("usual misreadings are set right where the zone proves them, and listed", "[traveller]")
{
    struct Row {
        QString what;
        int vector;
        QList<Slip> slips;
        Field field;
    };
    const auto t = [](const char *text) { return QString::fromLatin1(text); };
    const QList<Row> rows{
        {t("birth date"), 0, {{2, 16, u'O'}}, Field::BirthDate},
        {t("several letters in a birth date"),
         0,
         {{2, 16, u'O'}, {2, 17, u'B'}, {2, 18, u'I'}},
         Field::BirthDate},
        {t("the birth date's check digit"), 0, {{2, 20, u'Z'}}, Field::BirthDate},
        {t("expiry date"), 0, {{2, 22, u'I'}, {2, 27, u'S'}}, Field::ExpiryDate},
        {t("composite"), 0, {{2, 44, u'O'}}, Field::Composite},
        {t("the optional data's check digit"), 0, {{2, 43, u'I'}}, Field::OptionalData},
        {t("document number"), 0, {{2, 6, u'O'}}, Field::DocumentNumber},
        {t("the number's check digit"), 0, {{2, 10, u'G'}}, Field::DocumentNumber},
        {t("a long number"), 5, {{1, 11, u'S'}}, Field::DocumentNumber},
        {t("the check digit of a long number"), 8, {{1, 18, u'B'}}, Field::DocumentNumber},
        {t("name"), 0, {{1, 8, u'1'}}, Field::Name},
        {t("nationality"), 0, {{2, 13, u'0'}}, Field::Nationality},
        {t("issuing State"), 0, {{1, 5, u'0'}}, Field::IssuingState},
        {t("document code"), 1, {{1, 1, u'1'}}, Field::DocumentCode},
    };
    for (const Row &row : rows) {
        CAPTURE(row.what);
        const Mrz sound = readText(mrzVectors[row.vector].join(u'\n'));
        Mrz mrz = readText(misread(row.vector, row.slips));
        REQUIRE(mrz.corrections.size() == row.slips.size());
        for (qsizetype i = 0; i < row.slips.size(); ++i) {
            const Slip &slip = row.slips[i];
            const QChar right = mrzVectors[row.vector][slip.line - 1][slip.column - 1];
            CHECK(
                (mrz.corrections[i] == Mrz::Correction{row.field, slip.line, slip.column, slip.read, right}));
        }
        CHECK((validityOf(mrz, row.field) == Validity::Repaired));
        mrz.corrections.clear();
        CHECK((mrz == sound));
    }
}

TEST_CASE("slips in several fields are set right together", "[traveller]")
{
    const Mrz sound = readText(mrzVectors[0].join(u'\n'));
    Mrz mrz = readText(misread(0, {{2, 6, u'O'}, {2, 16, u'O'}, {2, 25, u'A'}, {2, 44, u'O'}}));
    CHECK(mrz.failedChecks.testFlag(Mrz::Check::ExpiryDate));  // an A is taken for no digit
    CHECK(mrz.birthDate == sound.birthDate);

    mrz = readText(misread(0, {{2, 6, u'O'}, {2, 16, u'O'}, {2, 44, u'O'}}));
    CHECK(mrz.corrections.size() == 3);
    mrz.corrections.clear();
    CHECK((mrz == sound));
}

TEST_CASE("a repair that is not the only one is not made", "[traveller]")
{
    // One O of three was a 0; all have the same weight, so that the sums do not tell which.
    const QString number = QStringLiteral("012O12O12");
    const QString rest = QStringLiteral("74081221204159<<<<<<<<<<<<<<<");
    const QString digit = QString::number(checkDigit(number).value());
    const QString composite = QString::number(checkDigit(number + digit + rest).value());
    QStringList lines = mrzVectors[0];
    lines[1] =
        QStringLiteral("O12O12O12") + digit + QStringLiteral("UTO7408122F1204159<<<<<<<<<<<<<<<") + composite;
    const Mrz mrz = readText(lines.join(u'\n'));
    CHECK(mrz.failedChecks.testFlag(Mrz::Check::DocumentNumber));
    CHECK(mrz.documentNumber == QStringLiteral("O12O12O12"));
    CHECK(mrz.corrections.isEmpty());
}

TEST_CASE("a number is repaired only if the composite agrees as well", "[traveller]")
{
    const Mrz mrz = readText(misread(0, {{2, 6, u'O'}, {2, 44, u'7'}}));
    CHECK(mrz.documentNumber == QStringLiteral("L8989O2C3"));
    CHECK((mrz.failedChecks == (Mrz::Check::DocumentNumber | Mrz::Check::Composite)));
    CHECK(mrz.corrections.isEmpty());
}

TEST_CASE("a date that its check digit does not prove stays as it was read", "[traveller]")
{
    const Mrz mrz = readText(misread(0, {{2, 14, u'O'}}));  // 040812 has another digit than 740812
    CHECK(mrz.birthPrinted.text == QStringLiteral("O40812"));
    CHECK(mrz.failedChecks.testFlag(Mrz::Check::BirthDate));
    CHECK(mrz.warnings.testFlag(Mrz::Warning::ImpossibleBirthDate));
    CHECK(mrz.corrections.isEmpty());
}

TEST_CASE("a State is repaired only if one code then is known", "[traveller]")
{
    struct Row {
        QString read;
        QString state;
        bool known;
    };
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("B0L"), QStringLiteral("BOL"), true},
        {QStringLiteral("8RA"), QStringLiteral("BRA"), true},
        {QStringLiteral("C0L"), QStringLiteral("COL"), true},
        {QStringLiteral("0<<"), QStringLiteral("D"), true},
        {QStringLiteral("1R0"), QStringLiteral("IRQ"), true},   // no IRO, IRD, LRO, LRD, LRQ
        {QStringLiteral("GB0"), QStringLiteral("GB0"), false},  // GBD or GBO
        {QStringLiteral("9ER"), QStringLiteral("9ER"), false},
        {QStringLiteral("C0D"), QStringLiteral("COD"), true},
        {QStringLiteral("P0L"), QStringLiteral("POL"), true},
    }));
    CAPTURE(row.read);
    QStringList lines = mrzVectors[0];
    lines[0].replace(2, 3, row.read);
    const Mrz mrz = readText(lines.join(u'\n'));
    CHECK(mrz.issuingState == row.state);
    CHECK(mrz.warnings.testFlag(Mrz::Warning::UnknownIssuingState) != row.known);
    CHECK(mrz.corrections.isEmpty() != row.known);
}

TEST_CASE("a visa has no composite; the number's own digit is all the proof there is", "[traveller]")
{
    const Mrz mrz = readText(misread(3, {{2, 7, u'O'}}));
    CHECK(mrz.documentNumber == QStringLiteral("L8988901C"));
    CHECK((validityOf(mrz, Field::DocumentNumber) == Validity::Repaired));
}

TEST_CASE("what stands for a letter or digit by right is left alone", "[traveller]")
{
    const Mrz mrz = readText(misread(7, {}));
    CHECK(mrz.documentNumber == QStringLiteral("C01X00T47"));
    CHECK(mrz.corrections.isEmpty());
}
