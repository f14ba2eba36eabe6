// A stick, from the command line. What the gateway makes of it: tests/gateway/bundle_test.cpp.

#include "cli/amparoctl.h"
#include "support/catch.h"

#include <QDir>

using namespace amparo::test;

namespace {

struct FarPost {
    FarPost()
    {
        require(amparoctl(words("init --demo --store") + QStringList{files.path(QStringLiteral("store"))}));
        require(amparoctl(words("key make-recovery --public") +
                          QStringList{files.path(QStringLiteral("hq.pub")), QStringLiteral("--secret"),
                                      files.path(QStringLiteral("hq.key")),
                                      QStringLiteral("--secret-passphrase-file"), secretPassphrase}));
        REQUIRE(QDir().mkpath(stick));
    }
    static void require(const Run &done)
    {
        CAPTURE(done.error);
        REQUIRE(done.exitCode == 0);
    }
    Run run(const char *who, const char *command, const QStringList &further = {}) const
    {
        const QString passphrase = files.add(QStringLiteral("pass"), "lluvia sobre el puente\n");
        return amparoctl(words(command) + further +
                         QStringList{QStringLiteral("--json"), QStringLiteral("--store"),
                                     files.path(QStringLiteral("store")), QStringLiteral("--officer"),
                                     QString::fromUtf8(who), QStringLiteral("--passphrase-file"),
                                     passphrase});
    }
    Run open(const QString &secret) const
    {
        return amparoctl(words("bundle open --json") + QStringList{stick, QStringLiteral("--secret"), secret,
                                                                   QStringLiteral("--secret-passphrase-file"),
                                                                   secretPassphrase, QStringLiteral("--into"),
                                                                   files.path(QStringLiteral("out"))});
    }

    Files files;
    QString secretPassphrase = files.add(QStringLiteral("secret-pass"), "una garza sobre el agua\n");
    QString stick = files.path(QStringLiteral("stick"));
};

}  // namespace

TEST_CASE("[SEC-S8] records go onto a stick sealed, and only headquarters reads them", "[cli][bundle]")
{
    const FarPost post;
    CHECK(post.run("luis", "bundle export", {post.stick}).exitCode == 1);  // nobody has said to whom to seal
    const QString address = post.files.add(QStringLiteral("address"), "https://t0ken@gateway.example.org\n");
    FarPost::require(
        post.run("admin", "sync server --kind thin --url-file",
                 {address, QStringLiteral("--seal-to"), post.files.path(QStringLiteral("hq.pub"))}));
    const int waiting = post.run("luis", "sync status").json().value(QLatin1String("queued")).toInt();
    REQUIRE(waiting > 0);

    const Run exported = post.run("luis", "bundle export", {post.stick});
    FarPost::require(exported);
    CHECK(exported.json().value(QLatin1String("records")).toInt() == waiting);
    CHECK(post.run("luis", "sync status").json().value(QLatin1String("queued")).toInt() == waiting);
    const Run imported = post.run("luis", "bundle import", {post.stick});
    CHECK(imported.exitCode == 0);  // its own, and no receipts yet
    CHECK(post.run("admin", "bundle key").json().value(QLatin1String("key")).toString().size() == 44);

    REQUIRE(QDir().mkpath(post.files.path(QStringLiteral("out"))));
    const Run opened = post.open(post.files.path(QStringLiteral("hq.key")));
    FarPost::require(opened);
    CHECK(opened.json().value(QLatin1String("records")).toInt() == waiting);
    CHECK(QDir(post.files.path(QStringLiteral("out"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() ==
          waiting);
}

TEST_CASE("[SEC-S7] the key that is printed is the sealTo of an enrolment, and its other half opens",
          "[cli][bundle]")
{
    const FarPost post;
    const QString secret = post.files.path(QStringLiteral("seal.key"));
    const Run made =
        amparoctl(words("key make-recovery --public") +
                  QStringList{post.files.path(QStringLiteral("seal.pub")), QStringLiteral("--secret"), secret,
                              QStringLiteral("--secret-passphrase-file"), post.secretPassphrase});
    FarPost::require(made);
    const QString enrolment =
        post.files.add(QStringLiteral("post.json"), R"({"amparoEnrolment": 1,
        "post": {"code": "UTO-DEMO-01", "name": "Demo", "country": "UTO"},
        "server": {"address": "https://t0ken@gateway.example.org", "protocol": "thin", "sealTo": ")" +
                                                        made.out.split('\n').first() + "\"}}");
    FarPost::require(post.run("admin", "enrol", {enrolment}));
    FarPost::require(post.run("luis", "bundle export", {post.stick}));
    REQUIRE(QDir().mkpath(post.files.path(QStringLiteral("out"))));
    FarPost::require(post.open(secret));
    CHECK(post.open(post.files.path(QStringLiteral("hq.key"))).exitCode == 1);  // another pair
}

TEST_CASE("[SEC-A1] an officer takes in no stick", "[cli][bundle]")
{
    const FarPost post;
    const Run done = post.run("ana", "bundle import", {post.stick});
    CHECK(done.exitCode == 1);
    CHECK(done.errorJson().value(QLatin1String("error")).toString() == QLatin1String("denied"));
}
