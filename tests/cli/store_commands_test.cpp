// The main job without a display: a post is made, an officer screens, the shift lead reports.

#include "cli/amparoctl.h"
#include "openrosa_server/server_process.h"
#include "support/catch.h"
#include "support/golden.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace amparo::test;

namespace {

QStringList words(const char *text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); }

/// A post of its own whose administrator is "ana"; its shift lead is "marta", or the demo's "luis". Keys take
/// their half second: a test makes one post, and the lead where there is work for one.
class Post {
public:
    enum class Kind { Real, Demo };

    explicit Post(Kind kind = Kind::Real)
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

    Run run(const char *command, const QStringList &further = {}, const QByteArray &input = {}) const
    {
        return amparoctl(words(command) + further + signIn(m_administrator, m_passphrase), input);
    }

    /// The same as the shift lead.
    Run lead(const char *command, const QStringList &further = {}, const QByteArray &input = {}) const
    {
        if (m_lead.isEmpty()) {
            m_lead = QStringLiteral("marta");
            REQUIRE(run("officer add marta --role shift-lead --new-passphrase-file", {m_passphrase})
                        .exitCode == 0);
        }
        return amparoctl(words(command) + further + signIn(m_lead, m_passphrase), input);
    }

    QStringList signIn(const QString &officer, const QString &passphraseFile) const
    {
        QStringList options{QStringLiteral("--store"), m_files.path(QStringLiteral("store")),
                            QStringLiteral("--passphrase-file"), passphraseFile};
        return options + QStringList{QStringLiteral("--officer"), officer};
    }

    const Files &files() const { return m_files; }

private:
    Files m_files;
    QString m_administrator;
    mutable QString m_lead;
    QString m_passphrase;
};

/// The ICAO specimen passport at the primary line, sent to the second.
QByteArray specimenScreening() { return testData(QStringLiteral("screenings/primary_second_line.json")); }

/// The same answers, about somebody who is no specimen.
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

QByteArray without(QByteArray json, const char *key)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object.remove(QLatin1String(key));
    return QJsonDocument(object).toJson();
}

QByteArray with(QByteArray json, const char *key, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object.insert(QLatin1String(key), value);
    return QJsonDocument(object).toJson();
}

QJsonValue member(const Run &run, const char *name) { return run.json().value(QLatin1String(name)); }

}  // namespace

TEST_CASE("a post is made, screens and reports, all from the command line", "[cli]")
{
    const Post post(Post::Kind::Demo);
    const QString folder = post.files().path(QStringLiteral("."));
    const int before = member(post.lead("report --json --format csv --out", {folder}), "screenings").toInt();

    const Run screened = post.lead("screen --json", {}, specimenScreening());
    CAPTURE(screened.error);
    REQUIRE(screened.exitCode == 0);
    CHECK(member(screened, "decision").toString() == QLatin1String("second_line"));
    CHECK(member(screened, "recommended").toString() == QLatin1String("second_line"));
    CHECK_FALSE(member(screened, "explanation").toString().isEmpty());
    CHECK(member(screened, "instanceId").toString().startsWith(QLatin1String("uuid:")));

    QDir().mkpath(post.files().path(QStringLiteral("reports")));
    const Run reported = post.lead("report --json --out", {post.files().path(QStringLiteral("reports"))});
    CAPTURE(reported.error);
    REQUIRE(reported.exitCode == 0);
    CHECK(member(reported, "screenings").toInt() == before + 1);
    const QJsonArray written = member(reported, "files").toArray();
    CHECK(written.size() == 3);
    for (const QJsonValue &file : written) {
        QFile report(file.toString());
        REQUIRE(report.open(QIODevice::ReadOnly));
        CHECK_FALSE(report.readAll().contains("ERIKSSON"));
        CHECK(QFile::permissions(file.toString()).testFlag(QFile::ReadGroup) == false);
    }

    const Run doctor = post.run("doctor");
    CAPTURE(doctor.out);
    CHECK(doctor.exitCode == 0);
    CHECK_FALSE(doctor.out.contains("ERIKSSON"));
    CHECK_FALSE(doctor.out.contains("ana"));

    const Run audit = post.run("audit verify --json");
    CHECK(audit.exitCode == 0);
    CHECK(member(audit, "sound").toInt() >= 3);  // made, signed in, finalised at least
    CHECK(member(audit, "firstBroken").isNull());
}

