// A post's store from the command line: made, examined, backed up, salvaged, given forms.

#include "cli/post.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace amparo::test;

TEST_CASE("[SEC-D6] a post is backed up, the backup tried, and restored where the store is lost", "[cli]")
{
    const Post post;
    const QString backup = post.files().path(QStringLiteral("backup"));
    const Run made = post.run("backup make --json", {backup});
    CAPTURE(made.error);
    REQUIRE(made.exitCode == 0);
    CHECK(post.run("backup drill --json", {backup}).json() == made.json());
    CHECK(post.run("backup restore", {backup}).error.startsWith("amparoctl: conflict"));
    REQUIRE(QDir(post.files().path(QStringLiteral("store"))).removeRecursively());
    CHECK(post.run("officer list").exitCode == 1);
    REQUIRE(post.run("backup restore", {backup}).exitCode == 0);
    CHECK(post.run("officer list").exitCode == 0);
    CHECK(post.run("audit verify").exitCode == 0);
}

TEST_CASE("[SEC-K4][SEC-D6] a post that has lost disk and passphrases comes back with headquarters' key",
          "[cli]")
{
    const Post post;
    const Files &files = post.files();
    const QString secretPassphrase = files.add(QStringLiteral("hq"), "niebla de la sierra alta\n");
    const QString theirs = files.add(QStringLiteral("rescue"), "nieve en el altiplano\n");
    const QString publicKey = files.path(QStringLiteral("hq.public"));
    const QString secretKey = files.path(QStringLiteral("hq.secret"));
    const QString backup = files.path(QStringLiteral("backup"));
    const QString store = files.path(QStringLiteral("store"));
    REQUIRE(amparoctl(words("key make-recovery --public") +
                      QStringList{publicKey, QStringLiteral("--secret"), secretKey,
                                  QStringLiteral("--secret-passphrase-file"), secretPassphrase})
                .exitCode == 0);
    REQUIRE(post.run("key set-recovery", {publicKey}).exitCode == 0);
    REQUIRE(post.run("backup make", {backup}).exitCode == 0);
    REQUIRE(QDir(store).removeRecursively());

    const auto restore = [&](const QString &passphrase) {
        return amparoctl(words("backup restore --login rescue --store") +
                         QStringList{store, QStringLiteral("--secret"), secretKey,
                                     QStringLiteral("--secret-passphrase-file"), passphrase,
                                     QStringLiteral("--new-passphrase-file"), theirs, backup});
    };
    CHECK(restore(theirs).error.startsWith("amparoctl: denied"));
    CHECK_FALSE(QFile::exists(store + QStringLiteral("/keys.amparo")));
    CHECK(amparoctl(words("backup restore --secret") + QStringList{secretKey, backup}).exitCode == 2);
    const Run restored = restore(secretPassphrase);
    CAPTURE(restored.error);
    REQUIRE(restored.exitCode == 0);
    CHECK(restored.out.contains("rescue can sign in as administrator"));
    CHECK(amparoctl(words("audit verify") + post.signIn(QStringLiteral("rescue"), theirs)).exitCode == 0);
    CHECK(post.run("officer list").exitCode == 0);  // whoever remembers theirs still comes in
}

TEST_CASE("[SEC-T2] what was kept elsewhere tells a store that was set back, the whole folder of it", "[cli]")
{
    const Post post(Post::Kind::Demo);
    const QString folder = post.files().path(QStringLiteral("store"));
    const QString older = post.files().path(QStringLiteral("older"));
    const QString paper = post.files().path(QStringLiteral("paper.json"));
    const QString server = post.files().path(QStringLiteral("server"));
    REQUIRE(QDir().mkpath(older));
    const QStringList names = QDir(folder).entryList(QDir::Files);
    for (const QString &name : names)
        REQUIRE(QFile::copy(QDir(folder).filePath(name), QDir(older).filePath(name)));

    const Run made = post.run("audit checkpoint --json", {paper});
    CAPTURE(made.error);
    REQUIRE(made.exitCode == 0);
    const Run honest = post.run("audit verify --json --against", {paper});
    CAPTURE(honest.error);
    CHECK(honest.exitCode == 0);
    CHECK(member(honest, "compared").toInt() >= 1);
    const QString from = QStringLiteral("%1:%2")
                             .arg(member(honest, "sound").toInt())
                             .arg(member(honest, "lastHash").toString());
    CHECK(post.run("audit verify --from", {from}).exitCode == 0);
    CHECK(post.run("audit verify --from", {QStringLiteral("3:zz")}).exitCode == 2);
    CHECK(post.run("audit verify --receipts", {server}).error.startsWith("amparoctl: not-found"));

    REQUIRE(QDir(folder).removeRecursively());
    REQUIRE(QDir().rename(older, folder));
    CHECK(post.run("audit verify").exitCode == 0);  // by itself it cannot know
    const Run told = post.run("audit verify --json --against", {paper});
    CHECK(told.exitCode == 1);
    const QJsonArray findings = member(told, "findings").toArray();
    REQUIRE(findings.size() == 1);
    // It has grown again by signing in.
    CHECK(findings.first().toObject().value(QLatin1String("kind")).toString() == QLatin1String("rewritten"));
}

