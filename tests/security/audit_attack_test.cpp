// Who wants the past to look different, with more and more in hand: the folder, the key, all of the station;
// never what the server keeps. Security design, T1 and T2.
#include "security/seized_post.h"
#include "store/audit_log.h"
#include "support/catch.h"
#include "support/files.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace amparo;
using namespace amparo::test;

namespace {

const QByteArray dropGuards =
    "DROP TRIGGER audit_stays; DROP TRIGGER audit_is_kept; DROP TRIGGER audit_follows;"
    "DROP TRIGGER signing_key_stays; DROP TRIGGER signing_key_is_kept;"
    "DROP TRIGGER checkpoint_stays; DROP TRIGGER checkpoint_is_kept;"
    "DROP TRIGGER witness_only_grows; DROP TRIGGER witness_is_kept;";

Run verify(const SeizedPost &post)
{
    return post.run("eva", "audit verify --json --receipts", {post.receipts()});
}

/// What the verification says is wrong, "changed 5" a finding.
QStringList findings(const Run &run)
{
    QStringList found;
    for (const QJsonValue &one : run.json().value(QLatin1String("findings")).toArray())
        found.append(one[QLatin1String("kind")].toString() + QLatin1Char(' ') +
                     QString::number(one[QLatin1String("entry")].toInt()));
    return found;
}

qint64 lastEntry(store::Database &database)
{
    return require(database.value<qint64>("SELECT max(sequence) FROM audit"));
}

/// Entries from `first` on are replaced by as many others that hold together.
void rewriteFrom(const SeizedPost &post, qint64 first)
{
    const auto database = post.openWithKey();
    const qint64 last = lastEntry(*database);
    require(database->execute(dropGuards + "DELETE FROM checkpoint; DELETE FROM audit WHERE sequence >= " +
                              QByteArray::number(first)));
    const record::Officer forger{OfficerId::create(), QStringLiteral("lead"), QStringLiteral("lead"),
                                 record::Role::ShiftLead};
    store::AuditLog log(*database, systemClock(), forger);
    for (qint64 sequence = first; sequence <= last; ++sequence)
        require(log.record(store::AuditAction::ReportExported, QStringLiteral("forged")));
    QFile::remove(post.file(QStringLiteral("mark.amparo")));
}

}  // namespace

TEST_CASE("[SEC-T2] the log of an honest post agrees with what the server has", "[security]")
{
    const SeizedPost post;
    const Run run = verify(post);
    CAPTURE(run.error, run.out);
    CHECK(run.exitCode == 0);
    CHECK(findings(run) == QStringList());
    CHECK(run.json().value(QLatin1String("compared")).toInt() >= 2);
}

TEST_CASE("[SEC-T1] the schema refuses to edit the log, with the key in hand too", "[security]")
{
    const SeizedPost post;
    const auto sql = GENERATE(as<QByteArray>(), "UPDATE audit SET detail = 'x' WHERE sequence = 3",
                              "DELETE FROM audit WHERE sequence = 4", "DELETE FROM audit WHERE sequence > 4",
                              "REPLACE INTO audit SELECT * FROM audit", "UPDATE checkpoint SET entry = 1",
                              "DELETE FROM witness");
    CAPTURE(sql);
    CHECK_FALSE(post.openWithKey()->execute(sql));
    CHECK(findings(verify(post)) == QStringList());
}

TEST_CASE("[SEC-T2] [SEC-T3] whoever takes the guards away and edits the log is found out", "[security]")
{
    struct Row {
        const char *what;
        const char *sql;
        const char *first;
    };
    const auto row = GENERATE(values<Row>({
        {"another detail", "UPDATE audit SET detail = 'x' WHERE sequence = 3", "changed 3"},
        {"another actor", "UPDATE audit SET actor = randomblob(16) WHERE sequence = 4", "changed 4"},
        {"an hour earlier", "UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 5",
         "changed 5"},
        {"one left out", "DELETE FROM audit WHERE sequence = 4", "missing 4"},
        {"two exchanged",
         "UPDATE audit SET sequence = 9999 WHERE sequence = 5; UPDATE audit SET sequence = 5 WHERE"
         " sequence = 6; UPDATE audit SET sequence = 6 WHERE sequence = 9999",
         "changed 5"},
    }));
    CAPTURE(row.what);
    const SeizedPost post;
    require(post.openWithKey()->execute(dropGuards + row.sql));
    const Run run = verify(post);
    CHECK(run.exitCode == 1);
    CHECK(findings(run).value(0) == QLatin1String(row.first));
}

TEST_CASE(
    "[SEC-T2] a tail that is cut off, with all that tells of it here, is missed by the server's receipts",
    "[security]")
{
    const SeizedPost post;
    require(post.openWithKey()->execute(dropGuards + "DELETE FROM checkpoint; DELETE FROM witness;"
                                                     "DELETE FROM audit WHERE sequence > 4"));
    QFile::remove(post.file(QStringLiteral("mark.amparo")));
    const Run run = verify(post);
    CAPTURE(run.error);
    CHECK(run.exitCode == 1);
    // Looking at it has made it longer again: cut off, or with other entries in their place.
    CHECK_FALSE(findings(run).isEmpty());
    CHECK(run.json().value(QLatin1String("firstBroken")).isNull());  // by itself it is sound
}

TEST_CASE("[SEC-T2] a log that is written anew agrees with itself, and not with the server's receipts",
          "[security]")
{
    const SeizedPost post;
    rewriteFrom(post, GENERATE(2, 4));
    CHECK(post.run("eva", "audit verify").exitCode == 0);  // why receipts are kept elsewhere
    const Run run = verify(post);
    CHECK(run.exitCode == 1);
    CHECK(findings(run).join(u' ').contains(QLatin1String("rewritten")));
}

TEST_CASE("[SEC-T2] [SEC-D5] yesterday's copy of the folder, put back today, is found out", "[security]")
{
    const SeizedPost post;
    const QString yesterday = post.place() + QStringLiteral("/yesterday");
    copyFolder(post.store(), yesterday);
    REQUIRE(post.run("lead", "report --format csv --out", {post.place()}).exitCode == 0);
    const QString kept = post.place() + QStringLiteral("/kept.json");
    REQUIRE(post.run("admin", "audit checkpoint", {kept}).exitCode == 0);
    SECTION("all of it, so that the station cannot know, and what the server has is older still")
    {
        REQUIRE(QDir(post.store()).removeRecursively());
        copyFolder(yesterday, post.store());
        CHECK(verify(post).exitCode == 0);
        const Run run = post.run("eva", "audit verify --json --against", {kept});
        CHECK(run.exitCode == 1);
        CHECK(findings(run).size() == 1);
    }
    SECTION("the database alone, which this computer notices by itself")
    {
        replaceContent(post.file(QStringLiteral("store.amparo")),
                       contentOf(yesterday + QStringLiteral("/store.amparo")));
        const Run doctor = post.run("admin", "doctor --json");
        CHECK(doctor.exitCode == 1);
        CHECK(doctor.out.contains("an older copy was put back"));
        const Run run = post.run("eva", "audit verify --json --against", {kept});
        CHECK(run.json().value(QLatin1String("leftBehind")).toInt() == 1);
        CHECK(run.json().value(QLatin1String("generations")).toArray().size() == 2);
    }
}
