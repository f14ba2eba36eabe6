#pragma once

#include "base/clock.h"
#include "record/counts.h"
#include "record/post.h"
#include "record/screening.h"
#include "record/shift.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <variant>

namespace amparo::report {

/// What a report is about: one turn of duty, or one day of the post's own calendar.
using Period = std::variant<record::Shift, QDate>;

/// The moments at which a period begins and ends, both UTC; no end: the shift is still open.
struct Bounds {
    QDateTime from;
    std::optional<QDateTime> to;

    bool operator==(const Bounds &) const = default;
};
Bounds boundsOf(const Period &period, const QTimeZone &zone);

/// How the records stood on their way to the server when the report was made.
struct Delivery {
    int waiting = 0;                        ///< queued or being sent
    std::optional<QDateTime> oldestQueued;  ///< UTC; nullopt: none waits
    int acknowledged = 0;
    int quarantined = 0;  ///< refused by the server: a person has to look

    bool operator==(const Delivery &) const = default;
};

/// What the store knows about a period: all that a report is reckoned from.
struct Source {
    record::Post post;
    Period period;
    QTimeZone zone;                       ///< the post's
    QString shiftLead;                    ///< who answers for the period, as colleagues call them
    QList<record::Shift> shifts;          ///< that began in the period, or the shift itself
    QList<record::Screening> screenings;  ///< those that became final in the period
    QHash<ScreeningId, QString> lanes;    ///< names of the lanes that brought some of them; others are own
    record::Counts erased;                ///< what is left of those that have been erased since
    int drafts = 0;                       ///< begun and not final
    Delivery delivery;
    QMap<QString, QString> indicatorNames;  ///< by catalogue id, in the report's language
    QMap<QString, QString> dimensionNames;  ///< by code, likewise
    QMap<QString, QString> languageNames;   ///< of the questions, by BCP 47 tag
};

using record::adviceCount;
using record::AgeGroup;
using record::ageGroupCount;
using record::ageGroupOn;
using record::Crosstab;
using record::decisionCount;
using record::noAdvice;
using record::sexCount;

struct LineFigures {
    int screenings = 0;
    std::optional<std::chrono::minutes> median;  ///< from first question to final; nullopt: no screening

    bool operator==(const LineFigures &) const = default;
};

/// In how many people something was recorded.
struct Frequency {
    QString code;
    QString name;  ///< in the report's language; the code where the forms give none
    int people = 0;

    bool operator==(const Frequency &) const = default;
};

/// A person whose last decision asks for somebody to act.
struct OpenCase {
    QString number;       ///< see caseNumber()
    QDateTime decidedAt;  ///< UTC
    record::Line line = record::Line::Primary;
    record::Decision decision = record::Decision::SecondLine;
    AgeGroup ageGroup = AgeGroup::Unknown;
    int signCount = 0;  ///< distinct indicators, over both interviews
    QString lane = {};  ///< that brought the last screening; empty: none did

    bool operator==(const OpenCase &) const = default;
};

struct Quality {
    int withOpenIndicators = 0;  ///< screenings in which an indicator was not asked or not observed
    int openIndicators = 0;      ///< these indicators, counted
    int withoutDocument = 0;     ///< screenings without a document number
    int withoutBirthDate = 0;
    int withoutSex = 0;
    int withoutAdvice = 0;
    int timesOutOfOrder = 0;  ///< final before they began: the computer's clock was set

    bool operator==(const Quality &) const = default;
};

/// What a lane brought, or this station has made itself. Those that were erased are not among them.
struct LaneFigures {
    QString lane;     ///< empty: this station
    int primary = 0;  ///< screenings
    int second = 0;
    int urgent = 0;  ///< screenings of either line that decided on urgent protection

    int screenings() const { return primary + second; }
    bool operator==(const LaneFigures &) const = default;
};

/// One period in figures: computed once, and printed by every output. No names, no numbers of documents, no
/// narrative.
///
/// Units are never mixed: a *screening* is one finished form, a *person* is one encounter, whose last
/// screening says age, sex and decision. A sign is an indicator recorded, never a finding about the person.
/// Who has been erased still counts among people, screenings, decisions, ages and sexes (record::Counts); all
/// else is about the others.
struct DayFigures {
    record::Post post;
    QString number;  ///< of the report: post, day, and the hour of a shift
    bool isShift = false;
    Bounds bounds;
    QDateTime madeAt;  ///< UTC
    QTimeZone zone;
    QString shiftLead;
    int shifts = 0;
    int officers = 0;    ///< who made at least one of the screenings final
    QStringList forms;   ///< "primary-checklist 1.0", each once, sorted
    QStringList models;  ///< likewise, the risk models that advised

    std::optional<int> peopleChecked;  ///< nullopt: no shift lead has counted
    int peopleScreened = 0;
    int peopleErased = 0;      ///< of these, whose records have been erased
    int screeningsErased = 0;  ///< of all screenings
    LineFigures primary;
    LineFigures second;
    int drafts = 0;
    Delivery delivery;

    Crosstab<decisionCount, ageGroupCount> decisionByAge;   ///< people, by their last decision
    Crosstab<adviceCount, decisionCount> decisionByAdvice;  ///< screenings: what was advised, what decided
    Crosstab<ageGroupCount, sexCount> ageBySex;             ///< people
    QList<Frequency> signs;                                 ///< most frequent first, at most `maximumSigns`
    int furtherSigns = 0;                                   ///< indicators beyond those
    QList<Frequency> dimensions;                            ///< most frequent first
    int peopleWithSigns = 0;
    QList<Frequency> languages;  ///< people by language of the questions (BCP 47)
    Quality quality;
    QList<OpenCase> openCases;  ///< oldest first
    QList<LaneFigures> lanes;   ///< this station, then by name; none: no lane brought any of the screenings

    QByteArray dataHash;  ///< BLAKE2b-256 over the records counted: tells two states of the data apart

    static constexpr int maximumSigns = 10;

    int peopleKept() const { return peopleScreened - peopleErased; }
    int screeningsKept() const { return screenings() - screeningsErased; }
    int screenings() const { return primary.screenings + second.screenings; }
    int departures() const;                         ///< screenings whose decision is not what was advised
    int deciding(record::Decision decision) const;  ///< people

    bool operator==(const DayFigures &) const = default;
};

/// Reckons the figures. Drafts among the screenings are left out. Thread: any.
/// Source: what a daily report counts, and in which units, in the domain's rules for reports.
DayFigures computeFigures(const Source &source, const Clock &clock);

/// What officers call a case by, in place of a name: eight characters of the encounter's id.
QString caseNumber(EncounterId encounter);

}  // namespace amparo::report
