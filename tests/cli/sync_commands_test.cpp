// The way to the server, from the command line: rules for the link, enrolment.

#include "cli/amparoctl.h"
#include "openrosa_server/server_process.h"
#include "support/catch.h"

#include <QDir>
#include <QJsonArray>

using namespace amparo::test;

namespace {

/// A post with an administrator, "ana", and a shift lead, "luis".
struct LinkedPost {
    LinkedPost()
    {
        require(
            run("ana", {QStringLiteral("init"), QStringLiteral("--post-code"), QStringLiteral("PE-DES-01"),
                        QStringLiteral("--post-name"), QStringLiteral("Desaguadero"),
                        QStringLiteral("--country"), QStringLiteral("PER")}));
        require(run("ana", {QStringLiteral("officer"), QStringLiteral("add"), QStringLiteral("luis"),
                            QStringLiteral("--role"), QStringLiteral("shift-lead"),
                            QStringLiteral("--new-passphrase-file"), passphrase}));
    }
    static void require(const Run &done)
    {
        CAPTURE(done.error);
        REQUIRE(done.exitCode == 0);
    }
    Run run(const char *who, const QStringList &words) const
    {
        return amparoctl(words + QStringList{QStringLiteral("--store"), files.path(QStringLiteral("store")),
                                             QStringLiteral("--officer"), QString::fromUtf8(who),
                                             QStringLiteral("--passphrase-file"), passphrase});
    }
    Run policy(const char *who, const QStringList &words = {}) const
    {
        return run(who,
                   QStringList{QStringLiteral("sync"), QStringLiteral("policy"), QStringLiteral("--json")} +
                       words);
    }

    Files files;
    QString passphrase = files.add(QStringLiteral("pass"), "correct horse battery\n");
};

QStringList rules()
{
    return {QStringLiteral("--hours"),         QStringLiteral("08:00-12:30,22:00-02:00"),
            QStringLiteral("--bytes-per-day"), QStringLiteral("5000000000"),
            QStringLiteral("--rate"),          QStringLiteral("64"),
            QStringLiteral("--metered"),       QStringLiteral("use"),
            QStringLiteral("--urgent"),        QStringLiteral("as-others")};
}

}  // namespace

TEST_CASE("rules for the link are said, set by an administrator and changed by two people",
          "[cli][sync][SEC-A6]")
{
    const LinkedPost post;
    const QJsonObject usual = post.policy("luis").json();
    CHECK(usual.value(QLatin1String("bytesPerDay")).toInt() == 0);
    CHECK(usual.value(QLatin1String("urgentAnyTime")).toBool());
    CHECK(post.policy("luis", rules()).exitCode == 1);

    const Run set = post.policy("ana", rules());
    CAPTURE(set.error);
    REQUIRE(set.exitCode == 0);
    const QJsonObject kept = post.policy("luis").json();
    CHECK(kept == set.json());
    CHECK(kept.value(QLatin1String("bytesPerDay")).toInteger() == 5'000'000'000);
    CHECK(kept.value(QLatin1String("kilobitsPerSecond")).toInt() == 64);
    CHECK_FALSE(kept.value(QLatin1String("sparesMeteredLinks")).toBool());
    CHECK_FALSE(kept.value(QLatin1String("urgentAnyTime")).toBool());
    CHECK(kept.value(QLatin1String("hours")).toArray().size() == 2);

    const QStringList atAnyTime{QStringLiteral("--hours"), QStringLiteral("all")};
    CHECK(post.policy("ana", atAnyTime).exitCode == 1);
    CHECK(post.policy("luis").json() == kept);
    REQUIRE(post.policy("ana",
                        atAnyTime + QStringList{QStringLiteral("--second"), QStringLiteral("luis"),
                                                QStringLiteral("--second-passphrase-file"), post.passphrase})
                .exitCode == 0);
    const QJsonObject open = post.policy("luis").json();
    CHECK(open.value(QLatin1String("hours")).toArray().isEmpty());
    CHECK(open.value(QLatin1String("kilobitsPerSecond")).toInt() == 64);  // what was not named stays
}

TEST_CASE("rules that make no sense are refused", "[cli][sync]")
{
    const LinkedPost post;
    const auto words = GENERATE(values<QStringList>({
        {QStringLiteral("--hours"), QStringLiteral("08:00")},
        {QStringLiteral("--hours"), QStringLiteral("08:00-08:00")},
        {QStringLiteral("--hours"), QStringLiteral("8 to 12")},
        {QStringLiteral("--bytes-per-day"), QStringLiteral("-1")},
        {QStringLiteral("--rate"), QStringLiteral("fast")},
        {QStringLiteral("--metered"), QStringLiteral("perhaps")},
    }));
    const Run set = post.policy("ana", words);
    CHECK(set.exitCode == 1);
    CHECK(set.errorJson().value(QLatin1String("error")).toString() == QLatin1String("invalid-input"));
}

TEST_CASE("[SEC-S7] one file from headquarters makes a post and its way to the server", "[cli][sync]")
{
    const Files files;
    const QString passphrase = files.add(QStringLiteral("pass"), "correct horse battery\n");
    const QByteArray enrolment = R"({"amparoEnrolment": 1,
        "post": {"code": "PE-DES-01", "name": "Desaguadero", "country": "PER"},
        "server": {"address": "https://odk.example.org/v1/key/s3cret/projects/7"},
        "policy": {"hours": [], "bytesPerDay": 0, "kilobitsPerSecond": 64}})";
    const auto run = [&](const QStringList &words, const QByteArray &input = {}) {
        return amparoctl(words + QStringList{QStringLiteral("--json"), QStringLiteral("--store"),
                                             files.path(QStringLiteral("store")), QStringLiteral("--officer"),
                                             QStringLiteral("ana"), QStringLiteral("--passphrase-file"),
                                             passphrase},
                         input);
    };
    const Run made = run({QStringLiteral("init"), QStringLiteral("--enrol"), QStringLiteral("-")}, enrolment);
    CAPTURE(made.error);
    REQUIRE(made.exitCode == 0);
    CHECK(made.json().value(QLatin1String("post")).toString() == QLatin1String("PE-DES-01"));
    CHECK_FALSE(made.out.contains("s3cret"));
    CHECK(run({QStringLiteral("sync"), QStringLiteral("policy")})
              .json()
              .value(QLatin1String("kilobitsPerSecond"))
              .toInt() == 64);

    // The same again changes nothing, another server takes a second person, and another post is another post.
    const QStringList enrol{QStringLiteral("enrol"), QStringLiteral("-")};
    CHECK(run(enrol, QByteArray(enrolment).replace("odk.example", "thief.example"))
              .errorJson()
              .value(QLatin1String("error")) == QLatin1String("denied"));
    CHECK(run(enrol, QByteArray(enrolment).replace("DES-01", "DES-02"))
              .errorJson()
              .value(QLatin1String("error")) == QLatin1String("conflict"));
}

