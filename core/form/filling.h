#pragma once

#include "form/audit_log.h"
#include "form/form_source.h"
#include "form/session.h"

namespace amparo::form {

/// What a filling yields at its end.
struct FinalFilling {
    Submission submission;
    Media files;  ///< that go with it, by name: the log, where the form asks for one
};

/// One filling of a form by somebody: the session and, where the form asks for it, the log of how it went.
///
/// Whoever shows the form says what comes up (enter()) and goes (leave()); changes and the end are logged by
/// themselves. A value. Errors: those of Session. Thread: one at a time.
class Filling {
public:
    [[nodiscard]] static Result<Filling> start(std::shared_ptr<const FormDefinition> definition,
                                               const SessionOptions &options = {});
    /// Goes on where snapshot() stopped, also with the log.
    [[nodiscard]] static Result<Filling> restore(std::shared_ptr<const FormDefinition> definition,
                                                 const QByteArray &snapshot,
                                                 const SessionOptions &options = {});
    /// Corrects a record. `log`: the one that was sent with it, or empty.
    [[nodiscard]] static Result<Filling> edit(std::shared_ptr<const FormDefinition> definition,
                                              const QByteArray &submissionXml,
                                              const SessionOptions &options = {}, const QByteArray &log = {});

    const Session &session() const { return m_session; }
    /// For what the program supplies by itself, which no log tells.
    Session &session() { return m_session; }

    [[nodiscard]] Result<> setAnswer(const QString &path, const QString &value);
    [[nodiscard]] Result<QString> addRepeat(const QString &repeatPath, std::optional<int> position = {});
    [[nodiscard]] Result<> removeRepeat(const QString &instancePath);

    /// A page, a question or the end comes up at `node`, with these questions on it; what was open goes.
    void enter(AuditLog::Event event, const QString &node, const QStringList &questions = {});
    void leave();
    void note(AuditLog::Event event);

    /// The session and the log so far.
    QByteArray snapshot() const;

    [[nodiscard]] Result<FinalFilling> finalise();

    /// nullopt: the form asks for none.
    std::optional<QByteArray> log() const;

private:
    Filling(Session session, const SessionOptions &options, const QByteArray &earlierLog,
            AuditLog::Event beginning);
    AuditLog::Answers answers(const QStringList &questions) const;
    void logRefusal();

    Session m_session;
    std::optional<AuditLog> m_log;
    QStringList m_open;  ///< questions of what is open
};

}  // namespace amparo::form