TEST_CASE("a report speaks the language asked for, in its own words and in those of the forms", "[cli]")
{
    const Post post(Post::Kind::Demo);
    REQUIRE(post.lead("screen", {}, specimenScreening()).exitCode == 0);
    const auto rowsOf = [&](const char *language, const char *table) {
        const Run run = post.lead("report --json --format csv --language",
            {QString::fromUtf8(language), QStringLiteral("--out"), post.files().path(QStringLiteral("."))});
        CAPTURE(run.error);
        QFile file(member(run, "files").toArray().first().toString());
        REQUIRE(file.open(QIODevice::ReadOnly));
        QStringList headings;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1String("\r\n"));
        const QString begin = QString::fromUtf8(table) + u',';
        for (const QString &line : lines) {
            if (line.startsWith(begin))
                headings.append(line.sliced(begin.size()).section(u',', 0, -3));
        }
        return headings;
    };
    const QStringList english = rowsOf("en", "Most frequent signs");
    for (const QStringList &other :
         {rowsOf("es-BO", "Señales más frecuentes"), rowsOf("pt-BR", "Sinais mais frequentes")}) {
        CHECK(other.size() == english.size());
        CHECK_FALSE(other.isEmpty());
        for (const QString &heading : other)
            CHECK_FALSE(english.contains(heading));
    }
}

TEST_CASE("a real post takes no specimen document", "[cli]")
{
    const Post post;
    const Run run = post.lead("screen", {}, specimenScreening());
    CHECK(run.exitCode == 1);
    CHECK(run.error.contains("specimen"));
}

TEST_CASE("the second line joins the encounter that the first began", "[cli]")
{
    const Post post;
    const Run first = post.lead("screen --json", {}, typedScreening());
    CAPTURE(first.error);
    REQUIRE(first.exitCode == 0);
    const QString encounter = member(first, "encounter").toString();
    const QByteArray again = with(typedScreening(), "encounter", encounter);
    const Run second = post.lead("screen --json", {}, again);
    CHECK(member(second, "encounter").toString() == encounter);
    CHECK(member(second, "screening").toString() != member(first, "screening").toString());

    const Run reported =
        post.lead("report --json --format csv --out", {post.files().path(QStringLiteral("."))});
    CHECK(member(reported, "screenings").toInt() == 2);
    CHECK(member(reported, "people").toInt() == 1);

    // Screening began the shift; yesterday had none.
    const QString folder = post.files().path(QStringLiteral("."));
    CHECK(member(post.lead("report --json --format csv --shift last --out", {folder}), "screenings").toInt() ==
          2);
    CHECK(member(post.lead("report --json --format csv --day 2001-01-01 --out", {folder}), "screenings")
              .toInt() == 0);
    CHECK(post.lead("report --shift 00000000-0000-4000-8000-000000000001 --out", {folder}).exitCode == 1);
}

TEST_CASE("a screening that is not complete is refused and leaves nothing", "[cli]")
{
    const Post post;
    struct Row {
        const char *what;
        QByteArray input;
        const char *says;
    };
    const QList<Row> rows{
        {"without a decision", without(typedScreening(), "decision"), "decision"},
        {"a departure without a reason", with(typedScreening(), "decision", QStringLiteral("clear")),
         "reason"},
        {"an unknown question",
         with(typedScreening(), "answers", QJsonObject{{QStringLiteral("nonsense"), QStringLiteral("yes")}}),
         "nonsense"},
        {"a birth date that is none",
         with(typedScreening(), "traveller",
              QJsonObject{{QStringLiteral("birthDate"), QStringLiteral("yesterday")}}),
         "birthDate"},
        {"an answer that is no answer",
         with(typedScreening(), "answers",
              QJsonObject{{QStringLiteral("gen_03"), QStringLiteral("perhaps")}}),
         "gen_03"},
        {"an encounter that is no id", with(typedScreening(), "encounter", QStringLiteral("x")), "encounter"},
        {"a broken zone", with(typedScreening(), "mrz", QStringLiteral("P<UTO")), ""},
        {"no JSON", "{", "JSON"},
    };
    for (const Row &row : rows) {
        const Run run = post.lead("screen", {}, row.input);
        CAPTURE(row.what, run.error);
        CHECK(run.exitCode == 1);
        CHECK(run.out.isEmpty());
        CHECK(run.error.contains(row.says));
        CHECK(run.error.count('\n') == 1);
    }
    const Run reported =
        post.lead("report --json --format csv --out", {post.files().path(QStringLiteral("."))});
    CHECK(member(reported, "screenings").toInt() == 0);
}

