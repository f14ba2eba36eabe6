#pragma once

#include "base/id.h"
#include "traveller/traveller.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

class QDebug;

namespace amparo::record {

/// Which of the two lines an interview belongs to; it follows from what its form is for.
enum class Line { Primary, Second };

/// What the officer does. A score only recommends.
enum class Decision { Clear, SecondLine, UrgentProtection };

/// How far a record has come (see "A record's life" in CONTRIBUTING.md).
enum class State { Draft, Queued, Sending, Acknowledged, Quarantined };

/// Why an officer forgets a draft of his own, from a closed list: what is written down freely could be
/// personal.
enum class DiscardReason {
    Mistake,   ///< begun unintentionally
    Repeated,  ///< the traveller has another record of this encounter
    Practice,  ///< about nobody real
};

/// Stable words, as they stand in forms, stores and JSON: "clear", "second_line", "urgent_protection".
QString decisionName(Decision decision);
std::optional<Decision> decisionFromName(QStringView name);
QString lineName(Line line);  ///< "primary", "second"
std::optional<Line> lineFromName(QStringView name);
QString stateName(State state);  ///< "draft", "queued", "sending", "acknowledged", "quarantined"
std::optional<State> stateFromName(QStringView name);
QString discardReasonName(DiscardReason reason);  ///< "mistake", "repeated", "practice"
std::optional<DiscardReason> discardReasonFromName(QStringView name);

/// An indicator that the answers made fire.
struct IndicatorHit {
    QString indicator;  ///< catalogue id, "GEN-01"
    QString item;       ///< Delphi key, "CR.isolation"; empty where it has none
    QString dimension;  ///< "CR", "SM", "DF" …; empty where it has none

    bool operator==(const IndicatorHit &) const = default;
};

/// What the risk model advised, kept with the model that advised it.
struct Advice {
    QString model;  ///< id and version, "primary-points 1.0"
    QString band;   ///< result code of the model, "second_line" or "none_recorded"
    int level = 0;  ///< 0 nothing recorded … 3 act now
    Decision recommended = Decision::Clear;
    QString explanation;       ///< the reasons, in the language of the officer
    QList<IndicatorHit> hits;  ///< in the form's order
    int unanswered = 0;        ///< indicators not asked or not observed

    bool operator==(const Advice &) const = default;
};

/// What the officer decided.
struct Verdict {
    Decision decision = Decision::Clear;
    QString reason;  ///< why it departs from the advice; empty where it does not

    bool operator==(const Verdict &) const = default;
};

/// One filled form about one traveller, draft or final. Its answers are kept beside it
/// (ScreeningRepository::answers), so that a list of a thousand does not carry them.
struct Screening {
    ScreeningId id;
    EncounterId encounter;
    ShiftId shift;
    OfficerId officer;
    Line line = Line::Primary;
    QString formId;
    QString formVersion;
    QString language;     ///< of the questions, BCP 47
    QDateTime startedAt;  ///< UTC
    traveller::Traveller traveller;
    State state = State::Draft;

    // Final ones only:
    std::optional<QDateTime> finalisedAt;  ///< UTC
    QString instanceId;                    ///< "uuid:…", the key that makes sending twice harmless
    std::optional<Advice> advice;
    std::optional<Verdict> verdict;

    bool operator==(const Screening &) const = default;
};

QDebug operator<<(QDebug, const Screening &) = delete;  // personal data does not compile into a log

}  // namespace amparo::record
