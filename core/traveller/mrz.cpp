#include "traveller/mrz.h"

#include "traveller/country.h"
#include "traveller/mrz_input.h"
#include "traveller/mrz_name.h"
#include "traveller/mrz_repair.h"

#include <algorithm>

namespace amparo::traveller {

namespace {

using Field = Mrz::Field;
using Validity = Mrz::Validity;
using Warning = Mrz::Warning;

constexpr int unsureCenturyUpTo = 5;
constexpr int oldestLikely = 105;

QString withoutFillers(QStringView field) { return field.toString().remove(QLatin1Char('<')); }

/// Optional data may have fillers inside; only those at its end are none of it.
QString withoutFillersAtEnd(QStringView field)
{
    while (field.endsWith(QLatin1Char('<')))
        field.chop(1);
    return field.toString();
}

void readCodes(Mrz &mrz, QStringView zone, const MrzLayout &layout)
{
    mrz.documentCode = withoutFillers(layout.documentCode.of(zone));
    mrz.issuingState = withoutFillers(layout.issuingState.of(zone));
    mrz.nationality = withoutFillers(layout.nationality.of(zone));
    const bool usual =
        !mrz.documentCode.isEmpty() && QStringView(u"PVAIC").contains(mrz.documentCode.front());
    mrz.warnings.setFlag(Warning::UnusualDocumentCode, !usual);
    const std::optional<Country> issuer = countryFor(mrz.issuingState);
    const std::optional<Country> nationality = countryFor(mrz.nationality);
    mrz.warnings.setFlag(Warning::UnknownIssuingState, !issuer);
    mrz.warnings.setFlag(Warning::UnknownNationality, !nationality);
    const auto isSpecimen = [](const std::optional<Country> &country) {
        return country && country->kind == Country::Kind::Specimen;
    };
    mrz.warnings.setFlag(Warning::Specimen, isSpecimen(issuer) || isSpecimen(nationality));
}

void readName(Mrz &mrz, QStringView zone, const MrzLayout &layout)
{
    const MrzName name = nameFrom(layout.name.of(zone));
    mrz.surname = name.surname;
    mrz.givenNames = name.givenNames;
    mrz.nameMayBeTruncated = name.mayBeTruncated;
    mrz.warnings.setFlag(Warning::MissingName, name.surname.isEmpty());
    mrz.warnings.setFlag(Warning::MalformedName, name.malformed);
}

void readNumbers(Mrz &mrz, QStringView zone, const MrzLayout &layout)
{
    const MrzNumber number = numberOf(zone, layout);
    mrz.documentNumber = number.text;
    QStringView rest = layout.optional.of(zone).sliced(number.usedOfOptional);
    if (number.usedOfOptional > 0 && rest.startsWith(QLatin1Char('<')))
        rest = rest.sliced(1);  // ends the number
    mrz.optionalData = withoutFillersAtEnd(rest);
    mrz.secondOptionalData = withoutFillersAtEnd(layout.secondOptional.of(zone));
}

void readSex(Mrz &mrz, QChar printed)
{
    switch (printed.unicode()) {
    case u'F':
        mrz.sex = Sex::Female;
        break;
    case u'M':
        mrz.sex = Sex::Male;
        break;
    case u'X':
        mrz.sex = Sex::X;
        break;
    default:
        mrz.sex = Sex::Unspecified;
        break;
    }
    mrz.warnings.setFlag(Warning::ImpossibleSex, !QStringView(u"FMX<").contains(printed));
}

/// The last anniversary is enough to count whole years, whether or not the day itself exists that year.
int yearsSince(QDate birth, QDate today)
{
    const bool ahead = std::pair(today.month(), today.day()) < std::pair(birth.month(), birth.day());
    return today.year() - birth.year() - (ahead ? 1 : 0);
}

void readDates(Mrz &mrz, QStringView zone, const MrzLayout &layout, QDate today)
{
    mrz.birthPrinted = birthDateFrom(layout.birth.of(zone), today);
    mrz.birthDate = mrz.birthPrinted.date();
    mrz.expiryPrinted = expiryDateFrom(layout.expiry.of(zone), today);
    mrz.expiryDate = mrz.expiryPrinted.date();
    using State = PrintedDate::State;
    mrz.warnings.setFlag(Warning::ImpossibleBirthDate, mrz.birthPrinted.state == State::Impossible);
    mrz.warnings.setFlag(Warning::ImpossibleExpiryDate, mrz.expiryPrinted.state == State::Impossible);
    if (const std::optional<QDate> latest = mrz.birthPrinted.latest()) {
        const int age = yearsSince(std::min(*latest, today), today);
        mrz.warnings.setFlag(Warning::CenturyUnsure, age <= unsureCenturyUpTo);
        mrz.warnings.setFlag(Warning::AgeNearEighteen, age == fullAge || age == fullAge - 1);
        mrz.warnings.setFlag(Warning::AgeOver105, age > oldestLikely);
    }
}

bool isImpossible(const Mrz &mrz, Field field)
{
    switch (field) {
    case Field::DocumentCode:
        return mrz.warnings.testFlag(Warning::UnusualDocumentCode);
    case Field::IssuingState:
        return mrz.warnings.testFlag(Warning::UnknownIssuingState);
    case Field::Nationality:
        return mrz.warnings.testFlag(Warning::UnknownNationality);
    case Field::BirthDate:
        return mrz.warnings.testFlag(Warning::ImpossibleBirthDate);
    case Field::ExpiryDate:
        return mrz.warnings.testFlag(Warning::ImpossibleExpiryDate);
    case Field::Sex:
        return mrz.warnings.testFlag(Warning::ImpossibleSex);
    case Field::Name:
    case Field::DocumentNumber:
    case Field::OptionalData:
    case Field::Composite:
        return false;
    }
    Q_UNREACHABLE();
}

bool isAbsent(const Mrz &mrz, Field field)
{
    switch (field) {
    case Field::Name:
        return mrz.surname.isEmpty();
    case Field::DocumentNumber:
        return mrz.documentNumber.isEmpty();
    case Field::BirthDate:
        return mrz.birthPrinted.state == PrintedDate::State::Unknown;
    case Field::ExpiryDate:
        return mrz.expiryPrinted.state == PrintedDate::State::Unknown;
    case Field::Sex:
        return mrz.sex == Sex::Unspecified;
    case Field::OptionalData:
        return mrz.optionalData.isEmpty() && mrz.secondOptionalData.isEmpty();
    case Field::Composite:
        return !layoutOf(mrz.format).hasComposite();
    case Field::DocumentCode:
    case Field::IssuingState:
    case Field::Nationality:
        return false;
    }
    Q_UNREACHABLE();
}

/// The check that covers a field best: its own, else the composite; none for what the holder's page alone
/// proves.
std::optional<Mrz::Check> checkOf(const MrzLayout &layout, Field field)
{
    const auto composite = layout.hasComposite() ? std::optional(Mrz::Check::Composite) : std::nullopt;
    switch (field) {
    case Field::DocumentNumber:
        return Mrz::Check::DocumentNumber;
    case Field::BirthDate:
        return Mrz::Check::BirthDate;
    case Field::ExpiryDate:
        return Mrz::Check::ExpiryDate;
    case Field::OptionalData:
        return layout.optionalCheck.length > 0 ? std::optional(Mrz::Check::OptionalData) : composite;
    case Field::Composite:
        return composite;
    case Field::DocumentCode:
    case Field::IssuingState:
    case Field::Name:
    case Field::Nationality:
    case Field::Sex:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// The composite fails and no other check explains it, so that what only the composite covers is in doubt: a
/// card's optional data, and with them the end of a number that may go on there.
bool isFailed(const Mrz &mrz, Field field)
{
    const MrzLayout &layout = layoutOf(mrz.format);
    const bool compositeAlone = mrz.failedChecks == Mrz::Checks(Mrz::Check::Composite);
    if (field == Field::DocumentNumber && layout.continuesNumber() && compositeAlone)
        return mrz.documentNumber.size() > layout.number.length || !mrz.optionalData.isEmpty();
    const std::optional<Mrz::Check> check = checkOf(layout, field);
    if (field == Field::OptionalData && check == Mrz::Check::Composite)
        return compositeAlone;
    return check && mrz.failedChecks.testFlag(*check);
}

/// To be asked of a field that has not failed.
bool isProven(const Mrz &mrz, Field field)
{
    const std::optional<Mrz::Check> check = checkOf(layoutOf(mrz.format), field);
    return check && !mrz.failedChecks.testFlag(*check);
}

}  // namespace

Result<Mrz> parseMrz(QStringView text, QDate today)
{
    Q_ASSERT(today.isValid());
    const Result<MrzZone> recognised = recogniseZone(text);
    if (!recognised)
        return tl::make_unexpected(recognised.error());
    const MrzLayout &layout = layoutOf(recognised->format);
    const QString zone = repaired(recognised->text, layout);

    Mrz mrz;
    mrz.format = layout.format;
    mrz.warnings = recognised->warnings;
    mrz.corrections = correctionsBetween(recognised->text, zone, layout);
    mrz.failedChecks = failedChecksOf(zone, layout);
    readCodes(mrz, zone, layout);
    readName(mrz, zone, layout);
    readNumbers(mrz, zone, layout);
    readSex(mrz, layout.sex.of(zone).front());
    readDates(mrz, zone, layout, today);
    return mrz;
}

Validity validityOf(const Mrz &mrz, Field field)
{
    if (isFailed(mrz, field))
        return Validity::Failed;
    if (isImpossible(mrz, field))
        return Validity::Impossible;
    if (isAbsent(mrz, field))
        return Validity::Absent;
    if (std::ranges::any_of(mrz.corrections, [&](const auto &one) { return one.field == field; }))
        return Validity::Repaired;
    return isProven(mrz, field) ? Validity::Proven : Validity::Unproven;
}

}  // namespace amparo::traveller
