// Records carried on a stick: a real post, a station that carries, a real gateway, and what happens to
// sticks.

#include "crypto/recovery_key.h"
#include "crypto/signature.h"
#include "exchange/receipt.h"
#include "gateway/gateway_process.h"
#include "gateway/test_database.h"
#include "store/store_queue.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/files.h"
#include "support/test_store.h"
#include "sync/bundle/bundle_export.h"
#include "sync/bundle/carrying.h"
#include "sync/bundle/headquarters.h"
#include "sync/bundle/receipts.h"

#include <QDir>
#include <QFile>

#include <random>

using namespace amparo;
using namespace amparo::test;
using bundle::Carried;
using bundle::FoundBundle;

namespace {

const QString farPost = QStringLiteral("PE-FAR-01");
const QString nearPost = QStringLiteral("PE-DES-01");

/// A gateway with a post that has no link and a station that has one, and a stick.
struct Trail {
    TestDatabase database{TestDatabase::Schema::None};
    GatewayProcess gateway{database.where()};
    QByteArray farToken = gateway.addPost(farPost);
    QByteArray token = gateway.addPost(nearPost);
    crypto::RecoveryKeyPair headquarters = crypto::makeRecoveryKeyPair();
    TestStore post;
    QTemporaryDir stick;

    Trail() { registerKey(); }

    void registerKey()
    {
        const QByteArray key = require(post->batches().sealingKey()).toBase64();
        REQUIRE(
            gateway.run({QStringLiteral("post"), QStringLiteral("key"), farPost, QString::fromLatin1(key)}));
    }

    QList<record::Screening> addRecords(int count)
    {
        QList<record::Screening> records;
        for (int i = 0; i < count; ++i)
            records.append(post.addFinal());
        return records;
    }

    /// In batches of two records.
    Result<bundle::ExportedBundle> exportTo(const QString &place)
    {
        std::optional<Result<bundle::ExportedBundle>> result;
        {
            store::StoreQueue queue(post.take());
            bundle::BundleExport work(queue, place, headquarters.publicKey, post.clock, {2, 1024 * 1024});
            work.start([&](const Result<bundle::ExportedBundle> &done) { result = done; });
            REQUIRE(eventually([&] { return result.has_value(); }));
        }
        require(post.open());
        return *result;
    }
    bundle::ExportedBundle exportBundle() { return require(exportTo(stick.path())); }

    QList<FoundBundle> bundles() const { return require(bundle::readStick(stick.path())).bundles; }

    bundle::Carrier carrier() const
    {
        auto server = require(sync::parseServerAddress(
            QStringLiteral("http://%2@127.0.0.1:%1").arg(gateway.port()).arg(QString::fromLatin1(token))));
        return {server, QByteArray(16, 'n'), QByteArray(16, 'g'), gateway.publicKey()};
    }
    Carried carry(const std::function<bool(int)> &progress = {}) const
    {
        return bundle::carry(bundles(), carrier(), systemClock(), progress);
    }

    bundle::TakenReceipts takeReceipts()
    {
        return require(bundle::takeReceipts(*post, bundle::receiptsOn(bundles()),
                                            {gateway.publicKey(), QStringLiteral("https://gateway.example")},
                                            post.clock.utcNow()));
    }

    qint64 recordsAtGateway() const { return database.number("SELECT count(*) FROM record_identity"); }
    int acknowledged() { return require(post->outbox().counts()).acknowledged; }
    int waiting() { return require(post->outbox().counts()).queued; }

    /// Each acknowledged record has a receipt that proves it, and is at the gateway.
    void demandProofs(const QList<record::Screening> &records)
    {
        for (const record::Screening &record : records) {
            const auto item = require(post->outbox().find(record.id));
            REQUIRE(item);
            if (item->state != record::State::Acknowledged)
                continue;
            const auto proof = require(exchange::decodeReceipt(item->receipt->proof));
            CHECK(exchange::isGenuine(proof, gateway.publicKey()));
            CHECK(proof.record.instanceHash == exchange::instanceHash(record.instanceId));
            const QByteArray query = "SELECT count(*) FROM record_identity WHERE post_id = '" +
                                     farPost.toLatin1() + "' AND instance_hash = '\\x" +
                                     proof.record.instanceHash.toHex() + "'";
            CHECK(database.number(query.constData()) == 1);
        }
    }

