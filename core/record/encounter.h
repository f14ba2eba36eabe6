#pragma once

#include "record/link.h"
#include "record/screening.h"

#include <chrono>

namespace amparo::record {

/// Why an earlier screening may be of the same person.
enum class EncounterMatch {
    Document,           ///< number and issuing State of the travel document
    Name,               ///< what the name sounds like, and the birth date: may be another person
    NameOtherDayOrder,  ///< likewise, with day and month of birth exchanged
};

/// An earlier screening as an officer may know of it: no more than when, where and what was decided.
struct EarlierEncounter {
    QDateTime at;  ///< UTC, when it became final
    QString post;  ///< as people call it
    Line line = Line::Primary;
    Decision decision = Decision::Clear;
    EncounterMatch match = EncounterMatch::Document;

    bool operator==(const EarlierEncounter &) const = default;
};

/// What this record has in common with records of other people. It never enters an assessment, and it may
/// have ordinary reasons.
struct SharedAnswer {
    LinkKind kind = LinkKind::Phone;  ///< Companion, Minor: an adult who crosses with different children
    int count = 0;                    ///< other people's encounters; of an adult: children, with this one
    QDateTime since;                  ///< UTC, of the earliest among them

    bool operator==(const SharedAnswer &) const = default;
};

/// What a look-up answers.
struct EncounterReport {
    QList<EarlierEncounter> earlier;  ///< newest first
    QList<SharedAnswer> shared;
    bool isComplete = true;                    ///< false: older records are still being indexed
    std::optional<std::chrono::seconds> wait;  ///< so many look-ups in a short time that this one was refused

    bool operator==(const EncounterReport &) const = default;
};

QDebug operator<<(QDebug, const EncounterReport &) = delete;

}  // namespace amparo::record
