// What goes onto sticks and what is kept of it, with a headquarters that takes everything.

#include "sync/bundle/bundle_export.h"

#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "crypto/signature.h"
#include "exchange/receipt.h"
#include "exchange/seal.h"
#include "store/store_queue.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/small_disk.h"
#include "support/test_store.h"
#include "sync/bundle/receipts.h"

#include <QDir>

using namespace amparo;
using namespace amparo::test;
using bundle::ExportedBundle;
using bundle::FoundBundle;

namespace {

struct Post {
    TestStore store;
    QByteArray sealKey = crypto::makeRecoveryKeyPair().publicKey;
    crypto::SecretBytes server = crypto::randomSecret(crypto::keySize);

    record::Screening addRecord(qsizetype fileBytes = 0)
    {
        const record::Screening screening = decided(store.addDraft());
        QMap<QString, QByteArray> files;
        if (fileBytes > 0)
            files.insert(QStringLiteral("face.jpg"), crypto::randomBytes(fileBytes));
        require(
            store->screenings().finalise(screening, "<data id=\"checklist\"><f>face.jpg</f></data>", files));
        return screening;
    }

    Result<ExportedBundle> exportTo(const QString &place, const bundle::PartSize &size = {2, 1024 * 1024})
    {
        std::optional<Result<ExportedBundle>> result;
        {
            store::StoreQueue queue(store.take());
            bundle::BundleExport work(queue, place, sealKey, store.clock, size);
            work.start([&](const Result<ExportedBundle> &done) { result = done; });
            REQUIRE(eventually([&] { return result.has_value(); }));
        }
        require(store.open());
        return *result;
    }

    /// Receipts for all that is there.
    bundle::TakenReceipts takeReceipts(const QString &place)
    {
        const auto stick = require(bundle::readStick(place));
        for (const FoundBundle &found : stick.bundles) {
            for (const exchange::BundlePart &part : found.bundle.parts) {
                if (part.kind != exchange::BundlePart::Kind::Batch)
                    continue;
                const auto frame = require(bundle::readPart(found.folder, part));
                const auto sealed = require(exchange::readSealed(frame, found.bundle.postKey));
                const QList<exchange::Verdict> verdicts(sealed.manifest.entries.size());
                require(bundle::writeReceiptFile(
                    found.folder, part.name,
                    exchange::encode(exchange::issueReceipt(sealed.manifest, part.name, store.clock.utcNow(),
                                                            verdicts, server))));
            }
        }
        return require(bundle::takeReceipts(
            *store, bundle::receiptsOn(stick.bundles),
            {crypto::signingPublicKey(server), QStringLiteral("https://server")}, store.clock.utcNow()));
    }

    int waiting() { return require(store->outbox().counts()).queued; }
    bool isOnStick(const record::Screening &screening)
    {
        return require(store->outbox().find(screening.id))->onStickSince.has_value();
    }
};

QList<exchange::BundlePart> batchesOn(const QString &place)
{
    QList<exchange::BundlePart> batches;
    const auto stick = require(bundle::readStick(place));
    for (const FoundBundle &found : stick.bundles) {
        for (const exchange::BundlePart &part : found.bundle.parts) {
            require(bundle::readPart(found.folder, part));
            if (part.kind == exchange::BundlePart::Kind::Batch)
                batches.append(part);
        }
    }
    return batches;
}

}  // namespace

TEST_CASE("[SEC-S8] batches on a stick are parted by bytes as well as by records, and all can be read back",
          "[bundle]")
{
    Post post;
    const QTemporaryDir stick(quickFolder());
    constexpr qsizetype small = 60'000;
    for (const qsizetype bytes : {small, small, small, 5 * small, small})
        post.addRecord(bytes);
    const auto exported = require(post.exportTo(stick.path(), {100, 2 * small + small / 2}));
    CHECK(exported.records == 5);
    CHECK(exported.unfit == 0);
    QList<quint64> records;
    for (const exchange::BundlePart &part : batchesOn(stick.path()))
        records.append(part.records);
    CHECK(records == QList<quint64>{2, 1, 1, 1});
    CHECK(post.takeReceipts(stick.path()).records.acknowledged == 5);
}

TEST_CASE("[SEC-S8] a record that no batch can hold waits, and the others go", "[bundle]")
{
    Post post;
    const QTemporaryDir stick(quickFolder());
    post.addRecord();
    const auto large = post.addRecord(exchange::mostUnpackedBytes);
    post.addRecord();
    const auto exported = require(post.exportTo(stick.path(), {100, 2 * exchange::mostUnpackedBytes}));
    CHECK(exported.records == 2);
    CHECK(exported.unfit == 1);
    CHECK_FALSE(post.isOnStick(large));
    CHECK(post.takeReceipts(stick.path()).records.acknowledged == 2);
    CHECK(post.waiting() == 1);
}

