// Two digits of a year say nothing of the century. A limit does: the latest year of that ending whose
// earliest day, as far as month and day are known, does not pass the limit. A birth is never in the future; a
// document is at most 60 years from its end.
#include "traveller/mrz_date.h"

#include <algorithm>

namespace amparo::traveller {

namespace {

constexpr int longestValidityInYears = 60;

bool isDigit(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }
bool isOpen(QStringView pair) { return pair == QLatin1StringView("<<"); }

struct Pair {
    bool readable = false;
    std::optional<int> number;
};

Pair pairAt(QStringView text, qsizetype place)
{
    const QStringView pair = text.mid(place, 2);
    if (isOpen(pair))
        return {true, std::nullopt};
    if (!std::ranges::all_of(pair, isDigit))
        return {};
    return {true, pair.toInt()};
}

/// Month and day: there is no zeroth, issuers print it for "not known".
Pair partAt(QStringView text, qsizetype place)
{
    Pair part = pairAt(text, place);
    if (part.number == 0)
        part.number.reset();
    return part;
}

bool exists(int year, std::optional<int> month, std::optional<int> day)
{
    // Without a month any day up to the 31st can be; without a day its first stands for all.
    return QDate::isValid(year, month.value_or(1), day.value_or(1));
}

QDate firstDay(int year, std::optional<int> month, std::optional<int> day)
{
    return {year, month.value_or(1), day.value_or(1)};
}

/// The latest year of this ending that exists with month and day and does not pass the limit.
std::optional<int> fullYear(int ending, std::optional<int> month, std::optional<int> day, QDate limit)
{
    int year = limit.year() - limit.year() % 100 + ending;
    for (int century = 0; century < 2; ++century, year -= 100) {
        if (exists(year, month, day) && firstDay(year, month, day) <= limit)
            return year;
    }
    return std::nullopt;
}

PrintedDate dateFrom(QStringView text, QDate limit)
{
    PrintedDate result{text.toString(), PrintedDate::State::Impossible, {}, {}, {}};
    if (text == QLatin1StringView("<<<<<<") || text == QLatin1StringView("000000")) {
        result.state = PrintedDate::State::Unknown;
        return result;
    }
    const Pair year = pairAt(text, 0);
    const Pair month = partAt(text, 2);
    const Pair day = partAt(text, 4);
    if (text.size() != 6 || !year.readable || !month.readable || !day.readable)
        return result;

    constexpr int someLeapYear = 2000;
    std::optional<int> known;
    if (year.number)
        known = fullYear(*year.number, month.number, day.number, limit);
    if (year.number ? !known : !exists(someLeapYear, month.number, day.number))
        return result;

    result.year = known;
    result.month = month.number;
    result.day = day.number;
    const bool complete = result.year && result.month && result.day;
    const bool open = !result.year && !result.month && !result.day;
    result.state = complete ? PrintedDate::State::Complete
                   : open   ? PrintedDate::State::Unknown
                            : PrintedDate::State::Partial;
    return result;
}

}  // namespace

std::optional<QDate> PrintedDate::date() const
{
    return state == State::Complete ? std::optional(QDate(*year, *month, *day)) : std::nullopt;
}

std::optional<QDate> PrintedDate::latest() const
{
    if (!year)
        return std::nullopt;
    const int lastMonth = month.value_or(12);
    const int lastDay = QDate(*year, lastMonth, 1).daysInMonth();
    return QDate(*year, lastMonth, std::min(day.value_or(lastDay), lastDay));
}

PrintedDate birthDateFrom(QStringView sixPlaces, QDate today) { return dateFrom(sixPlaces, today); }

PrintedDate expiryDateFrom(QStringView sixPlaces, QDate today)
{
    return dateFrom(sixPlaces, today.addYears(longestValidityInYears));
}

}  // namespace amparo::traveller
