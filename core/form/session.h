#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "form/form_definition.h"
#include "xpath/value.h"

#include <QMap>

#include <functional>
#include <memory>
#include <optional>

class QDebug;

namespace amparo::form {

/// One answer that a select offers, in the session's language.
struct Choice {
    QString value;
    QString label;
    QString image;                 ///< file name in the form's media, or empty
    QString bigImage;              ///< likewise: what the image is opened as
    QString audio;                 ///< likewise
    QMap<QString, QString> extra;  ///< the choice's further columns

    bool operator==(const Choice &) const = default;
};

/// Bounds of a range control.
struct Range {
    double start = 0;
    double end = 10;
    double step = 1;

    bool operator==(const Range &) const = default;
};

/// One question, group or repeat as it stands now, in the session's language.
///
/// A group that stands for no node of the record has an empty path.
/// A repeat gives one item of Control::Repeat without position (/data/people; its value is the number of
/// instances) and then one of Control::Group for each instance (/data/people[1]) before that instance's
/// questions.
struct Item {
    QString path;  ///< absolute, with positions inside repeats: /data/people[2]/name
    Control control = Control::Input;
    DataType type = DataType::String;
    int depth = 0;  ///< nesting of groups, for outlines
    QString label;
    QString hint;
    QString guidance;
    QString image;  ///< media file names of the label; empty: none
    QString bigImage;
    QString audio;
    QString video;
    QString appearance;  ///< whole attribute, e.g. "checklist minimal"
    QString mediaType;   ///< Upload: accepted type, e.g. "image/*"
    std::optional<Range> range;
    bool required = false;
    bool readonly = false;  ///< or calculated: what is typed would not stay
    bool relevant = true;
    bool answered = false;
    bool canAdd = false;        ///< Repeat: the user may add an instance
    bool canRemove = false;     ///< instance of a repeat: the user may remove it
    QString value;              ///< as in the instance (blank-separated for select and rank)
    QString constraintMessage;  ///< set where the value breaks its constraint
    QString requiredMessage;    ///< set where a required answer is missing

    bool operator==(const Item &) const = default;
};

struct Violation {
    enum class Kind { Required, Constraint, Type };

    QString path;
    Kind kind = Kind::Required;
    QString message;  ///< the form's own sentence in the session's language, or empty

    bool operator==(const Violation &) const = default;
};

/// What goes to the server, and what is frozen once sent.
struct Submission {
    QString instanceId;  ///< "uuid:…"
    QString formId;
    QString version;
    QString instanceName;
    QByteArray xml;
    QStringList attachments;  ///< file names that the answers name

    bool operator==(const Submission &) const = default;
};

QDebug operator<<(QDebug, const Item &) = delete;  // answers are personal data and do not compile into a log
QDebug operator<<(QDebug, const Submission &) = delete;

/// Where the device is, as a geopoint ("latitude longitude altitude accuracy"); nullopt: not known now.
using LocationSource = std::function<std::optional<QString>()>;

struct SessionOptions {
    const Clock *clock = nullptr;  ///< borrowed; null: the computer's own
    QString deviceId;
    QString username;
    QString phoneNumber;
    QString email;
    QString language;                 ///< empty: the form's default
    std::function<quint32()> random;  ///< 32 random bits; empty: the system's generator
    LocationSource location;          ///< for setgeopoint; empty: the field stays empty
    QByteArray lastSaved;             ///< XML of the record last saved of this form; empty: none yet
};

/// One filling of a form: a value that can be copied and driven without a screen.
///
/// After each change every dependent calculation, relevance and choice stands as if all had been computed
/// anew; only what the change touches is. Values of nodes that are not relevant are kept, read as empty by
/// expressions, and left out of the submission. Source: ODK XForms specification. Thread: one at a time.
class Session {
public:
    using Options = SessionOptions;

    /// A new filling, with defaults, first-load actions and calculations done.
    [[nodiscard]] static Result<Session> start(std::shared_ptr<const FormDefinition> definition,
                                               Options options = {});

    /// Goes on where snapshot() stopped. Errors: Corrupt (not a snapshot), Conflict (of another form or
    /// version), TooNew (written by a later version of the program).
    [[nodiscard]] static Result<Session> restore(std::shared_ptr<const FormDefinition> definition,
                                                 const QByteArray &snapshot, Options options = {});

    /// Opens a finalised record to correct it: answers as sent, a new instance id, the old one in
    /// deprecatedID. Errors: InvalidInput (not a submission of this form).
    [[nodiscard]] static Result<Session> edit(std::shared_ptr<const FormDefinition> definition,
                                              const QByteArray &submissionXml, Options options = {});

    Session(const Session &other);
    Session(Session &&other) noexcept;
    Session &operator=(Session other) noexcept;
    ~Session();

    QByteArray snapshot() const;

    const FormDefinition &definition() const;
    std::shared_ptr<const FormDefinition> sharedDefinition() const;  ///< for another session of the form
    QString instanceId() const;
    QString language() const;
    void
    setLanguage(const QString &language);  ///< tag or the form's own name; an unknown one changes nothing

    QList<Item> items() const;  ///< what is to be shown, in form order: relevant nodes that have a control
    std::optional<Item>
    item(const QString &path) const;  ///< also when not relevant; nullopt: no such control now
    QList<Choice> choices(const QString &path) const;  ///< after choice filters; empty where none are offered

    /// The value of any field, or nullopt where there is none.
    std::optional<QString> value(const QString &path) const;
    /// The same as a record writes it: a decimal always has its fraction.
    std::optional<QString> written(const QString &path) const;
    bool isRelevant(const QString &path) const;
    bool isRequired(const QString &path) const;  ///< false also where there is nothing
    bool isReadonly(const QString &path) const;

    /// Every field as it stands, also hidden and calculated ones, in form order. For risk and records.
    QStringList fieldPaths() const;

    /// "" clears. Errors: NotFound (no control asks for it), InvalidInput (not of this type, no such choice),
    /// Denied (readonly or not relevant), Conflict (the form's computations do not come to an end). An answer
    /// to a calculated question stands until it is calculated again, as in ODK's clients.
    [[nodiscard]] Result<> setAnswer(const QString &path, const QString &value);

    /// For values that the program itself supplies (traveller data, risk result): also for readonly and
    /// hidden fields.
    [[nodiscard]] Result<> setField(const QString &path, const QString &value);

    /// Adds an instance at the end, or so that it is the `position`th (from 1), and returns its path. Errors:
    /// NotFound (no such repeat or position), Denied (fixed count), Conflict (limit).
    [[nodiscard]] Result<QString> addRepeat(const QString &repeatPath, std::optional<int> position = {});
    [[nodiscard]] Result<> removeRepeat(const QString &instancePath);

    QList<Violation> validate() const;  ///< of all relevant questions; empty: may be finalised
    std::optional<Violation> validate(const QString &path) const;
    /// Of the relevant questions inside a group or repeat instance, or of one question: what a page holds.
    QList<Violation> validateInside(const QString &path) const;

    /// Evaluates an expression at a node; "" is the root. Nodes in the value belong to this session and live
    /// until its next change. Errors: InvalidInput (no expression, or it asks for what there is not),
    /// NotFound (no such node).
    [[nodiscard]] Result<xpath::Value> evaluate(const QString &expression,
                                                const QString &contextPath = {}) const;

    /// Sets the end of the interview, leaves out what is not relevant and writes the submission.
    /// Errors: Conflict while validate() is not empty.
    [[nodiscard]] Result<Submission> finalise();

    QByteArray toXml() const;  ///< the submission as it would be now

private:
    class State;
    explicit Session(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

}  // namespace amparo::form
