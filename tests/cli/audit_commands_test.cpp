// Who did what, from the command line: for whom, and with what left of it in the log.

#include "base/csv_reader.h"
#include "cli/amparoctl.h"
#include "support/catch.h"

#include <QFile>
#include <QJsonArray>

using namespace amparo;
using namespace amparo::test;

namespace {

/// A post with "ana" the administrator, "luis" the shift lead and "rosa" the auditor.
class WatchedPost {
public:
    WatchedPost()
    {
        REQUIRE(as("ana", "init --post-code PE-DES-01 --post-name Desaguadero --country PER").exitCode == 0);
        for (const char *add : {"officer add luis --role shift-lead --new-passphrase-file",
                                "officer add rosa --role auditor --new-passphrase-file"})
            REQUIRE(as("ana", add, {m_passphrase}).exitCode == 0);
    }

    Run as(const char *who, const char *command, const QStringList &further = {}) const
    {
        return amparoctl(QString::fromUtf8(command).split(u' ') + further +
                         QStringList{QStringLiteral("--store"), path("store"), QStringLiteral("--officer"),
                                     QString::fromUtf8(who), QStringLiteral("--passphrase-file"),
                                     m_passphrase});
    }

    QString path(const char *name) const { return m_files.path(QString::fromUtf8(name)); }

private:
    Files m_files;
    QString m_passphrase = m_files.add(QStringLiteral("word"), "lluvia sobre el puente\n");
};

QJsonArray entriesOf(const Run &run)
{
    CAPTURE(run.error);
    REQUIRE(run.exitCode == 0);
    return run.json().value(QLatin1String("entries")).toArray();
}

QStringList membersOf(const QJsonArray &entries, const char *name)
{
    QStringList members;
    for (const QJsonValue &entry : entries)
        members.append(entry[QLatin1String(name)].toVariant().toString());
    return members;
}

}  // namespace

TEST_CASE("the log is for administrators and auditors, verified, listed or signed", "[cli][SEC-A1][SEC-T3]")
{
    const WatchedPost post;
    const QString paper = post.path("paper.json");
    for (const char *command : {"audit verify", "audit list", "audit checkpoint"}) {
        CAPTURE(command);
        const QStringList further =
            qstrcmp(command, "audit checkpoint") == 0 ? QStringList{paper} : QStringList();
        const Run refused = post.as("luis", command, further);
        CHECK(refused.exitCode == 1);
        CHECK(refused.error.startsWith("amparoctl: denied"));
        CHECK_FALSE(QFile::exists(paper));
    }
    for (const char *who : {"ana", "rosa"}) {
        CAPTURE(who);
        CHECK(post.as(who, "audit verify").exitCode == 0);
        CHECK(post.as(who, "audit list").exitCode == 0);
        CHECK(post.as(who, "audit checkpoint", {paper}).exitCode == 0);
    }
}

TEST_CASE("the log is listed by day, action and person", "[cli][SEC-T4]")
{
    const WatchedPost post;
    const QJsonArray all = entriesOf(post.as("rosa", "audit list --json"));
    const QStringList actions = membersOf(all, "action");
    CHECK(actions.first() == QLatin1String("store-created"));
    CHECK(actions.count(QStringLiteral("officer-added")) == 2);
    CHECK(actions.last() == QLatin1String("audit-read"));  // this one
    CHECK(membersOf(all, "login").first() == QLatin1String("ana"));
    CHECK(membersOf(all, "login").last() == QLatin1String("rosa"));
    CHECK(membersOf(all, "role").last() == QLatin1String("auditor"));
    for (int i = 0; i < all.size(); ++i)
        CHECK(all.at(i)[QLatin1String("entry")].toInt() == i + 1);

    CHECK(membersOf(entriesOf(post.as("rosa", "audit list --json --action officer-added")), "action") ==
          QStringList(2, QStringLiteral("officer-added")));
    const QStringList mine = membersOf(entriesOf(post.as("rosa", "audit list --json --by rosa")), "login");
    CHECK(mine == QStringList(mine.size(), QStringLiteral("rosa")));
    CHECK(entriesOf(post.as("rosa", "audit list --json --since 2100-01-01")).isEmpty());
    CHECK(entriesOf(post.as("rosa", "audit list --json --until 2000-01-01")).isEmpty());
    CHECK(entriesOf(post.as("rosa", "audit list --json --since 2000-01-01 --until 2100-01-01")).size() >
          all.size());

    CHECK(post.as("rosa", "audit list --since yesterday").exitCode == 2);
    CHECK(post.as("rosa", "audit list --action reading").exitCode == 2);
    CHECK(post.as("rosa", "audit list --by nobody").error.startsWith("amparoctl: not-found"));
    const Run lines = post.as("rosa", "audit list --action store-created");
    CHECK(lines.out.startsWith("1 "));
    CHECK(lines.out.contains(" ana store-created"));
}

TEST_CASE("the log goes into a file for a spreadsheet, which the log tells", "[cli][SEC-O1][SEC-O2][SEC-T4]")
{
    const WatchedPost post;
    const QString path = post.path("log.csv");
    const Run written = post.as("rosa", "audit list --csv", {path});
    CAPTURE(written.error);
    REQUIRE(written.exitCode == 0);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(QFile::permissions(path).testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
    const QByteArray bytes = file.readAll();
    CsvReader reader(bytes);
    QStringList actions;  // below their heading
    while (require(reader.next())) {
        CHECK(reader.fields().size() == 8);
        actions.append(reader.text(5));
    }
    REQUIRE(actions.size() > 5);
    CHECK(actions.mid(0, 2) == QStringList{QStringLiteral("action"), QStringLiteral("store-created")});
    const QJsonArray told = entriesOf(post.as("rosa", "audit list --json --action audit-read"));
    const QStringList details = membersOf(told, "detail");
    CHECK(details.contains(QStringLiteral("export=csv entries=%1").arg(actions.size() - 1)));
}
