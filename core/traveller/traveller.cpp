#include "traveller/traveller.h"

#include "traveller/country.h"

namespace amparo::traveller {

namespace {

int completedYears(QDate birth, QDate day)
{
    const int years = day.year() - birth.year();
    const bool birthdayAhead =
        day.month() < birth.month() || (day.month() == birth.month() && day.day() < birth.day());
    return birthdayAhead ? years - 1 : years;
}

}  // namespace

Traveller fromMrz(const Mrz &mrz)
{
    Traveller traveller;
    traveller.surname = mrz.surname;
    traveller.givenNames = mrz.givenNames;
    traveller.documentCode = mrz.documentCode;
    traveller.documentNumber = mrz.documentNumber;
    traveller.issuingState = isoOf(mrz.issuingState);
    traveller.nationality = isoOf(mrz.nationality);
    if (!mrz.failedChecks.testFlag(Mrz::Check::BirthDate)) {
        traveller.birthDate = mrz.birthDate;
        if (!mrz.birthDate)
            traveller.bornNoLaterThan = mrz.birthPrinted.latest();
    }
    traveller.sex = mrz.sex;
    if (!mrz.failedChecks.testFlag(Mrz::Check::ExpiryDate))
        traveller.expiryDate = mrz.expiryDate;
    traveller.source = Traveller::Source::Mrz;
    return traveller;
}

std::optional<int> ageOn(const Traveller &traveller, QDate day)
{
    if (!traveller.birthDate || *traveller.birthDate > day)
        return std::nullopt;
    return completedYears(*traveller.birthDate, day);
}

bool isChildOrPresumed(const Traveller &traveller, QDate today)
{
    const std::optional<QDate> latest = traveller.birthDate ? traveller.birthDate : traveller.bornNoLaterThan;
    return !latest || completedYears(*latest, today) < fullAge;
}

}  // namespace amparo::traveller
