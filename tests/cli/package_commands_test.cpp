// Packages from headquarters, from the folder in which they are made to what is in force at a post.
#include "cli/post.h"
#include "support/catch.h"

#include <QDir>
#include <QJsonArray>

using namespace amparo::test;

namespace {

/// Headquarters' computer without a network, and the stick that goes to the posts.
struct Headquarters {
    Files files;
    QString stick = files.path(QStringLiteral("stick"));
    QString passphrase = files.add(QStringLiteral("pass"), "una garza sobre el agua\n");
    QString secret = files.path(QStringLiteral("packages.key"));
    QString key;

    Headquarters()
    {
        REQUIRE(QDir().mkpath(stick));
        key = makeKey(secret);
    }
    QString makeKey(const QString &file) const
    {
        const Run made = amparoctl(words("package make-key --json") + withSecret(file));
        REQUIRE(made.exitCode == 0);
        return made.json().value(QLatin1String("key")).toString();
    }
    QStringList withSecret(const QString &file) const
    {
        return {QStringLiteral("--secret"), file, QStringLiteral("--secret-passphrase-file"), passphrase};
    }
    Run make(const char *channel, int number, const QStringList &further = {}) const
    {
        return amparoctl(QStringList{QStringLiteral("package"), QStringLiteral("make"),
                                     QString::fromUtf8(channel), folder(channel), QStringLiteral("--number"),
                                     QString::number(number), QStringLiteral("--into"), stick} +
                         withSecret(secret) + further);
    }
    /// As people type it, from where they are.
    QString folder(const char *channel) const
    {
        return QDir::current().relativeFilePath(files.path(QString::fromUtf8(channel)));
    }
    void addPolicies(const QByteArray &settings) const
    {
        QDir().mkpath(files.path(QStringLiteral("policy")));
        files.add(QStringLiteral("policy/policy.json"),
                  R"({"amparoPolicy": 1, "settings": {)" + settings + "}}");
    }
};

QStringList taken(const Run &run)
{
    QStringList names;
    for (const QJsonValue &package : member(run, "packages").toArray())
        names.append(package[QLatin1String("channel")].toString() + u' ' +
                     QString::number(package[QLatin1String("number")].toInt()));
    return names;
}

}  // namespace

TEST_CASE("[SEC-S9] policies go from headquarters to a post on a stick, and nothing older after them",
          "[cli]")
{
    const Headquarters office;
    const Post post(Post::Kind::Demo);
    office.addPolicies(R"("lockMinutes": 2)");
    REQUIRE(office.make("policy", 4).exitCode == 0);
    CHECK(post.lead("bundle import --json", {office.stick}).exitCode == 1);  // nobody has said whose count
    REQUIRE(post.run("package trust", {office.key}).exitCode == 0);

    const Run first = post.lead("bundle import --json", {office.stick});
    CHECK(first.exitCode == 0);
    CHECK(taken(first) == QStringList{QStringLiteral("policy 4")});
    CHECK(post.lead("doctor").out.contains("policy lockMinutes 2 (headquarters)"));
    const Run again = post.lead("package take --json", {office.stick});
    CHECK(again.exitCode == 0);
    CHECK(taken(again).isEmpty());
    CHECK(member(again, "knownPackages").toInt() == 1);

    office.addPolicies(R"("lockMinutes": 15)");
    REQUIRE(office.make("policy", 3).exitCode == 0);
    CHECK(taken(post.lead("package take --json", {office.stick})).isEmpty());
    const Run list = post.lead("package list --json");
    CHECK(member(list, "packages").toArray().first()[QLatin1String("number")].toInt() == 4);
    CHECK(member(list, "keys").toArray() == QJsonArray{office.key});
}

TEST_CASE("[SEC-S9] headquarters' key changes by a list, and the key before counts no more", "[cli]")
{
    const Headquarters office;
    const Post post(Post::Kind::Demo);
    REQUIRE(post.run("package trust", {office.key}).exitCode == 0);
    const QString next = office.makeKey(office.files.path(QStringLiteral("next.key")));
    REQUIRE(amparoctl(words("package make-keys --number 2 --into") +
                      QStringList{office.stick, QStringLiteral("--key"), next} +
                      office.withSecret(office.secret))
                .exitCode == 0);
    office.addPolicies(R"("lockMinutes": 2)");
    REQUIRE(office.make("policy", 1).exitCode == 0);
    const Run run = post.lead("package take --json", {office.stick});
    CHECK(run.exitCode == 1);
    CHECK(member(run, "keyLists").toInt() == 1);
    CHECK(member(run, "refusedPackages").toArray().first()[QLatin1String("code")] == QLatin1String("denied"));
    CHECK(member(post.lead("package list --json"), "keys").toArray() == QJsonArray{next});
}

TEST_CASE("[SEC-S9] headquarters signs nothing that a post could not use", "[cli]")
{
    const Headquarters office;
    office.addPolicies(R"("lockMinutes": 200)");
    const Run policies = office.make("policy", 1);
    CHECK(policies.exitCode == 1);
    CHECK(policies.error.contains("lockMinutes"));
    QDir().mkpath(office.files.path(QStringLiteral("lists/directory")));
    office.files.add(QStringLiteral("lists/directory/laws.csv"), "a,b\n1,2\n");
    CHECK(office.make("lists", 1, {QStringLiteral("--expires"), QStringLiteral("2099-12-31")}).exitCode == 1);
    office.addPolicies("");
    CHECK(office.make("policy", 0).exitCode == 1);
    CHECK(office.make("policy", 1, {QStringLiteral("--expires"), QStringLiteral("soon")}).exitCode == 1);
    CHECK(QDir(office.stick).isEmpty());
    CHECK(amparoctl(words("package make-key") + office.withSecret(office.secret)).exitCode ==
          1);  // it is there
}

TEST_CASE("[SEC-S9] a stick with damaged and foreign packages changes nothing, and says so", "[cli]")
{
    const Headquarters office;
    const Headquarters other;
    const Post post(Post::Kind::Demo);
    REQUIRE(post.run("package trust", {office.key}).exitCode == 0);
    other.addPolicies(R"("lockMinutes": 15)");
    REQUIRE(other.make("policy", 9).exitCode == 0);
    other.files.add(QStringLiteral("stick/amparo-forms-000001.package"), "no package");
    const Run run = post.lead("package take --json", {other.stick});
    CHECK(run.exitCode == 1);
    CHECK(taken(run).isEmpty());
    CHECK(member(run, "damagedPackages").toInt() == 1);
    CHECK(member(run, "refusedPackages").toArray().size() == 1);
    CHECK(member(post.lead("package list --json"), "packages").toArray().isEmpty());
}
