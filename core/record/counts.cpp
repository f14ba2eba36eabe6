#include "record/counts.h"

namespace amparo::record {

AgeGroup ageGroupOn(const traveller::Traveller &traveller, QDate day)
{
    constexpr int majority = 18;
    const auto groupOf = [&](QDate birth) {
        traveller::Traveller born;
        born.birthDate = birth;
        const std::optional<int> age = traveller::ageOn(born, day);
        return !age ? AgeGroup::Unknown : *age < majority ? AgeGroup::Child : AgeGroup::Adult;
    };
    if (traveller.birthDate)
        return groupOf(*traveller.birthDate);
    if (!traveller.bornNoLaterThan)
        return AgeGroup::Unknown;
    // The year is known where this is set, so that the earliest day is its first.
    const AgeGroup youngest = groupOf(*traveller.bornNoLaterThan);
    const AgeGroup oldest = groupOf(QDate(traveller.bornNoLaterThan->year(), 1, 1));
    return youngest == oldest ? youngest : AgeGroup::Unknown;
}

QDate localDay(const QDateTime &utc, const QTimeZone &zone) { return utc.toTimeZone(zone).date(); }

Counts &Counts::operator+=(const Counts &other)
{
    for (std::size_t line = 0; line < lineCount; ++line)
        screenings[line] += other.screenings[line];
    decisionByAge += other.decisionByAge;
    decisionByAdvice += other.decisionByAdvice;
    ageBySex += other.ageBySex;
    return *this;
}

Counts countsOfPerson(const QList<const Screening *> &screenings, const QTimeZone &zone)
{
    Counts counts;
    for (const Screening *screening : screenings) {
        ++counts.screenings[std::size_t(screening->line)];
        counts.decisionByAdvice.count(screening->advice ? std::size_t(screening->advice->recommended)
                                                        : noAdvice,
                                      std::size_t(screening->verdict->decision));
    }
    const Screening &last = *screenings.last();
    const auto age = std::size_t(ageGroupOn(last.traveller, localDay(*last.finalisedAt, zone)));
    counts.decisionByAge.count(std::size_t(last.verdict->decision), age);
    counts.ageBySex.count(age, std::size_t(last.traveller.sex));
    return counts;
}

}  // namespace amparo::record