    QStringList files(const QString &pattern) const
    {
        QStringList paths;
        for (const FoundBundle &found : bundles()) {
            const QDir dir(found.folder);
            for (const QString &name : dir.entryList({pattern}, QDir::Files, QDir::Name))
                paths.append(dir.filePath(name));
        }
        return paths;
    }
};

}  // namespace

TEST_CASE("[SEC-S8] records go to headquarters on a stick, and their receipts come back on it",
          "[gateway][bundle]")
{
    Trail trail;
    const auto records = trail.addRecords(5);
    const bundle::ExportedBundle exported = trail.exportBundle();
    CHECK(exported.records == 5);
    CHECK(exported.number == 1);
    CHECK(trail.waiting() == 5);
    CHECK(require(trail.post->outbox().find(records.first().id))->onStickSince.has_value());

    const Carried carried = trail.carry();
    CHECK_FALSE(carried.trouble.has_value());
    CHECK(carried.refused.isEmpty());
    CHECK(carried.batches == 3);
    CHECK(carried.records == 5);
    CHECK(trail.recordsAtGateway() == 5);
    CHECK(trail.database.number("SELECT count(DISTINCT post_id) FROM batch WHERE post_id = 'PE-FAR-01'") ==
          1);
    CHECK(trail.database.number("SELECT count(*) FROM batch WHERE post_id = 'PE-DES-01'") == 0);
    CHECK(trail.database.number("SELECT count(*) FROM record") == 0);
    CHECK(trail.database.number("SELECT count(*) FROM form") == 1);

    const bundle::TakenReceipts taken = trail.takeReceipts();
    CHECK(taken.records == store::BundleSettling{5, 0, 0, 0});
    CHECK(trail.acknowledged() == 5);
    trail.demandProofs(records);
    CHECK_FALSE(require(trail.post->outbox().find(records.first().id))->onStickSince.has_value());
    QStringList told;
    for (const store::AuditEntry &entry : auditEntries(trail.post->audit())) {
        if (entry.action == store::AuditAction::BundleOut || entry.action == store::AuditAction::BundleIn)
            told.append(entry.detail);
    }
    CHECK(told == QStringList{QStringLiteral("records=5"), QStringLiteral("receipts=2"),
                              QStringLiteral("receipts=2"), QStringLiteral("receipts=1")});
}