TEST_CASE("the server's forms are fetched, but for those of others", "[cli][sync]")
{
    const LinkedPost post;
    const QDir forms(post.files.path(QStringLiteral("forms")));
    REQUIRE(forms.mkpath(QStringLiteral(".")));
    const QByteArray form =
        R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
xmlns:amparo="urn:amparo:xforms:1"><h:head><h:title>t</h:title><model><instance><data id="ID" version="1" PURPOSE><q/></data>
</instance><bind nodeset="/data/q" type="string"/></model></h:head>
<h:body><input ref="/data/q"><label>?</label></input></h:body></h:html>)";
    const auto made = [&](const QByteArray &id, const QByteArray &purpose) {
        return QByteArray(form).replace("ID", id).replace("PURPOSE", purpose);
    };
    post.files.add(QStringLiteral("forms/ours.xml"), made("ours", "amparo:purpose=\"vehicle\""));
    post.files.add(QStringLiteral("forms/theirs.xml"), made("theirs", ""));
    ServerProcess server({QStringLiteral("--forms"), forms.path()});
    const QStringList update{QStringLiteral("form"), QStringLiteral("update"), QStringLiteral("--json")};
    CHECK(post.run("luis", update).errorJson().value(QLatin1String("error")) == QLatin1String("not-found"));
    const QString url = post.files.add(QStringLiteral("url"), server.baseUrl().toEncoded() + '\n');
    REQUIRE(
        post.run("ana", {QStringLiteral("sync"), QStringLiteral("server"), QStringLiteral("--url-file"), url})
            .exitCode == 0);

    const Run done = post.run("luis", update);
    CAPTURE(done.error, done.out);
    REQUIRE(done.exitCode == 0);
    CHECK(done.json().value(QLatin1String("received")).toArray() == QJsonArray{QStringLiteral("ours")});
    const QJsonArray failed = done.json().value(QLatin1String("failed")).toArray();
    REQUIRE(failed.size() == 1);
    CHECK(failed.first()[QLatin1String("id")] == QLatin1String("theirs"));
    CHECK(post.run("luis", {QStringLiteral("form"), QStringLiteral("list")}).out.contains("ours"));
    CHECK(post.run("luis", update).json().value(QLatin1String("received")).toArray().isEmpty());

    server.kill();
    const Run cut = post.run("luis", update);
    CHECK(cut.exitCode == 1);
    CHECK(cut.json().value(QLatin1String("trouble")) == QLatin1String("offline"));
}

TEST_CASE(
    "[SEC-S6] an administrator says to whom records are sealed, and it stays until somebody says otherwise",
    "[cli][sync]")
{
    const LinkedPost post;
    const QString publicHalf = post.files.path(QStringLiteral("hq.pub"));
    LinkedPost::require(
        amparoctl({QStringLiteral("key"), QStringLiteral("make-recovery"), QStringLiteral("--public"),
                   publicHalf, QStringLiteral("--secret"), post.files.path(QStringLiteral("hq.key")),
                   QStringLiteral("--secret-passphrase-file"), post.passphrase}));
    const QString address = post.files.add(QStringLiteral("address"), "https://t0ken@gateway.example.org\n");
    const auto set = [&](const QStringList &words, bool isFirst = false) {
        const QStringList second{QStringLiteral("--second"), QStringLiteral("luis"),
                                 QStringLiteral("--second-passphrase-file"), post.passphrase};
        const Run done =
            post.run("ana", QStringList{QStringLiteral("sync"), QStringLiteral("server"),
                                        QStringLiteral("--json"), QStringLiteral("--kind"),
                                        QStringLiteral("thin"), QStringLiteral("--url-file"), address} +
                                words + (isFirst ? QStringList() : second));
        CAPTURE(done.error);
        REQUIRE(done.exitCode == 0);
        return done.json().value(QLatin1String("sealed")).toBool();
    };
    CHECK(set({QStringLiteral("--seal-to"), publicHalf}, true));
    CHECK(set({QStringLiteral("--receipt-key"), QString::fromLatin1(QByteArray(32, 'r').toBase64())}));
    CHECK_FALSE(set({QStringLiteral("--seal-to"), QStringLiteral("none")}));
    CHECK(post.run("ana", {QStringLiteral("sync"), QStringLiteral("server"), QStringLiteral("--url-file"),
                           address, QStringLiteral("--receipt-key"), QStringLiteral("c2hvcnQ=")})
              .exitCode == 1);
}