TEST_CASE("officers are added by an administrator and listed without secrets", "[cli]")
{
    const Post post;
    const QString newPassphrase = post.files().add(QStringLiteral("luis"), "nieve en el altiplano\n");
    const Run added = post.run("officer add luis --role shift-lead --new-passphrase-file", {newPassphrase});
    CAPTURE(added.error);
    REQUIRE(added.exitCode == 0);

    const QJsonArray officers = member(post.run("officer list --json"), "officers").toArray();
    REQUIRE(officers.size() == 2);
    CHECK(officers[1].toObject().value(QLatin1String("login")).toString() == QLatin1String("luis"));
    CHECK(officers[1].toObject().value(QLatin1String("role")).toString() == QLatin1String("shift-lead"));

    SECTION("and signs in with the own passphrase")
    {
        const Run run = amparoctl(words("officer list") + post.signIn(QStringLiteral("luis"), newPassphrase));
        CHECK(run.exitCode == 0);
    }
    SECTION("but may not add others")
    {
        const Run run =
            amparoctl(words("officer add rosa --new-passphrase-file") + QStringList{newPassphrase} +
                      post.signIn(QStringLiteral("luis"), newPassphrase));
        CHECK(run.exitCode == 1);
        CHECK(run.error.startsWith("amparoctl: denied"));
    }
}

TEST_CASE("[SEC-K8] who is removed no longer signs in, and the store gets a new key", "[cli]")
{
    const Post post;
    const QString theirs = post.files().add(QStringLiteral("luis"), "nieve en el altiplano\n");
    REQUIRE(post.run("officer add luis --new-passphrase-file", {theirs}).exitCode == 0);
    const auto asLuis = [&] {
        return amparoctl(words("officer list") + post.signIn(QStringLiteral("luis"), theirs)).exitCode;
    };
    REQUIRE(asLuis() == 0);
    CHECK(post.run("officer remove nobody").error.startsWith("amparoctl: not-found"));
    REQUIRE(post.run("officer remove luis").exitCode == 0);
    REQUIRE(post.run("key rotate").exitCode == 0);
    CHECK(asLuis() == 1);
    CHECK(post.run("audit verify").exitCode == 0);
}

TEST_CASE("[SEC-K2] a passphrase is changed, and a forgotten one replaced", "[cli]")
{
    const Post post;
    const QString theirs = post.files().add(QStringLiteral("luis"), "nieve en el altiplano\n");
    const QString other = post.files().add(QStringLiteral("other"), "viento sobre la laguna\n");
    REQUIRE(post.run("officer add luis --new-passphrase-file", {theirs}).exitCode == 0);
    const auto luis = [&](const char *command, const QString &passphrase, const QStringList &more = {}) {
        return amparoctl(words(command) + more + post.signIn(QStringLiteral("luis"), passphrase)).exitCode;
    };
    REQUIRE(luis("officer passphrase --new-passphrase-file", theirs, {other}) == 0);
    CHECK(luis("officer list", other) == 0);
    REQUIRE(post.run("officer passphrase luis --new-passphrase-file", {theirs}).exitCode == 0);
    CHECK(luis("officer list", theirs) == 0);

    // Standard input gives the passphrase once, and two steps need it.
    const Run piped = amparoctl(words("officer passphrase --new-passphrase-file") + QStringList{other} +
                                    post.signIn(QStringLiteral("luis"), QStringLiteral("-")),
                                "nieve en el altiplano\n");
    CAPTURE(piped.error);
    CHECK(piped.exitCode == 0);
    CHECK(luis("officer list", other) == 0);
}

TEST_CASE("[SEC-K4] headquarters opens a post whose passphrases are lost", "[cli]")
{
    const Post post;
    const QString secretPassphrase = post.files().add(QStringLiteral("hq"), "niebla de la sierra alta\n");
    const QString theirs = post.files().add(QStringLiteral("rescue"), "nieve en el altiplano\n");
    const QString publicKey = post.files().path(QStringLiteral("hq.public"));
    const QString secretKey = post.files().path(QStringLiteral("hq.secret"));
    REQUIRE(amparoctl(words("key make-recovery --public") +
                      QStringList{publicKey, QStringLiteral("--secret"), secretKey,
                                  QStringLiteral("--secret-passphrase-file"), secretPassphrase})
                .exitCode == 0);
    REQUIRE(post.run("key set-recovery", {publicKey}).exitCode == 0);
    const auto recover = [&](const QString &passphrase) {
        return amparoctl(words("key recover --login rescue --store") +
                         QStringList{post.files().path(QStringLiteral("store")), QStringLiteral("--secret"),
                                     secretKey, QStringLiteral("--secret-passphrase-file"), passphrase,
                                     QStringLiteral("--new-passphrase-file"), theirs});
    };
    CHECK(recover(theirs).error.startsWith("amparoctl: denied"));
    const Run recovered = recover(secretPassphrase);
    CAPTURE(recovered.error);
    REQUIRE(recovered.exitCode == 0);
    CHECK(amparoctl(words("officer list") + post.signIn(QStringLiteral("rescue"), theirs)).exitCode == 0);
}

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

