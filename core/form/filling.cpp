#include "form/filling.h"

#include <QDataStream>
#include <QIODevice>

namespace amparo::form {

namespace {

// A filling with a log: magic, version, the session's snapshot, the log. One without is the session's alone.
constexpr quint32 loggedMagic = 0x414d504c;  // "AMPL"
constexpr quint16 loggedVersion = 1;

struct LoggedSnapshot {
    QByteArray session;
    QByteArray log;
};

Result<LoggedSnapshot> readLogged(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint16 version = 0;
    in >> magic;
    if (magic != loggedMagic)
        return LoggedSnapshot{bytes, {}};
    in >> version;
    if (version > loggedVersion)
        return failure(ErrorCode::TooNew,
                       QStringLiteral("the draft was written by a later version of the program"));
    LoggedSnapshot snapshot;
    in >> snapshot.session >> snapshot.log;
    if (in.status() != QDataStream::Ok)
        return failure(ErrorCode::Corrupt, QStringLiteral("the draft's log is cut short"));
    return snapshot;
}

}  // namespace

Filling::Filling(Session session, const SessionOptions &options, const QByteArray &earlierLog,
                 AuditLog::Event beginning)
    : m_session(std::move(session))
{
    const auto settings = auditSettingsOf(m_session.definition());
    if (!settings)
        return;
    m_log.emplace(*settings, options.clock ? *options.clock : systemClock(), options.username,
                  options.location, earlierLog);
    m_log->note(beginning);
}

Result<Filling> Filling::start(std::shared_ptr<const FormDefinition> definition,
                               const SessionOptions &options)
{
    return Session::start(std::move(definition), options).map([&](Session session) {
        return Filling(std::move(session), options, {}, AuditLog::Event::FormStart);
    });
}

Result<Filling> Filling::restore(std::shared_ptr<const FormDefinition> definition, const QByteArray &snapshot,
                                 const SessionOptions &options)
{
    const auto parts = readLogged(snapshot);
    if (!parts)
        return tl::make_unexpected(parts.error());
    return Session::restore(std::move(definition), parts->session, options).map([&](Session session) {
        return Filling(std::move(session), options, parts->log, AuditLog::Event::FormResume);
    });
}

Result<Filling> Filling::edit(std::shared_ptr<const FormDefinition> definition,
                              const QByteArray &submissionXml, const SessionOptions &options,
                              const QByteArray &log)
{
    return Session::edit(std::move(definition), submissionXml, options).map([&](Session session) {
        return Filling(std::move(session), options, log, AuditLog::Event::FormResume);
    });
}

AuditLog::Answers Filling::answers(const QStringList &questions) const
{
    AuditLog::Answers answers;
    for (const QString &question : questions)
        answers.insert(question, m_session.value(question).value_or(QString()));
    return answers;
}

/// In the log a question of its own, unless it is on what is open.
Result<> Filling::setAnswer(const QString &path, const QString &value)
{
    const bool isLogged = m_log && !m_open.contains(path);
    if (isLogged)
        enter(AuditLog::Event::Question, path, {path});
    const Result<> set = m_session.setAnswer(path, value);
    if (isLogged)
        leave();
    return set;
}

Result<QString> Filling::addRepeat(const QString &repeatPath, std::optional<int> position)
{
    auto added = m_session.addRepeat(repeatPath, position);
    if (added && m_log)
        m_log->note(AuditLog::Event::AddRepeat, *added);
    return added;
}

Result<> Filling::removeRepeat(const QString &instancePath)
{
    const Result<> removed = m_session.removeRepeat(instancePath);
    if (removed && m_log)
        m_log->note(AuditLog::Event::DeleteRepeat, instancePath);
    return removed;
}

void Filling::enter(AuditLog::Event event, const QString &node, const QStringList &questions)
{
    if (!m_log)
        return;
    leave();
    m_open = questions;
    m_log->enter(event, node, answers(questions));
}

void Filling::leave()
{
    if (!m_log)
        return;
    m_log->leave(answers(m_open));
    m_open.clear();
}

void Filling::note(AuditLog::Event event)
{
    if (m_log)
        m_log->note(event);
}

QByteArray Filling::snapshot() const
{
    if (!m_log)
        return m_session.snapshot();
    AuditLog log = *m_log;
    log.leave(answers(m_open));  // where the program ends, what is open ends
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << loggedMagic << loggedVersion << m_session.snapshot() << log.toCsv();
    return bytes;
}

/// What keeps the form from being final goes into its log as well.
void Filling::logRefusal()
{
    m_log->note(AuditLog::Event::FinaliseError);
    for (const Violation &violation : m_session.validate()) {
        if (violation.kind == Violation::Kind::Constraint)
            m_log->note(AuditLog::Event::ConstraintError, violation.path);
    }
}

Result<FinalFilling> Filling::finalise()
{
    if (m_log) {
        leave();
        if (const auto named = m_session.setField(m_log->settings().field, AuditLog::fileName()); !named)
            return tl::make_unexpected(named.error());
    }
    auto submission = m_session.finalise();
    if (!submission) {
        if (m_log)
            logRefusal();
        return tl::make_unexpected(submission.error());
    }
    note(AuditLog::Event::FormFinalise);
    FinalFilling final{std::move(*submission), {}};
    if (m_log)
        final.files.insert(AuditLog::fileName(), m_log->toCsv());
    return final;
}

std::optional<QByteArray> Filling::log() const
{
    return m_log ? std::optional(m_log->toCsv()) : std::nullopt;
}

}  // namespace amparo::form
