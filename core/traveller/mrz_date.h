#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace amparo::traveller {

/// In completed years: who is younger is a child (Convention on the Rights of the Child, article 1).
constexpr int fullAge = 18;

/// A date as a machine readable zone prints it, YYMMDD, of which parts may be open.
struct PrintedDate {
    enum class State {
        Complete,
        Partial,     ///< at least one of year, month and day is left open
        Unknown,     ///< all are left open
        Impossible,  ///< no such day, or letters: a finding for the officer, never set right by guess
    };

    QString text;  ///< the six places, fillers included
    State state = State::Unknown;
    std::optional<int> year;  ///< with its century
    std::optional<int> month;
    std::optional<int> day;

    /// nullopt unless the date is complete.
    std::optional<QDate> date() const;

    /// The last day that the known parts allow; nullopt where the year is open or the date impossible.
    std::optional<QDate> latest() const;

    bool operator==(const PrintedDate &) const = default;
};

/// Reads a date of birth. Its century: the latest that does not put the date after `today`.
///
/// `<<` or `00` leaves a month or a day open, `<<` a year; `000000` is unknown altogether, as some issuers
/// print.
PrintedDate birthDateFrom(QStringView sixPlaces, QDate today);

/// Reads a date of expiry. Its century: the latest that is at most 60 years ahead, hence never 40 years past.
/// Cards without an expiry fill it, so that it is Unknown.
PrintedDate expiryDateFrom(QStringView sixPlaces, QDate today);

}  // namespace amparo::traveller
