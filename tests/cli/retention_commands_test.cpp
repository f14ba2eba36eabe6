// How long records stay, from the command line: security design, R1 and R2.

#include "cli/amparoctl.h"
#include "support/catch.h"
#include "support/golden.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace amparo::test;

namespace {

/// A post with an administrator, "ana", and a shift lead, "luis".
class KeepingPost {
public:
    KeepingPost()
    {
        const Run made = as("ana", "init --post-code PE-DES-01 --post-name Desaguadero --country PER");
        CAPTURE(made.error);
        REQUIRE(made.exitCode == 0);
        REQUIRE(as("ana", "officer add luis --role shift-lead --new-passphrase-file",
                   {passphraseOf(QStringLiteral("luis"))})
                    .exitCode == 0);
    }

    Run as(const char *who, const char *command, const QStringList &further = {},
           const QByteArray &input = {}) const
    {
        const QString name = QString::fromUtf8(who);
        return amparoctl(words(command) + further +
                             QStringList{QStringLiteral("--store"), m_files.path(QStringLiteral("store")),
                                         QStringLiteral("--officer"), name,
                                         QStringLiteral("--passphrase-file"), passphraseOf(name)},
                         input);
    }

    /// What names the second person.
    QStringList second(const char *who) const
    {
        const QString name = QString::fromUtf8(who);
        return {QStringLiteral("--second"), name, QStringLiteral("--second-passphrase-file"),
                passphraseOf(name)};
    }

    QString screen() const
    {
        QJsonObject input =
            QJsonDocument::fromJson(testData(QStringLiteral("screenings/primary_second_line.json"))).object();
        input.remove(QLatin1String("mrz"));  // a specimen's, which a real post refuses
        input.insert(QLatin1String("traveller"),
                     QJsonObject{{QStringLiteral("surname"), QStringLiteral("Mamani")},
                                 {QStringLiteral("birthDate"), QStringLiteral("1999-05-17")},
                                 {QStringLiteral("sex"), QStringLiteral("female")}});
        const Run screened = as("luis", "screen --json", {}, QJsonDocument(input).toJson());
        CAPTURE(screened.error);
        REQUIRE(screened.exitCode == 0);
        return screened.json().value(QLatin1String("screening")).toString();
    }

    QString path(const char *name) const { return m_files.path(QString::fromUtf8(name)); }

private:
    QString passphraseOf(const QString &name) const { return name == QLatin1String("ana") ? m_ana : m_luis; }

    Files m_files;
    QString m_ana = m_files.add(QStringLiteral("ana"), "lluvia sobre el puente\n");
    QString m_luis = m_files.add(QStringLiteral("luis"), "tres garzas blancas\n");
};

}  // namespace

TEST_CASE("terms are shown, changed by two people, and applied", "[cli][SEC-R1][SEC-A6]")
{
    const KeepingPost post;
    const auto standard = [&] {
        return post.as("luis", "retention show --json").json().value(QLatin1String("standard")).toObject();
    };
    CHECK(standard().value(QLatin1String("draftDays")).toInt() == 7);
    CHECK(standard().value(QLatin1String("acknowledgedDays")).toInt() == 90);
    CHECK(post.as("ana", "retention set --draft-days 3").exitCode == 1);
    CHECK(post.as("ana", "retention set --draft-days 3", post.second("ana")).exitCode == 1);
    CHECK(post.as("luis", "retention set --draft-days 3", post.second("ana")).exitCode == 1);
    CHECK(post.as("ana", "retention set --draft-days soon", post.second("luis")).exitCode == 1);
    CHECK(post.as("ana", "retention set --draft-days 91", post.second("luis")).exitCode == 1);
    CHECK(post.as("ana", "retention set", post.second("luis")).exitCode == 2);
    CHECK(standard().value(QLatin1String("draftDays")).toInt() == 7);

    CHECK(post.as("ana", "retention set --draft-days 3", post.second("luis")).exitCode == 0);
    CHECK(post.as("ana", "retention set --form second-line --acknowledged-days 30", post.second("luis"))
              .exitCode == 0);
    const auto shown = post.as("luis", "retention show --json").json();
    CHECK(shown.value(QLatin1String("forms"))[QLatin1String("second-line")][QLatin1String("acknowledgedDays")]
              .toInt() == 30);
    CHECK(standard().value(QLatin1String("draftDays")).toInt() == 3);
    CHECK(standard().value(QLatin1String("acknowledgedDays")).toInt() == 90);
    CHECK(post.as("ana", "retention set --form second-line --usual", post.second("luis")).exitCode == 0);
    CHECK(post.as("luis", "retention show --json").json().value(QLatin1String("forms")).toObject().isEmpty());

    (void)post.screen();
    for (const char *run : {"retention run --dry-run --json", "retention run --json"}) {
        const auto ran = post.as("luis", run);
        CAPTURE(ran.error);
        CHECK(ran.exitCode == 0);
        CHECK(ran.json().value(QLatin1String("records")).toInt(-1) == 0);
    }
}

