#pragma once

#include "base/id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace amparo::record {

/// A turn of duty. Every screening belongs to the shift that was open when it began.
struct Shift {
    ShiftId id;
    OfficerId openedBy;
    QDateTime openedAt;                 ///< UTC
    std::optional<QDateTime> closedAt;  ///< UTC; nullopt: open
    std::optional<int> peopleChecked;   ///< all who passed, counted by the shift lead, not only the screened
    QString handoverNotes;

    bool operator==(const Shift &) const = default;
};

}  // namespace amparo::record
