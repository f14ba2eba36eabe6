#pragma once

#include <QList>
#include <QString>

#include <optional>

class QDebug;

namespace amparo::risk {

/// How much an indicator weighs, in rising order.
enum class Strength { Weak, Medium, Strong };

/// What is known about an indicator. "Unknown" (not asked, not observed, declined) is not "no".
enum class Answer { Unknown, NotFired, Fired };

/// How an indicator came to be known. What an officer saw weighs less than what the person told.
enum class How { Asked, Observed, Document };

/// Stable words, as they stand in forms and models: "weak", "medium", "strong".
QString strengthName(Strength strength);
std::optional<Strength> strengthFromName(QStringView name);

/// "asked", "observed", "document".
QString howName(How how);
std::optional<How> howFromName(QStringView name);

/// One indicator of a form, as answered.
struct Observation {
    QString
        indicator;  ///< catalogue id, "GEN-01"; several, blank-separated, where the question tells none apart
    QString question;  ///< path of the field in the form
    QString
        label;  ///< the question, and the answer where each answer has its own indicator; the form's language
    QString item;                      ///< key in the model's lists, "CR.isolation"; empty: none
    QString dimension;                 ///< "CR", "SM"; empty: a sign of context
    std::optional<Strength> strength;  ///< the form's; models that keep strengths by item use their own
    Answer answer = Answer::Unknown;
    How how = How::Asked;
    bool trigger = false;  ///< the form says that it acts at once, whatever the score

    bool operator==(const Observation &) const = default;
};

using Observations = QList<Observation>;

QDebug operator<<(QDebug, const Observation &) = delete;  // answers do not compile into a log

/// Who was screened, as far as a model may know: nothing else about the person enters a result.
struct Person {
    enum class Exploitation { Unknown, Labour, Sexual };

    bool child = true;  ///< under 18 or presumed so; without a known birth date the presumption holds
    Exploitation exploitation = Exploitation::Unknown;  ///< what the talk was about

    bool operator==(const Person &) const = default;
};

std::optional<Person::Exploitation>
exploitationFromName(QStringView name);  ///< "labour", "sexual", "unknown"

}  // namespace amparo::risk
