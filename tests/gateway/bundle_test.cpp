// Records carried on a stick: a real post, a station that carries, a real gateway, and what happens to
// sticks.

#include "gateway/stick_trail.h"
#include "support/files.h"

#include <QFile>

#include <random>

using namespace amparo;
using namespace amparo::test;
using bundle::Carried;

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