TEST_CASE("[SEC-D5] a server that was set back gets again what it had taken", "[cli]")
{
    const Post post;
    CHECK(post.run("sync again 2026-13-01").exitCode == 2);
    const Run again = post.run("sync again --json 2026-03-01");
    CHECK(again.exitCode == 0);
    CHECK(member(again, "requeued").toInt() == 0);
}

TEST_CASE("[SEC-D3] a damaged post is told by doctor and salvaged into a new one", "[cli]")
{
    const Post post;
    REQUIRE(post.lead("screen -", {}, typedScreening()).exitCode == 0);
    const QString path = post.files().path(QStringLiteral("store/store.amparo"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.size() > 40 * 4096);
    file.seek(40 * 4096 - 900);  // within the fortieth page
    file.write("damaged");
    file.close();
    CHECK(post.run("doctor").exitCode == 1);

    const QString into = post.files().path(QStringLiteral("new"));
    const QString report = post.files().path(QStringLiteral("report.json"));
    const Run salvaged = post.run("store salvage --json --into", {into, QStringLiteral("--report"), report});
    CAPTURE(salvaged.error);
    CHECK(salvaged.exitCode == 1);  // something is lost, and the report says what
    CHECK(salvaged.json().value(QLatin1String("damagedPages")).toArray() == QJsonArray{40});
    CHECK(QFile::exists(report));
    CHECK(post.run("store salvage --into", {into}).error.startsWith("amparoctl: conflict"));
    REQUIRE(QDir(post.files().path(QStringLiteral("store"))).removeRecursively());
    REQUIRE(QDir().rename(into, post.files().path(QStringLiteral("store"))));
    CHECK(post.run("officer list").exitCode == 0);
    CHECK(post.run("form list").exitCode == 0);
}

TEST_CASE("a new post has the built-in forms, and takes further ones", "[cli]")
{
    const Post post;
    const QJsonArray builtIn = member(post.run("form list --json"), "forms").toArray();
    REQUIRE(builtIn.size() >= 2);
    QStringList lines;
    for (const QJsonValue &form : builtIn)
        lines.append(form.toObject().value(QLatin1String("line")).toString());
    CHECK(lines.contains(QLatin1String("primary")));
    CHECK(lines.contains(QLatin1String("second")));

    const auto form = [](const char *label) {
        return QByteArray(
                   R"form(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>T</h:title><model><instance><data id="t" version="1"><p/></data></instance>
<bind nodeset="/data/p" type="string"/></model></h:head>
<h:body><input ref="/data/p"><label>)form") +
               label + "</label></input></h:body></h:html>";
    };
    const QString file = post.files().add(QStringLiteral("t.xml"), form("P"));
    CHECK(post.run("form install", {file}).exitCode == 0);
    CHECK(post.run("form install", {file}).exitCode == 0);  // the same bytes again change nothing
    CHECK(member(post.run("form list --json"), "forms").toArray().size() == builtIn.size() + 1);

    const QString other = post.files().add(QStringLiteral("u.xml"), form("Q"));
    const Run conflict = post.run("form install", {other});
    CHECK(conflict.exitCode == 1);
    CHECK(conflict.error.startsWith("amparoctl: conflict"));

    const QString broken = post.files().add(QStringLiteral("b.xml"), "<nonsense/>");
    CHECK(post.run("form install", {broken}).exitCode == 1);
}

TEST_CASE("a store is never made over another, and a weak passphrase makes none", "[cli]")
{
    const Files files;
    const QStringList init =
        words("init --post-code P --post-name P --country PER --officer ana --store") +
        QStringList{files.path(QStringLiteral("store")), QStringLiteral("--passphrase-file")};
    CHECK(amparoctl(init + QStringList{files.add(QStringLiteral("weak"), "short\n")}).exitCode == 1);
    CHECK_FALSE(QFileInfo::exists(files.path(QStringLiteral("store/store.amparo"))));

    const QString good = files.add(QStringLiteral("good"), "lluvia sobre el puente\n");
    CHECK(amparoctl(init + QStringList{good}).exitCode == 0);
    const Run again = amparoctl(init + QStringList{good});
    CHECK(again.exitCode == 1);
    CHECK(again.error.startsWith("amparoctl: conflict"));
}

TEST_CASE("doctor shows each policy and where it comes from, and no folder", "[cli]")
{
    const Post post;
    const QString folder = post.files().path(QStringLiteral("of-maria"));
    REQUIRE(QDir().mkpath(folder));
    REQUIRE(post.run("backup schedule", {folder}).exitCode == 0);
    const Run doctor = post.run("doctor");
    CHECK(doctor.exitCode == 0);
    CHECK(doctor.out.contains("policy lockMinutes 3 (built in)"));
    CHECK(doctor.out.contains("policy retention drafts 7 days, records 90 days (built in)"));
    CHECK(doctor.out.contains("policy backups one every 24 h, 7 kept, for 30 days at most (post)"));
    CHECK_FALSE(doctor.out.contains("of-maria"));

    const Run json = post.run("doctor --json");
    CHECK_FALSE(json.out.contains("of-maria"));
    const QJsonObject policies = member(json, "policies").toObject();
    CHECK(policies.keys() == QStringList{QStringLiteral("backups"), QStringLiteral("link"),
                                         QStringLiteral("lockMinutes"), QStringLiteral("pin"),
                                         QStringLiteral("retention"), QStringLiteral("updateNotices")});
    const QJsonObject backups = policies[QLatin1String("backups")].toObject();
    CHECK(backups[QLatin1String("source")] == QStringLiteral("post"));
    CHECK(backups[QLatin1String("value")][QLatin1String("keep")] == 7);
}

TEST_CASE("the doctor asks who signs in to examine a store, and calls none bad that it has not seen", "[cli]")
{
    const Post post;
    const QString store = post.files().path(QStringLiteral("store"));
    const QString named = QStringLiteral("--store");
    const Run nobody = amparoctl(words("doctor") + QStringList{named, store});
    CHECK(nobody.exitCode == 2);
    CHECK(nobody.error ==
          "amparoctl: usage: sign in with --officer and --passphrase-file to examine the store\n");
    const Run half = amparoctl(words("doctor --officer ana") + QStringList{named, store});
    CHECK(half.exitCode == 1);
    CHECK(half.error == "amparoctl: invalid-input: --passphrase-file is missing\n");

    qputenv("AMPARO_STORE", store.toUtf8());
    const Run installation = amparoctl(words("doctor"));
    const Run asJson = amparoctl(words("doctor --json"));
    qunsetenv("AMPARO_STORE");
    CHECK(installation.exitCode == 0);
    CHECK_FALSE(installation.out.contains("LOOK"));
    CHECK(installation.out.contains(
        "-    store not examined; sign in with --officer and --passphrase-file to examine the store\n"));
    CHECK(member(asJson, "store").toString().startsWith(QLatin1String("not examined")));
    CHECK(post.run("doctor").exitCode == 0);
}

TEST_CASE("where there is no store, the doctor and the others say so", "[cli]")
{
    const Files files;
    const QStringList none{QStringLiteral("--store"), files.path(QStringLiteral("none"))};
    const Run doctor = amparoctl(words("doctor --json") + none);
    CHECK(doctor.exitCode == 1);
    CHECK(doctor.json().contains(QLatin1String("version")));
    CHECK(doctor.json().contains(QLatin1String("policies")));

    const QString passphrase = files.add(QStringLiteral("p"), "lluvia sobre el puente\n");
    const Run list =
        amparoctl(words("officer list --officer ana --passphrase-file") + QStringList{passphrase} + none);
    CHECK(list.exitCode == 1);
    CHECK(list.error.startsWith("amparoctl: not-found"));
}
