// What check digits can find, and what not, follows from the standard's arithmetic (Doc 9303-3, 4.9): the
// weights 7, 3 and 1 have no divisor in common with 10, so that one character replaced by another of a
// different value modulo 10 always changes the sum. A, K, U, 0 and `<` are alike, B, L, V and 1, and so on:
// those the digits cannot tell apart, nor do they cover names, codes, nationality and sex.

#include "core/traveller/vectors.h"
#include "support/catch.h"
#include "traveller/check_digit.h"
#include "traveller/mrz_json.h"
#include "traveller/mrz_layout.h"

#include <algorithm>

using namespace amparo;
using namespace amparo::traveller;
using namespace amparo::test;

namespace {

using Field = Mrz::Field;

const QString alphabet = QStringLiteral("<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

bool alikeModuloTen(QChar a, QChar b)
{
    return (characterValue(a).value() - characterValue(b).value()) % 10 == 0;
}

bool isCovered(const MrzLayout &layout, Field field)
{
    switch (field) {
    case Field::DocumentNumber:
    case Field::BirthDate:
    case Field::ExpiryDate:
    case Field::Composite:
        return true;
    case Field::OptionalData:
        return layout.hasComposite();
    default:
        return false;
    }
}

/// Fields whose values differ.
QList<Field> differences(const Mrz &a, const Mrz &b)
{
    QList<Field> fields;
    const auto add = [&](Field field, bool differs) {
        if (differs)
            fields += field;
    };
    add(Field::DocumentCode, a.documentCode != b.documentCode);
    add(Field::IssuingState, a.issuingState != b.issuingState);
    add(Field::Name, a.surname != b.surname || a.givenNames != b.givenNames ||
                         a.nameMayBeTruncated != b.nameMayBeTruncated);
    add(Field::DocumentNumber, a.documentNumber != b.documentNumber);
    add(Field::Nationality, a.nationality != b.nationality);
    add(Field::BirthDate, a.birthPrinted != b.birthPrinted);
    add(Field::Sex, a.sex != b.sex);
    add(Field::ExpiryDate, a.expiryPrinted != b.expiryPrinted);
    add(Field::OptionalData,
        a.optionalData != b.optionalData || a.secondOptionalData != b.secondOptionalData);
    return fields;
}

QList<Mrz> soundZones()
{
    QList<Mrz> sound;
    for (const QStringList &lines : mrzVectors)
        sound += require(parseMrz(lines.join(QString()), mrzToday));
    return sound;
}

struct Replaced {
    int vector;
    int place;  ///< in the joined zone
    QChar original, replacement;
};

/// Every zone with every character replaced by every other, but the first letter, which may change the
/// format.
template <class Visit> void forEachReplacement(Visit visit)
{
    for (int vector = 0; vector < mrzVectors.size(); ++vector) {
        const QString zone = mrzVectors[vector].join(QString());
        for (int place = 1; place < zone.size(); ++place) {
            for (const QChar replacement : alphabet) {
                if (replacement == zone[place])
                    continue;
                QString text = zone;
                text[place] = replacement;
                visit(Replaced{vector, place, zone[place], replacement}, text);
            }
        }
    }
}

QString described(const Replaced &fault)
{
    return QStringLiteral("vector %1, place %2, %3 for %4")
        .arg(fault.vector + 1)
        .arg(fault.place)
        .arg(fault.replacement)
        .arg(fault.original);
}

}  // namespace

TEST_CASE("one wrong character is found wherever check digits can find it", "[traveller]")
{
    const QList<Mrz> sound = soundZones();
    QStringList unnoticed;      // covered, of another value, and nothing said
    QStringList spread;         // another field changed as well
    QStringList falselyFailed;  // not covered, and yet a check failed
    int found = 0;
    forEachReplacement([&](const Replaced &fault, const QString &text) {
        const Mrz &before = sound[fault.vector];
        const MrzLayout &layout = layoutOf(before.format);
        const Field field = layout.fieldAt(fault.place);
        const Mrz after = require(parseMrz(text, mrzToday));
        const bool said = after.failedChecks || !after.corrections.isEmpty();
        const bool covered = isCovered(layout, field);
        if (covered && !alikeModuloTen(fault.original, fault.replacement)) {
            found += said;
            if (!said)
                unnoticed += described(fault);
        }
        if (!covered && after.failedChecks)
            falselyFailed += described(fault);
        for (const Field changed : differences(before, after)) {
            // A filler in a long number, or in front of one, moves the border to the optional data.
            const bool isBorder = field == Field::DocumentNumber || field == Field::OptionalData;
            if (changed != field &&
                !(isBorder && (changed == Field::OptionalData || changed == Field::DocumentNumber)))
                spread += described(fault);
        }
    });
    CHECK(unnoticed == QStringList());
    CHECK(spread == QStringList());
    CHECK(falselyFailed == QStringList());
    CHECK(found > 10'000);
}

TEST_CASE("a value that a repair or a fault may have touched never counts as proven", "[traveller]")
{
    const QList<Mrz> sound = soundZones();
    QStringList trusted;
    forEachReplacement([&](const Replaced &fault, const QString &text) {
        const Mrz &before = sound[fault.vector];
        const Mrz after = require(parseMrz(text, mrzToday));
        if (alikeModuloTen(fault.original, fault.replacement))
            return;
        for (const Field field : differences(before, after)) {
            if (validityOf(after, field) == Mrz::Validity::Proven)
                trusted += described(fault);
        }
    });
    CHECK(trusted == QStringList());
}

TEST_CASE("check digits cannot tell G from 6, nor L from 1", "[traveller]")
{
    QStringList lines = mrzVectors[0];  // L898902C36
    lines[1][0] = u'1';
    const Mrz mrz = require(parseMrz(lines.join(QString()), mrzToday));
    CHECK(mrz.documentNumber == QStringLiteral("1898902C3"));
    CHECK_FALSE(mrz.failedChecks);
    CHECK(checkDigit(u"AB6") == checkDigit(u"ABG"));
}
