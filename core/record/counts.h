#pragma once

#include "record/crosstab.h"
#include "record/screening.h"

#include <QTimeZone>

namespace amparo::record {

enum class AgeGroup { Child, Adult, Unknown };
constexpr std::size_t ageGroupCount = 3;
constexpr std::size_t sexCount = 4;       // traveller::Sex
constexpr std::size_t decisionCount = 3;  // Decision
constexpr std::size_t lineCount = 2;      // Line
constexpr std::size_t adviceCount = 4;    // the decisions, and "no advice"
constexpr std::size_t noAdvice = 3;

/// The age group that the document proves. An open birth date counts only where every day it allows gives the
/// same group: statistics presume nothing, unlike protection.
AgeGroup ageGroupOn(const traveller::Traveller &traveller, QDate day);

/// What a period counts about its people and screenings, and all that is left of them once they are erased.
///
/// A *screening* is one finished form, a *person* one encounter within the period, whose last screening says
/// age, sex and decision. Kept are sums of a whole shift and of a whole day, in four small tables that are
/// never crossed with each other. They are what the signed report of that period says to its readers anyway.
/// Left out is what would narrow a sum down to somebody: names and documents, nationality, language, signs,
/// explanation and reason, officer, hour, form, case number, and any row about one screening. A period
/// with a single person still tells that one's decision and age group, to who knows already that this person
/// crossed then: whoever publishes these sums withholds small cells, as with every other figure.
struct Counts {
    std::array<int, lineCount> screenings{};                ///< by line
    Crosstab<decisionCount, ageGroupCount> decisionByAge;   ///< people, by their last decision
    Crosstab<adviceCount, decisionCount> decisionByAdvice;  ///< screenings: what was advised, what decided
    Crosstab<ageGroupCount, sexCount> ageBySex;             ///< people

    int people() const { return decisionByAge.total(); }
    int allScreenings() const { return decisionByAdvice.total(); }

    Counts &operator+=(const Counts &other);
    bool operator==(const Counts &) const = default;
};

/// The counts of one person: `screenings` are the final ones of an encounter within the period, at least one,
/// in the order in which they became final; `zone` is the post's.
Counts countsOfPerson(const QList<const Screening *> &screenings, const QTimeZone &zone);

/// The post's own day.
QDate localDay(const QDateTime &utc, const QTimeZone &zone);

}  // namespace amparo::record