TEST_CASE("a record is held, released, and erased on request by two people", "[cli][SEC-R2][SEC-A6]")
{
    const KeepingPost post;
    const QString id = post.screen();
    CHECK(post.as("luis", "record hold --reference EXP-2026/118", {id}).exitCode == 0);
    const auto holds = post.as("luis", "record holds --json").json().value(QLatin1String("holds")).toArray();
    REQUIRE(holds.size() == 1);
    CHECK(holds.first()[QLatin1String("reference")].toString() == QLatin1String("EXP-2026/118"));
    const QStringList request = QStringList{id} + post.second("ana");
    const Run refused = post.as("luis", "record erase --reason court-order", request);
    CHECK(refused.exitCode == 1);
    CHECK(refused.error.contains("hold"));
    CHECK(post.as("luis", "record release --reference EXP-2026/118", {id}).exitCode == 1);
    CHECK(post.as("luis", "record release --reference EXP-2026/118", request).exitCode == 0);

    CHECK(post.as("luis", "record erase --reason record-term", request).exitCode == 2);
    CHECK(post.as("luis", "record erase --reason court-order", {id}).exitCode == 1);
    CHECK(post.as("luis", "record erase --reason court-order", request).exitCode == 0);
    const auto erased =
        post.as("luis", "record erased --json").json().value(QLatin1String("erased")).toArray();
    REQUIRE(erased.size() == 1);
    CHECK(erased.first()[QLatin1String("record")].toString() == id);
    CHECK(erased.first()[QLatin1String("reason")].toString() == QLatin1String("court-order"));
    CHECK(post.as("luis", "record erase --reason court-order", request).exitCode == 1);
    CHECK(post.as("ana", "audit verify").exitCode == 0);
}

TEST_CASE("backups are scheduled, made when due, listed and removed", "[cli][SEC-D6]")
{
    const KeepingPost post;
    const QString folder = post.path("backups");
    CHECK(post.as("luis", "backup status").exitCode == 0);
    CHECK(post.as("ana", "backup schedule --keep none", {folder}).exitCode == 1);
    CHECK(post.as("luis", "backup schedule", {folder}).exitCode == 1);
    CHECK(post.as("ana", "backup schedule --keep 2", {folder}).exitCode == 0);
    CHECK(post.as("ana", "backup schedule --keep 3").exitCode == 1);  // another one takes two people
    CHECK(post.as("ana", "backup schedule --keep 3", post.second("luis")).exitCode == 0);
    CHECK(post.as("luis", "backup run").exitCode == 1);  // the folder is not there
    CHECK(post.as("luis", "backup status").exitCode == 1);

    REQUIRE(QDir().mkpath(folder));
    const Run made = post.as("luis", "backup run --json");
    CAPTURE(made.error);
    REQUIRE(made.exitCode == 0);
    CHECK(made.json().value(QLatin1String("made")).toBool());
    const Run again = post.as("luis", "backup run --json");
    CHECK(again.json().value(QLatin1String("made")).toBool(true) == false);
    const Run status = post.as("luis", "backup status --json");
    CHECK(status.exitCode == 0);
    CHECK(status.json().value(QLatin1String("keep")).toInt() == 3);
    const auto backups = status.json().value(QLatin1String("backups")).toArray();
    REQUIRE(backups.size() == 1);
    CHECK(post.as("luis", "backup drill", {backups.first()[QLatin1String("folder")].toString()}).exitCode ==
          0);
    CHECK(post.as("ana", "backup schedule --off", post.second("luis")).exitCode == 0);
    CHECK_FALSE(
        post.as("luis", "backup status --json").json().value(QLatin1String("scheduled")).toBool(true));
}

TEST_CASE("a consent is noted, shown and taken back", "[cli][SEC-R4]")
{
    const KeepingPost post;
    const QString id = post.screen();
    CHECK(post.as("luis", "record consent --to pe-shelter-01 --scope everything", {id}).exitCode == 1);
    CHECK(post.as("luis", "record consent --to pe-shelter-01", {id}).exitCode == 1);
    const auto consents = [&](const char *command, const QStringList &further = {}) {
        const Run run = post.as("luis", command, further + QStringList{id});
        CAPTURE(run.error);
        CHECK(run.exitCode == 0);
        return run.json().value(QLatin1String("consents")).toArray();
    };
    CHECK(consents("record consent --json").isEmpty());
    const auto given = consents("record consent --json --to pe-shelter-01 --scope needs --scope identity");
    REQUIRE(given.size() == 1);
    CHECK(given.first()[QLatin1String("scope")].toArray() ==
          QJsonArray{QStringLiteral("identity"), QStringLiteral("needs")});
    CHECK(given.first()[QLatin1String("withdrawnAt")].isNull());
    const auto withdrawn =
        consents("record consent --json --withdraw", {given.first()[QLatin1String("consent")].toString()});
    REQUIRE(withdrawn.size() == 1);
    CHECK_FALSE(withdrawn.first()[QLatin1String("withdrawnAt")].toString().isEmpty());
}