TEST_CASE("[SEC-S6] a stick is opened by headquarters' key and by no other", "[gateway][bundle]")
{
    Trail trail;
    const auto records = trail.addRecords(3);
    trail.exportBundle();
    for (const QString &path : trail.files(QStringLiteral("*"))) {
        CHECK_FALSE(contentOf(path).contains("checklist"));
        CHECK_FALSE(contentOf(path).contains(records.first().instanceId.toLatin1()));
    }
    const QTemporaryDir out;
    const auto open = [&](const crypto::SecretBytes &key, const QList<QByteArray> &trusted = {}) {
        return require(bundle::openBundles(trail.bundles(), key, trusted, out.path()));
    };
    CHECK(open(crypto::makeRecoveryKeyPair().secretKey).closed.size() == 2);
    CHECK(open(trail.headquarters.secretKey, {QByteArray(32, 'k')}).records == 0);
    CHECK(QDir(out.path()).isEmpty());
    const auto opened = open(trail.headquarters.secretKey, {require(trail.post->batches().sealingKey())});
    CHECK(opened.records == 3);
    CHECK(opened.closed.isEmpty());
    QSet<QByteArray> written;
    for (const QString &folder : QDir(out.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        written.insert(contentOf(out.filePath(folder + QStringLiteral("/submission.xml"))));
    QSet<QByteArray> expected;
    for (const record::Screening &record : records)
        expected.insert(require(trail.post->screenings().submission(record.id)));
    CHECK(written == expected);
    CHECK(open(trail.headquarters.secretKey).records == 3);  // again: nothing is added
    CHECK(QDir(out.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() == 3);
}

TEST_CASE("[SEC-S8] a bundle that is lost, found again or carried twice is harmless", "[gateway][bundle]")
{
    Trail trail;
    const auto records = trail.addRecords(3);
    const QTemporaryDir lost;
    require(trail.exportTo(lost.path()));
    trail.exportBundle();
    CHECK(trail.carry().records == 3);
    CHECK(trail.carry() == Carried{0, 0, 2, {}, std::nullopt});
    CHECK(trail.takeReceipts().records.acknowledged == 3);
    CHECK(trail.takeReceipts().unknown == 2);

    const QString found = QDir(lost.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).first();
    copyFolder(lost.filePath(found), trail.stick.filePath(found));
    CHECK(trail.carry().records == 3);
    CHECK(trail.recordsAtGateway() == 3);
    const bundle::TakenReceipts late = trail.takeReceipts();
    CHECK(late.records == store::BundleSettling());
    CHECK(late.unknown == 4);
    CHECK(late.forged == 0);
    trail.demandProofs(records);
}

TEST_CASE("[SEC-S8] what is broken off goes on where it was", "[gateway][bundle]")
{
    Trail trail;
    trail.addRecords(6);
    SECTION("while it is carried")
    {
        trail.exportBundle();
        CHECK(trail.carry([](int) { return false; }).batches == 1);
        const Carried rest = trail.carry();
        CHECK(rest.batches == 2);
        CHECK(rest.known == 1);
    }
    SECTION("while its receipts are written")
    {
        trail.exportBundle();
        trail.carry();
        const QStringList receipts = trail.files(QStringLiteral("*.receipt"));
        REQUIRE(receipts.size() == 3);
        REQUIRE(QFile::remove(receipts[0]));
        replaceContent(receipts[1], contentOf(receipts[1]).first(10));
        CHECK(trail.carry().batches == 2);
    }
    SECTION("while it is written")
    {
        {
            store::StoreQueue queue(trail.post.take());
            bundle::BundleExport work(queue, trail.stick.path(), trail.headquarters.publicKey,
                                      trail.post.clock, {2, 1024 * 1024});
            bool isUnderWay = false;
            QObject::connect(&work, &bundle::BundleExport::progressed, &work, [&] { isUnderWay = true; });
            work.start([](const auto &) {});
            REQUIRE(eventually([&] { return isUnderWay; }));
        }
        require(trail.post.open());
        CHECK(require(bundle::readStick(trail.stick.path())).unfinished == 1);
        CHECK(trail.carry() == Carried());
        trail.exportBundle();
        CHECK(require(bundle::readStick(trail.stick.path())).unfinished == 0);
        CHECK(trail.carry().batches == 3);
    }
    CHECK(trail.recordsAtGateway() == 6);
    CHECK(trail.takeReceipts().records.acknowledged == 6);
}

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

TEST_CASE("[SEC-S8] whatever happens to sticks, each record ends up at the gateway once, with a receipt",
          "[gateway][bundle]")
{
    const unsigned seed = GENERATE(1U, 2U, 3U);
    CAPTURE(seed);
    std::mt19937 chance(seed);
    const auto upTo = [&](qsizetype most) { return qsizetype(chance() % std::uint32_t(most + 1)); };
    Trail trail;
    QList<record::Screening> records;
    QList<QByteArray> kept;  // receipts and batches of any time, to be put back
    for (int step = 0; step < 40; ++step) {
        const QStringList files = trail.files(QStringLiteral("*"));
        switch (upTo(8)) {
        case 0:
            records += trail.addRecords(1 + int(upTo(3)));
            break;
        case 1:
        case 2:
            if (trail.waiting() > 0)
                trail.exportBundle();
            break;
        case 3:
        case 4:
            trail.carry([&](int) { return upTo(4) > 0; });
            break;
        case 5:
            trail.takeReceipts();
            break;
        case 6:  // a file is cut short, or lost
            if (!files.isEmpty()) {
                const QString path = files[upTo(files.size() - 1)];
                kept.append(contentOf(path));
                replaceContent(path, kept.last().first(upTo(kept.last().size())));
            }
            break;
        case 7:  // something of another time lies in its place
            if (!files.isEmpty() && !kept.isEmpty())
                replaceContent(files[upTo(files.size() - 1)], kept[upTo(kept.size() - 1)]);
            break;
        default:  // a bundle is lost
            if (const auto bundles = trail.bundles(); !bundles.isEmpty())
                QDir(bundles[upTo(bundles.size() - 1)].folder).removeRecursively();
        }
        CHECK(trail.recordsAtGateway() >= trail.acknowledged());
    }
    trail.demandProofs(records);
    if (trail.waiting() > 0)
        trail.exportBundle();
    CHECK(trail.carry().trouble == std::nullopt);
    trail.takeReceipts();
    CHECK(trail.waiting() == 0);
    CHECK(trail.acknowledged() == records.size());
    CHECK(trail.recordsAtGateway() == records.size());
    trail.demandProofs(records);
}
