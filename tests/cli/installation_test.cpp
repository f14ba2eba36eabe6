// A post that is made from what IT told the installer.

#include "cli/amparoctl.h"
#include "support/catch.h"

#include <QFile>

using namespace amparo::test;

namespace {

/// As amparoctl finds it beside the installed program.
class Installed {
public:
    explicit Installed(const QByteArray &settings)
    {
        m_passphrase = m_files.add(QStringLiteral("pass"), "correct horse battery\n");
        qputenv("AMPARO_INSTALLATION", m_files.add(QStringLiteral("installation.ini"), settings).toUtf8());
    }
    ~Installed() { qunsetenv("AMPARO_INSTALLATION"); }
    Installed(const Installed &) = delete;
    Installed &operator=(const Installed &) = delete;

    const Files &files() const { return m_files; }

    Run run(const QStringList &words) const
    {
        return amparoctl(words + QStringList{QStringLiteral("--json"), QStringLiteral("--officer"),
                                             QStringLiteral("ana"), QStringLiteral("--passphrase-file"),
                                             m_passphrase, QStringLiteral("--store"),
                                             m_files.path(QStringLiteral("store"))});
    }

private:
    Files m_files;
    QString m_passphrase;
};

QString finding(const Run &doctor, const char *name)
{
    return doctor.json().value(QLatin1String(name)).toString();
}

}  // namespace

TEST_CASE("a post is made from the enrolment that the installer was told", "[cli]")
{
    const Files files;
    const QString enrolment = files.add(QStringLiteral("enrolment.json"), R"({"amparoEnrolment": 1,
        "post": {"code": "PE-DES-01", "name": "Desaguadero", "country": "PER"},
        "server": {"address": "https://odk.example.org/v1/key/s3cret/projects/7"}})");
    const Installed post("[General]\nPostId=ELSE\nEnrolFile=" + enrolment.toUtf8() + "\n");

    const Run made = post.run({QStringLiteral("init")});
    CAPTURE(made.error);
    REQUIRE(made.exitCode == 0);
    CHECK(made.json().value(QLatin1String("post")).toString() == QLatin1String("PE-DES-01"));
    CHECK(finding(post.run({QStringLiteral("doctor")}), "enrolment file") == QLatin1String("can be read"));
    REQUIRE(QFile::remove(enrolment));
    CHECK(finding(post.run({QStringLiteral("doctor")}), "enrolment file") == QLatin1String("gone"));
}

TEST_CASE("post and server that the installer was told stand where the command line is silent", "[cli]")
{
    const Installed post("[General]\nPostId=PE-DES-01\n"
                         "ServerUrl=https://odk.example.org/v1/key/s3cret/projects/7\n");
    const QStringList place{QStringLiteral("init"), QStringLiteral("--post-name"),
                            QStringLiteral("Desaguadero"), QStringLiteral("--country"),
                            QStringLiteral("PER")};
    SECTION("as they are")
    {
        const Run made = post.run(place);
        CAPTURE(made.error);
        REQUIRE(made.exitCode == 0);
        CHECK(made.json().value(QLatin1String("post")).toString() == QLatin1String("PE-DES-01"));
        const Run doctor = post.run({QStringLiteral("doctor")});
        CHECK(finding(doctor, "installed for post") == QLatin1String("PE-DES-01"));
        CHECK(finding(doctor, "installed for server") == QLatin1String("odk.example.org"));
        CHECK_FALSE(doctor.out.contains("s3cret"));
    }
    SECTION("the command line goes before them")
    {
        const Run made =
            post.run(place + QStringList{QStringLiteral("--post-code"), QStringLiteral("PE-TAC-02")});
        REQUIRE(made.exitCode == 0);
        CHECK(made.json().value(QLatin1String("post")).toString() == QLatin1String("PE-TAC-02"));
    }
}
