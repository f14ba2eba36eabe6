// What a post, a gateway and whoever carries between them refuse to take from a stick.

#include "gateway/stick_trail.h"
#include "support/files.h"

#include <QFile>

using namespace amparo;
using namespace amparo::test;
using bundle::Carried;

TEST_CASE("[SEC-S8] what a stick has lost or was given is told, and changes nothing else",
          "[gateway][bundle]")
{
    Trail trail;
    trail.addRecords(4);
    trail.exportBundle();
    const QString first = trail.files(QStringLiteral("*.batch")).first();
    const QString list = trail.bundles().first().folder + QStringLiteral("/bundle.amparo");

    SECTION("a batch cut short") { replaceContent(first, contentOf(first).chopped(1)); }
    SECTION("a batch with a byte changed")
    {
        QByteArray bytes = contentOf(first);
        bytes[bytes.size() / 2] = char(bytes.at(bytes.size() / 2) ^ 1);
        replaceContent(first, bytes);
    }
    SECTION("a batch that is gone") { REQUIRE(QFile::remove(first)); }
    SECTION("a link in the place of a batch")
    {
        const QString elsewhere = trail.post.path(QStringLiteral("elsewhere"));
        REQUIRE(QFile::rename(first, elsewhere));
        REQUIRE(QFile::link(elsewhere, first));
    }
    const Carried carried = trail.carry();
    CHECK(carried.refused.size() == 1);
    CHECK(carried.refused.value(0).why == QStringLiteral("damaged"));
    CHECK(carried.records == 2);
    CHECK(trail.takeReceipts().records.acknowledged == 2);
    CHECK(trail.waiting() == 2);

    replaceContent(list, contentOf(list).chopped(1));
    CHECK(require(bundle::readStick(trail.stick.path())).damaged == 1);
    CHECK(trail.bundles().isEmpty());
}

TEST_CASE("[SEC-S8] a receipt that the server has not signed for that batch acknowledges nothing",
          "[gateway][bundle]")
{
    Trail trail;
    trail.addRecords(4);
    trail.exportBundle();
    trail.carry();
    const QStringList receipts = trail.files(QStringLiteral("*.receipt"));
    REQUIRE(receipts.size() == 2);

    SECTION("the receipts of two batches in each other's place")
    {
        const QByteArray one = contentOf(receipts[0]);
        replaceContent(receipts[0], contentOf(receipts[1]));
        replaceContent(receipts[1], one);
        CHECK(trail.takeReceipts().forged == 2);
    }
    SECTION("any byte changed")
    {
        const QByteArray sound = contentOf(receipts[0]);
        for (qsizetype at = 0; at < sound.size(); ++at) {
            QByteArray altered = sound;
            altered[at] = char(altered.at(at) ^ 1);
            replaceContent(receipts[0], altered);
            replaceContent(receipts[1], "no receipt");
            CHECK(trail.takeReceipts().forged == 2);
        }
    }
    SECTION("another server's")
    {
        const auto taken =
            require(bundle::takeReceipts(*trail.post, bundle::receiptsOn(trail.bundles()),
                                         {QByteArray(32, 'k'), {}}, trail.post.clock.utcNow()));
        CHECK(taken.forged == 2);
    }
    SECTION("of a store that is another")
    {
        TestStore other(TestStore::Kind::Another);
        const auto taken =
            require(bundle::takeReceipts(*other, bundle::receiptsOn(trail.bundles()),
                                         {trail.gateway.publicKey(), {}}, other.clock.utcNow()));
        CHECK(taken.unknown == 2);
    }
    CHECK(trail.acknowledged() == 0);
    CHECK(trail.waiting() == 4);
}

TEST_CASE("[SEC-S8] a gateway takes from a carrier what a registered post has sealed, and nothing else",
          "[gateway][bundle]")
{
    Trail trail;
    trail.addRecords(2);
    trail.exportBundle();
    const auto run = [&](const char *deed) {
        REQUIRE(trail.gateway.run({QStringLiteral("post"), QString::fromLatin1(deed), farPost}));
    };
    SECTION("no post has that key")
    {
        run("reset-key");
        const Carried carried = trail.carry();
        CHECK(carried.refused.value(0).why == QStringLiteral("need-key"));
        trail.registerKey();
    }
    SECTION("two posts have that key")
    {
        const QByteArray other = trail.gateway.addPost(QStringLiteral("PE-FAR-02"));
        const QByteArray key = require(trail.post->batches().sealingKey()).toBase64();
        REQUIRE(trail.gateway.run({QStringLiteral("post"), QStringLiteral("key"), QStringLiteral("PE-FAR-02"),
                                   QString::fromLatin1(key)}));
        CHECK(trail.carry().refused.value(0).why == QStringLiteral("need-key"));
        REQUIRE(trail.gateway.run(
            {QStringLiteral("post"), QStringLiteral("reset-key"), QStringLiteral("PE-FAR-02")}));
    }
    SECTION("the post is closed")
    {
        run("close");
        CHECK(trail.carry().refused.value(0).why == QStringLiteral("closed"));
        run("open");
    }
    SECTION("the gateway shows another key than it did")
    {
        bundle::Carrier carrier = trail.carrier();
        carrier.serverKey = QByteArray(32, 'k');
        CHECK(bundle::carry(trail.bundles(), carrier, systemClock()).trouble->trouble ==
              sync::Trouble::Untrusted);
    }
    CHECK(trail.recordsAtGateway() == 0);
    CHECK(trail.carry().records == 2);
}
