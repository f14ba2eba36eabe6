#include "cli/post.h"

#include "support/catch.h"
#include "support/golden.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace amparo::test {

QStringList words(const char *text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); }

Post::Post(Kind kind)
    : m_administrator(kind == Kind::Demo ? QStringLiteral("admin") : QStringLiteral("ana")),
      m_lead(kind == Kind::Demo ? QStringLiteral("luis") : QString()),
      m_passphrase(m_files.add(QStringLiteral("ana"), "lluvia sobre el puente\n"))
{
    const Run made =
        kind == Kind::Demo
            ? amparoctl(words("init --demo --store") + QStringList{m_files.path(QStringLiteral("store"))})
            : run("init --post-code PE-DES-01 --post-name Desaguadero --country PER --officer ana");
    CAPTURE(made.error);
    REQUIRE(made.exitCode == 0);
}

Run Post::run(const char *command, const QStringList &further, const QByteArray &input) const
{
    return amparoctl(words(command) + further + signIn(m_administrator, m_passphrase), input);
}

Run Post::lead(const char *command, const QStringList &further, const QByteArray &input) const
{
    if (m_lead.isEmpty()) {
        m_lead = QStringLiteral("marta");
        REQUIRE(run("officer add marta --role shift-lead --new-passphrase-file", {m_passphrase}).exitCode ==
                0);
    }
    return amparoctl(words(command) + further + signIn(m_lead, m_passphrase), input);
}

QStringList Post::signIn(const QString &officer, const QString &passphraseFile) const
{
    QStringList options{QStringLiteral("--store"), m_files.path(QStringLiteral("store")),
                        QStringLiteral("--passphrase-file"), passphraseFile};
    return options + QStringList{QStringLiteral("--officer"), officer};
}

QByteArray specimenScreening() { return testData(QStringLiteral("screenings/primary_second_line.json")); }

QByteArray typedScreening()
{
    QJsonObject object = QJsonDocument::fromJson(specimenScreening()).object();
    object.remove(QLatin1String("mrz"));
    object.insert(QLatin1String("traveller"),
                  QJsonObject{{QStringLiteral("surname"), QStringLiteral("Mamani")},
                              {QStringLiteral("birthDate"), QStringLiteral("1999-05-17")},
                              {QStringLiteral("sex"), QStringLiteral("female")}});
    return QJsonDocument(object).toJson();
}

QJsonValue member(const Run &run, const char *name) { return run.json().value(QLatin1String(name)); }

}  // namespace amparo::test
