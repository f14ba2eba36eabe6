#pragma once

#include "base/clock.h"
#include "form/session.h"

#include <QMap>

#include <optional>
#include <vector>

namespace amparo::form {

/// What a form asks to be logged of how it is filled: the attributes of the bind of meta/audit.
struct AuditSettings {
    QString field;  ///< path of the audit element, which is to hold the file's name
    bool tracksChanges = false;
    bool identifiesUser = false;
    bool asksForReasons = false;  ///< of a record that is edited
    bool tracksLocation = false;  ///< priority, interval and age are all given

    bool operator==(const AuditSettings &) const = default;
};

/// nullopt: the form asks for no log.
std::optional<AuditSettings> auditSettingsOf(const FormDefinition &definition);

/// The log of one filling, fed by whoever shows the form; it knows nothing of the session itself.
///
/// Events that last (a page, a question) begin with enter() and end with leave(); others are noted. Times are
/// the clock's at the beginning and go on by what has passed since, so that a clock set in between does not
/// distort how long things took. Sources: ODK XForms, "Client Audit Logs"; ODK Docs, "Form Audit Log".
/// Thread: one at a time.
class AuditLog {
public:
    enum class Event {
        FormStart,
        FormResume,
        FormSave,
        FormExit,
        FormFinalise,
        SaveError,
        FinaliseError,
        ConstraintError,
        Question,
        GroupQuestions,
        AddRepeat,
        DeleteRepeat,
        Jump,
        EndScreen,
        ChangeReason,
    };

    /// Answers by path, before or after.
    using Answers = QMap<QString, QString>;

    static QString fileName() { return QStringLiteral("audit.csv"); }

    /// `clock` is borrowed. `earlier` is the log of the same record so far, or empty.
    AuditLog(const AuditSettings &settings, const Clock &clock, const QString &user,
             const LocationSource &location, const QByteArray &earlier = {});

    void note(Event event, const QString &node = {});
    void noteReason(const QString &reason);  ///< why a record is edited

    /// A page, a question or a dialog comes up; the one before it is left without answers.
    void enter(Event event, const QString &node, const Answers &answers = {});
    /// It goes; a group has a row for itself and, where changes are tracked, one for each changed answer.
    void leave(const Answers &answers = {});

    const AuditSettings &settings() const { return m_settings; }
    QByteArray toCsv() const;

private:
    struct Row {
        Event event = Event::FormStart;
        QString node;
        qint64 start = 0;
        std::optional<qint64> end;
        QStringList location;
        QString before;
        QString after;
        QString reason;
    };
    struct Open {
        Row row;
        Answers answers;
    };

    Row begun(Event event, const QString &node) const;
    qint64 now() const;  ///< milliseconds since 1970-01-01 UTC
    QStringList header() const;
    QStringList cells(const Row &row) const;

    AuditSettings m_settings;
    const Clock *m_clock;
    QString m_user;
    LocationSource m_location;
    QByteArray m_earlier;
    qint64 m_startedAt;
    std::chrono::milliseconds m_startedMonotonic;
    std::vector<Row> m_rows;
    std::optional<Open> m_open;
};

}  // namespace amparo::form