TEST_CASE("a wrong passphrase opens nothing and says nothing about which part was wrong", "[cli]")
{
    const Post post;
    const QString wrong = post.files().add(QStringLiteral("wrong"), "sol sobre el puente\n");
    const Run badPassphrase = amparoctl(words("officer list") + post.signIn(QStringLiteral("ana"), wrong));
    const Run badName = amparoctl(words("officer list") + post.signIn(QStringLiteral("eva"), wrong));
    CHECK(badPassphrase.exitCode == 1);
    CHECK(badPassphrase.error.startsWith("amparoctl: denied"));
    CHECK(badName.error == badPassphrase.error);
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

TEST_CASE("where there is no store, the doctor and the others say so", "[cli]")
{
    const Files files;
    const QStringList none{QStringLiteral("--store"), files.path(QStringLiteral("none"))};
    const Run doctor = amparoctl(words("doctor --json") + none);
    CHECK(doctor.exitCode == 1);
    CHECK(doctor.json().contains(QLatin1String("version")));

    const QString passphrase = files.add(QStringLiteral("p"), "lluvia sobre el puente\n");
    const Run list =
        amparoctl(words("officer list --officer ana --passphrase-file") + QStringList{passphrase} + none);
    CHECK(list.exitCode == 1);
    CHECK(list.error.startsWith("amparoctl: not-found"));
}

TEST_CASE("records reach the server when there is a link, once", "[cli]")
{
    const Post post;
    const Run screened = post.lead("screen --json", {}, typedScreening());
    CAPTURE(screened.error);
    REQUIRE(screened.exitCode == 0);
    const QString instanceId = member(screened, "instanceId").toString();

    SECTION("not before a server is set")
    {
        const Run early = post.lead("sync now --json");
        CHECK(early.exitCode == 1);
        CHECK(early.errorJson().value(QLatin1String("error")).toString() == QLatin1String("not-found"));
    }
    SECTION("after the server was gone for a while")
    {
        ServerProcess server;
        const QString url = post.files().add(QStringLiteral("url"), server.baseUrl().toEncoded() + '\n');
        REQUIRE(post.run("sync server --url-file", {url}).exitCode == 0);

        server.kill();
        const Run cut = post.lead("sync now --json");
        CHECK(cut.exitCode == 1);
        CHECK(member(cut, "queued").toInt() == 1);
        CHECK(member(cut, "trouble").toString() == QLatin1String("offline"));

        server.start();
        const Run sent = post.lead("sync now --json");
        CAPTURE(sent.error, sent.out);
        CHECK(sent.exitCode == 0);
        CHECK(member(sent, "acknowledged").toInt() == 1);
        const auto archive = server.archive();
        REQUIRE(archive.size() == 1);
        CHECK(archive.begin()->first == instanceId);
        CHECK(archive.begin()->second.contains("Mamani"));

        CHECK(post.lead("sync now").exitCode == 0);
        CHECK(server.archive().size() == 1);
        CHECK(member(post.run("sync status --json"), "acknowledged").toInt() == 1);

        const Run verified = post.run("audit verify --json --receipts", {server.archiveFolder()});
        CAPTURE(verified.error);
        CHECK(verified.exitCode == 0);
        CHECK(member(verified, "compared").toInt() >= 1);
        CHECK(member(post.run("sync again --json 2026-01-01"), "requeued").toInt() == 1);
        CHECK(post.lead("sync now").exitCode == 0);
        CHECK(server.archive() == archive);
    }
}

TEST_CASE("records go by the protocol that the administrator names", "[cli]")
{
    const Post post;
    REQUIRE(post.lead("screen --json", {}, typedScreening()).exitCode == 0);
    ServerProcess server;  // speaks OpenRosa only
    const QString url = post.files().add(QStringLiteral("url"), server.baseUrl().toEncoded() + '\n');
    CHECK(post.run("sync server --kind morse --url-file", {url}).exitCode == 2);
    REQUIRE(post.run("sync server --kind thin --url-file", {url}).exitCode == 0);
    const Run sent = post.lead("sync now --json");
    CHECK(sent.exitCode == 1);
    CHECK(member(sent, "trouble").toString() == QLatin1String("wrong-address"));
    CHECK(server.archive().empty());
}
