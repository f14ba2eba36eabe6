#include "traveller/mrz_layout.h"

#include "traveller/check_digit.h"

#include <algorithm>
#include <array>

namespace amparo::traveller {

namespace {

/// `line` and `first` from 1, as the tables of Doc 9303 count.
constexpr MrzSpan at(int width, int line, int first, int last)
{
    return {(line - 1) * width + first - 1, last - first + 1};
}

constexpr MrzSpan none{};

constexpr MrzLayout twoLines(Mrz::Format format, int width, MrzSpan optional, MrzSpan optionalCheck)
{
    const bool isVisa = format == Mrz::Format::MrvA || format == Mrz::Format::MrvB;
    return {
        .format = format,
        .lines = 2,
        .width = width,
        .documentCode = at(width, 1, 1, 2),
        .issuingState = at(width, 1, 3, 5),
        .name = at(width, 1, 6, width),
        .number = at(width, 2, 1, 9),
        .numberCheck = at(width, 2, 10, 10),
        .nationality = at(width, 2, 11, 13),
        .birth = at(width, 2, 14, 19),
        .birthCheck = at(width, 2, 20, 20),
        .sex = at(width, 2, 21, 21),
        .expiry = at(width, 2, 22, 27),
        .expiryCheck = at(width, 2, 28, 28),
        .optional = optional,
        .optionalCheck = optionalCheck,
        .secondOptional = none,
        .compositeCheck = isVisa ? none : at(width, 2, width, width),
        .compositeOver = {isVisa ? none : at(width, 2, 1, 10), isVisa ? none : at(width, 2, 14, 20),
                          isVisa ? none : at(width, 2, 22, width - 1), none},
    };
}

// Doc 9303 part 5 (TD1), part 6 (TD2), part 4 (TD3), part 7 (visas).
constexpr std::array<MrzLayout, 5> layouts{{
    {
        .format = Mrz::Format::Td1,
        .lines = 3,
        .width = 30,
        .documentCode = at(30, 1, 1, 2),
        .issuingState = at(30, 1, 3, 5),
        .name = at(30, 3, 1, 30),
        .number = at(30, 1, 6, 14),
        .numberCheck = at(30, 1, 15, 15),
        .nationality = at(30, 2, 16, 18),
        .birth = at(30, 2, 1, 6),
        .birthCheck = at(30, 2, 7, 7),
        .sex = at(30, 2, 8, 8),
        .expiry = at(30, 2, 9, 14),
        .expiryCheck = at(30, 2, 15, 15),
        .optional = at(30, 1, 16, 30),
        .optionalCheck = none,
        .secondOptional = at(30, 2, 19, 29),
        .compositeCheck = at(30, 2, 30, 30),
        .compositeOver = {at(30, 1, 6, 30), at(30, 2, 1, 7), at(30, 2, 9, 15), at(30, 2, 19, 29)},
    },
    twoLines(Mrz::Format::Td2, 36, at(36, 2, 29, 35), none),
    twoLines(Mrz::Format::Td3, 44, at(44, 2, 29, 42), at(44, 2, 43, 43)),
    twoLines(Mrz::Format::MrvA, 44, at(44, 2, 29, 44), none),
    twoLines(Mrz::Format::MrvB, 36, at(36, 2, 29, 36), none),
}};

constexpr QLatin1Char filler('<');

bool isAllFiller(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c == filler; });
}

bool isDigitOver(QChar digit, QStringView field)
{
    const std::optional<int> expected = checkDigit(field);
    return expected && digit == QLatin1Char(char('0' + *expected));
}

bool compositeAgrees(QStringView zone, const MrzLayout &layout)
{
    QString covered;
    for (const MrzSpan &span : layout.compositeOver)
        covered += span.of(zone);
    return isDigitOver(zone[layout.compositeCheck.start], covered);
}

}  // namespace

Mrz::Field MrzLayout::fieldAt(int place) const
{
    struct Entry {
        MrzSpan span;
        Mrz::Field field;
    };
    const std::array entries{
        Entry{documentCode, Mrz::Field::DocumentCode},
        Entry{issuingState, Mrz::Field::IssuingState},
        Entry{name, Mrz::Field::Name},
        Entry{number, Mrz::Field::DocumentNumber},
        Entry{numberCheck, Mrz::Field::DocumentNumber},
        Entry{nationality, Mrz::Field::Nationality},
        Entry{birth, Mrz::Field::BirthDate},
        Entry{birthCheck, Mrz::Field::BirthDate},
        Entry{sex, Mrz::Field::Sex},
        Entry{expiry, Mrz::Field::ExpiryDate},
        Entry{expiryCheck, Mrz::Field::ExpiryDate},
        Entry{compositeCheck, Mrz::Field::Composite},
    };
    for (const Entry &entry : entries) {
        if (entry.span.contains(place))
            return entry.field;
    }
    return Mrz::Field::OptionalData;
}

const MrzLayout &layoutOf(Mrz::Format format)
{
    return *std::ranges::find(layouts, format, &MrzLayout::format);
}

std::span<const MrzLayout> allLayouts() { return layouts; }

bool MrzNumber::agrees(QStringView zone) const
{
    const QChar digit = zone[checkPlace];
    return isDigitOver(digit, checked) || (digit == filler && isAllFiller(checked));
}

MrzNumber numberOf(QStringView zone, const MrzLayout &layout)
{
    const QString own = layout.number.of(zone).toString();
    MrzNumber number{QString(own).remove(filler), own, layout.numberCheck.start, 0};
    if (!layout.continuesNumber() || zone[layout.numberCheck.start] != filler || own.contains(filler))
        return number;
    const QStringView optional = layout.optional.of(zone);
    const qsizetype end = optional.indexOf(filler);
    const QStringView rest = end < 0 ? optional : optional.first(end);
    if (rest.size() < 2)  // one more character of the number and the check digit, at least
        return number;
    number.text = number.checked = own + rest.chopped(1).toString();
    number.checkPlace = layout.optional.start + int(rest.size()) - 1;
    number.usedOfOptional = int(rest.size());
    return number;
}

bool checkAgrees(QStringView zone, MrzSpan field, MrzSpan check)
{
    const QChar digit = zone[check.start];
    const QStringView checked = field.of(zone);
    return isDigitOver(digit, checked) || (digit == filler && isAllFiller(checked));
}

Mrz::Checks failedChecksOf(QStringView zone, const MrzLayout &layout)
{
    Mrz::Checks failed;
    failed.setFlag(Mrz::Check::DocumentNumber, !numberOf(zone, layout).agrees(zone));
    failed.setFlag(Mrz::Check::BirthDate, !checkAgrees(zone, layout.birth, layout.birthCheck));
    failed.setFlag(Mrz::Check::ExpiryDate, !checkAgrees(zone, layout.expiry, layout.expiryCheck));
    if (layout.optionalCheck.length > 0)
        failed.setFlag(Mrz::Check::OptionalData, !checkAgrees(zone, layout.optional, layout.optionalCheck));
    if (layout.hasComposite())
        failed.setFlag(Mrz::Check::Composite, !compositeAgrees(zone, layout));
    return failed;
}

}  // namespace amparo::traveller
