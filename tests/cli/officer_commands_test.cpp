// Who signs in at a post and with what, from the command line.

#include "cli/post.h"
#include "support/catch.h"

#include <QJsonArray>

using namespace amparo::test;

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
    const QStringList make = words("key make-recovery --public") +
                             QStringList{publicKey, QStringLiteral("--secret"), secretKey,
                                         QStringLiteral("--secret-passphrase-file"), secretPassphrase};
    REQUIRE(amparoctl(make).exitCode == 0);
    CHECK(amparoctl(make).error.startsWith("amparoctl: conflict"));  // posts are sealed to this one
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
