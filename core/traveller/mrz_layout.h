#pragma once

// Inside the room: where each format has its fields.

#include "traveller/mrz.h"

#include <array>
#include <span>

namespace amparo::traveller {

/// Places in the zone, all lines joined, from 0.
struct MrzSpan {
    int start = 0;
    int length = 0;

    bool contains(int place) const { return place >= start && place < start + length; }
    QStringView of(QStringView zone) const { return zone.mid(start, length); }
};

/// One format's fields. A check digit of length 0 does not exist in the format.
struct MrzLayout {
    Mrz::Format format;
    int lines;
    int width;
    MrzSpan documentCode;
    MrzSpan issuingState;
    MrzSpan name;
    MrzSpan number, numberCheck;
    MrzSpan nationality;
    MrzSpan birth, birthCheck;
    MrzSpan sex;
    MrzSpan expiry, expiryCheck;
    MrzSpan optional, optionalCheck;
    MrzSpan secondOptional;
    MrzSpan compositeCheck;
    std::array<MrzSpan, 4> compositeOver;  ///< in this order, spans of length 0 at the end

    int size() const { return lines * width; }
    bool hasComposite() const { return compositeCheck.length > 0; }
    bool continuesNumber() const { return format == Mrz::Format::Td1 || format == Mrz::Format::Td2; }

    Mrz::Field fieldAt(int place) const;
};

const MrzLayout &layoutOf(Mrz::Format format);

std::span<const MrzLayout> allLayouts();

/// The whole document number of a zone. In TD1 and TD2 one longer than nine has `<` for its check digit, and
/// goes on at the start of the optional data, up to a filler; the last character there is the check digit
/// (Doc 9303-5, 4.2.4). That digit is over the number without the `<`.
struct MrzNumber {
    QString text;            ///< without fillers
    QString checked;         ///< what the check digit is over
    int checkPlace = 0;      ///< where the check digit stands
    int usedOfOptional = 0;  ///< characters of the optional field that belong to the number

    bool agrees(QStringView zone) const;
};

MrzNumber numberOf(QStringView zone, const MrzLayout &layout);

/// Whether the digit at `check` is the one over `field`. An empty field may have `<` there.
bool checkAgrees(QStringView zone, MrzSpan field, MrzSpan check);

Mrz::Checks failedChecksOf(QStringView zone, const MrzLayout &layout);

}  // namespace amparo::traveller