TEST_CASE("[SEC-S8] a stick that is full takes what it holds, and another all the rest", "[bundle]")
{
    const int size =
        GENERATE(range(100, 128, 4));  // KiB: whatever is left after the last batch, also for the list
    CAPTURE(size);
    const auto disk = SmallDisk::mount(size);
    if (!disk)
        return;
    Post post;
    constexpr int count = 8;
    QList<record::Screening> made;
    for (int i = 0; i < count; ++i)
        made.append(post.addRecord(20'000));
    const auto first = require(post.exportTo(disk->path(), {1, 1024 * 1024}));
    CHECK(first.isFull);
    CHECK(first.records > 0);
    CHECK(first.records < count);
    CHECK(batchesOn(disk->path()).size() == first.records);
    CHECK(std::count_if(made.begin(), made.end(), [&](const record::Screening &each) {
              return post.isOnStick(each);
          }) == first.records);
    CHECK(errorOf(post.exportTo(disk->path(), {1, 1024 * 1024})) == ErrorCode::DiskFull);

    const QTemporaryDir another(quickFolder());
    const auto second = require(post.exportTo(another.path()));
    CHECK(second.records == count);
    CHECK_FALSE(second.isFull);
    CHECK(post.takeReceipts(another.path()).records.acknowledged == count);
}

TEST_CASE("[SEC-S8] what is on no stick yet goes first", "[bundle]")
{
    Post post;
    const auto old = post.addRecord();
    const QTemporaryDir first(quickFolder());
    require(post.exportTo(first.path()));
    const auto fresh = post.addRecord();
    using Which = store::BundleRepository::Which;
    const auto ids = [&](Which which) {
        QList<ScreeningId> found;
        for (const store::WaitingRecord &record :
             require(post.store->bundles().waiting(which, 0, 10, 1'000'000)))
            found.append(record.outgoing.item.screening);
        return found;
    };
    CHECK(ids(Which::OnNone) == QList<ScreeningId>{fresh.id});
    CHECK(ids(Which::OnStick) == QList<ScreeningId>{old.id});
    const QTemporaryDir second(quickFolder());
    CHECK(require(post.exportTo(second.path())).records == 2);
    CHECK(ids(Which::OnNone).isEmpty());
}

TEST_CASE("[SEC-S8] of a stick that never comes back nothing stays once its records have receipts",
          "[bundle]")
{
    Post post;
    for (int i = 0; i < 4; ++i)
        post.addRecord();
    const QTemporaryDir lost(quickFolder());
    require(post.exportTo(lost.path()));
    const auto isKept = [&] {
        const auto parts = batchesOn(lost.path());
        return std::any_of(parts.begin(), parts.end(), [&](const exchange::BundlePart &part) {
            return require(post.store->bundles().find(part.name)).has_value();
        });
    };
    CHECK(isKept());

    SECTION("from a later stick")
    {
        const QTemporaryDir later(quickFolder());
        require(post.exportTo(later.path()));
        CHECK(isKept());
        CHECK(post.takeReceipts(later.path()).records.acknowledged == 4);
    }
    SECTION("over the link, when the terms are looked at")
    {
        post.store.deliver();
        CHECK(isKept());
        require(post.store->applyRetention(QTimeZone::utc()));
    }
    SECTION("over the link, when another stick is begun")
    {
        post.store.deliver();
        post.addRecord();
        const QTemporaryDir later(quickFolder());
        require(post.exportTo(later.path()));
    }
    CHECK_FALSE(isKept());
    const auto late = post.takeReceipts(lost.path());
    CHECK(late.unknown == 2);
    CHECK(late.records == store::BundleSettling());
}

TEST_CASE("[SEC-S8] of sticks that never come back no more is kept than of the last 200", "[bundle]")
{
    Post post;
    post.addRecord();
    const QTemporaryDir lost(quickFolder());
    require(post.exportTo(lost.path()));
    const QByteArray batch = batchesOn(lost.path()).first().name;
    const auto giveAway = [&](int bundles) {
        for (int i = 0; i < bundles; ++i) {
            const auto begun = require(post.store->bundles().begin());
            require(post.store->bundles().noteBatch(begun.number, begun.id, {"manifest", {1}}));
            require(post.store->bundles().finish(begun.number, 1));
        }
    };
    giveAway(199);
    require(post.store->bundles().forgetSettled());
    CHECK(require(post.store->bundles().find(batch)).has_value());
    giveAway(1);
    require(post.store->bundles().forgetSettled());
    CHECK_FALSE(require(post.store->bundles().find(batch)).has_value());
    CHECK(post.waiting() == 1);  // and goes onto the next
}
