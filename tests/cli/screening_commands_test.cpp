// The main job without a display: an officer screens, the shift lead reports, the records reach the server.

#include "cli/post.h"
#include "openrosa_server/server_process.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace amparo::test;

namespace {

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
        const Run run = post.lead(
            "report --json --format csv --language",
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
    CHECK(
        member(post.lead("report --json --format csv --shift last --out", {folder}), "screenings").toInt() ==
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
