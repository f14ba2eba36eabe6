#include "exchange/manifest.h"

#include "crypto/digest.h"
#include "exchange_samples.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::exchange;
using test::aBatch;
using test::anItem;

TEST_CASE("a record is known by its bytes and those of its files", "[exchange]")
{
    Item item = anItem(1);
    CHECK(contentHash(item) == crypto::digest(item.submissionXml));
    item.files = {{QStringLiteral("a.jpg"), QStringLiteral("image/jpeg"), "a"},
                  {QStringLiteral("b.jpg"), QStringLiteral("image/jpeg"), "b"}};
    QSet<QByteArray> hashes{contentHash(anItem(1)), contentHash(item)};
    Item other = item;
    other.files[0].content = "c";
    hashes.insert(contentHash(other));
    other = item;
    other.files[0].name = QStringLiteral("c.jpg");
    hashes.insert(contentHash(other));
    other = item;
    other.files[1].mediaType = QStringLiteral("image/png");
    hashes.insert(contentHash(other));
    other = item;
    other.files.swapItemsAt(0, 1);
    hashes.insert(contentHash(other));
    other = item;
    other.submissionXml += ' ';
    hashes.insert(contentHash(other));
    CHECK(hashes.size() == 7);
}

TEST_CASE("a manifest names the records in their order and the checkpoint by its hash", "[exchange]")
{
    Batch batch = aBatch(2);
    const Manifest manifest = manifestOf(batch);
    CHECK(manifest.storeId == batch.storeId);
    CHECK(manifest.generation == batch.generation);
    CHECK(manifest.sequence == 7);
    CHECK(manifest.checkpointHash == crypto::digest("checkpoint"));
    REQUIRE(manifest.entries.size() == 2);
    CHECK(manifest.entries[1] == Entry{instanceHash(batch.items[1].instanceId), contentHash(batch.items[1])});
    batch.checkpoint.clear();
    CHECK(manifestOf(batch).checkpointHash.isEmpty());
}

TEST_CASE("a manifest stands in bytes in one way", "[exchange]")
{
    const Manifest manifest = manifestOf(aBatch(3));
    const QByteArray bytes = encode(manifest);
    CHECK(test::require(decodeManifest(bytes)) == manifest);
    for (qsizetype size = 0; size < bytes.size(); ++size)
        CHECK(test::errorOf(decodeManifest(bytes.first(size))) == ErrorCode::InvalidInput);
    CHECK(test::errorOf(decodeManifest(bytes + 'x')) == ErrorCode::InvalidInput);
}
