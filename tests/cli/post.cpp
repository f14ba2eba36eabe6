#include "cli/post.h"

#include "support/catch.h"
#include "support/files.h"
#include "support/golden.h"
#include "support/kept_folder.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace amparo::test {

Post::Post(Kind kind)
    : m_administrator(kind == Kind::Demo ? QStringLiteral("admin") : QStringLiteral("ana")),
      m_lead(kind == Kind::Demo ? QStringLiteral("luis") : QString()),
      m_passphrase(m_files.add(QStringLiteral("ana"), "lluvia sobre el puente\n"))
{
    const bool isDemo = kind == Kind::Demo;
    const QString made = keptFolder(
        isDemo ? QStringLiteral("demo") : QStringLiteral("real"),
        buildOf(QStringLiteral(AMPAROCTL)) + QLatin1Char('-') + thisHour(), [&](const QString &folder) {
            const QStringList store{QStringLiteral("--store"), folder + QStringLiteral("/store")};
            const Run done =
                isDemo
                    ? amparoctl(words("init --demo") + store)
                    : amparoctl(
                          words("init --post-code PE-DES-01 --post-name Desaguadero --country PER --officer "
                                "ana --passphrase-file") +
                          QStringList{m_passphrase} + store);
            CAPTURE(done.error);
            REQUIRE(done.exitCode == 0);
        });
    copyFolder(made + QStringLiteral("/store"), m_files.path(QStringLiteral("store")));
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
