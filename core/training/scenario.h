#pragma once

#include "base/translated.h"
#include "record/screening.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace amparo::training {

enum class Grade { Easy, Medium, Hard };

/// How well a decision fits a scenario.
enum class Fit { Right, Acceptable, Wrong };

/// What has to be brought about before some questions are answered.
enum class Condition { Private, Consent };

/// Stable words, as they stand in scenarios: "easy", "medium", "hard"; "right", "acceptable", "wrong";
/// "private", "consent".
QString gradeName(Grade grade);
std::optional<Grade> gradeFromName(QStringView name);
std::optional<Fit> fitFromName(QStringView name);
std::optional<Condition> conditionFromName(QStringView name);

/// A travel document of the State that ICAO Doc 9303 reserves for specimens.
struct Specimen {
    QString id;
    QStringList lines;   ///< the machine readable zone, as a reader types it
    Translated caption;  ///< what else is to be seen on it

    bool operator==(const Specimen &) const = default;
};

/// Something that the officer may ask or do, and what comes of it.
struct Move {
    QString id;
    QString question;  ///< name of the form's question that it informs; empty: none
    std::optional<Condition> needs;
    std::optional<Condition> gives;
    std::optional<int> mistake;  ///< number of the rule that it breaks, from 1
    Translated ask;              ///< empty: the form's own question is what is asked
    Translated reply;
    Translated before;  ///< the reply while what it needs is not there; empty: none

    bool operator==(const Move &) const = default;
};

/// Something that happens after a move.
struct Event {
    QString id;
    QString after;
    Translated text;

    bool operator==(const Event &) const = default;
};

struct ExpectedSign {
    QString indicator;  ///< catalogue id, "GEN-03", or a need, "NEED-ASYLUM"
    Translated why;

    bool operator==(const ExpectedSign &) const = default;
};

struct DecisionKey {
    record::Decision decision = record::Decision::Clear;
    Fit fit = Fit::Wrong;
    Translated why;

    bool operator==(const DecisionKey &) const = default;
};

/// What an expert would record and decide.
struct Key {
    QMap<QString, QString> answers;  ///< by the question's name
    QList<ExpectedSign> signs;
    QStringList optional;  ///< indicators that may be recorded as well
    QStringList steps;     ///< moves that ought to be made before deciding
    QList<DecisionKey> decisions;

    bool operator==(const Key &) const = default;
};

/// One invented encounter to practise with (its files: resources/training/README.md).
struct Scenario {
    QString id;
    QString version;  ///< of the key; a score belongs to it
    Grade grade = Grade::Easy;
    QStringList kinds;  ///< "minor", "smuggling", "bias" …
    QString border;     ///< "rumichaca" …
    QString formId;     ///< the questionnaire to fill
    QDateTime now;      ///< when it plays, UTC; ages follow from it
    Translated title;
    Translated seen;  ///< what the officer sees at first
    QList<Specimen> documents;
    QList<Move> moves;
    QList<Event> events;
    Key key;
    QList<Translated> lessons;
    QStringList sources;
    QStringList unreviewed;  ///< languages whose texts no native speaker has reviewed

    const Move *move(const QString &moveId) const;  ///< null: there is none
    const DecisionKey &keyOf(record::Decision decision) const;

    bool operator==(const Scenario &) const = default;
};

/// What all scenarios share.
struct Rules {
    QList<Translated> never;  ///< what an officer must never do; Move::mistake counts from 1
    Translated baseRate;      ///< with %1 to %6, see BaseRate

    bool operator==(const Rules &) const = default;
};

}  // namespace amparo::training
