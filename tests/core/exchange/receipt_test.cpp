#include "exchange/receipt.h"

#include "crypto/digest.h"
#include "crypto/random.h"
#include "crypto/signature.h"
#include "exchange_samples.h"
#include "support/catch.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::exchange;
using test::aBatch;
using test::anyBatch;
using test::errorOf;
using test::require;

namespace {

const QDateTime noon = QDateTime::fromMSecsSinceEpoch(1'772'452'800'123, Qt::UTC);
const QByteArray frameId(16, 'f');

QList<Verdict> anyVerdicts(qsizetype count)
{
    QList<Verdict> verdicts(count);
    const bool areAllStored = *rc::gen::arbitrary<bool>();
    for (Verdict &verdict : verdicts)
        verdict = areAllStored ? Verdict::Stored : Verdict(*rc::gen::inRange(0, 4));
    return verdicts;
}

struct Server {
    crypto::SecretBytes seed = crypto::randomSecret(32);
    QByteArray publicKey = crypto::signingPublicKey(seed);
};

}  // namespace

TEST_CASE("one signature gives every record a receipt that stands alone", "[exchange][SEC-S4]")
{
    const Server server;
    CHECK(rc::check([&] {
        const Batch batch = anyBatch();
        const Manifest manifest = manifestOf(batch);
        const QList<Verdict> verdicts = anyVerdicts(batch.items.size());
        const BatchReceipt issued = issueReceipt(manifest, frameId, noon, verdicts, server.seed);
        const BatchReceipt came = *decodeBatchReceipt(encode(issued));
        RC_ASSERT(came == issued);
        const QList<Receipt> receipts = *checkedReceipts(came, manifest, frameId, server.publicKey);
        RC_ASSERT(receipts.size() == batch.items.size());
        for (qsizetype i = 0; i < receipts.size(); ++i) {
            const Receipt kept = *decodeReceipt(encode(receipts[i]));
            RC_ASSERT(kept == receipts[i]);
            RC_ASSERT(kept.verdict == verdicts[i]);
            RC_ASSERT(kept.time == noon);
            RC_ASSERT(kept.record.instanceHash == instanceHash(batch.items[i].instanceId));
            RC_ASSERT(kept.record.contentHash == contentHash(batch.items[i]));
            RC_ASSERT(isGenuine(kept, server.publicKey));
        }
    }));
}

TEST_CASE("a receipt for fifty records travels in some 120 bytes", "[exchange]")
{
    const Manifest manifest = manifestOf(aBatch(50));
    const Server server;
    const QList<Verdict> stored(50, Verdict::Stored);
    CHECK(encode(issueReceipt(manifest, frameId, noon, stored, server.seed)).size() <= 120);
}

TEST_CASE("a receipt of which anything was altered is not genuine", "[exchange][SEC-S4]")
{
    const Manifest manifest = manifestOf(aBatch(5));
    const Server server;
    const BatchReceipt issued =
        issueReceipt(manifest, frameId, noon, QList<Verdict>(5, Verdict::Stored), server.seed);
    const Receipt receipt = require(checkedReceipts(issued, manifest, frameId, server.publicKey)).at(2);
    struct Row {
        const char *what;
        void (*alter)(Receipt &receipt);
    };
    const auto row = GENERATE(values<Row>({
        {"key", [](Receipt &one) { one.keyId[0] = char(one.keyId.at(0) ^ 1); }},
        {"batch", [](Receipt &one) { one.batchId[0] = 'x'; }},
        {"store", [](Receipt &one) { one.storeId[0] = 'x'; }},
        {"generation", [](Receipt &one) { one.generation[0] = 'x'; }},
        {"sequence", [](Receipt &one) { ++one.sequence; }},
        {"checkpoint", [](Receipt &one) { one.checkpointHash.clear(); }},
        {"time", [](Receipt &one) { one.time = one.time.addMSecs(1); }},
        {"instance", [](Receipt &one) { one.record.instanceHash[0] = 'x'; }},
        {"content", [](Receipt &one) { one.record.contentHash[0] = 'x'; }},
        {"verdict", [](Receipt &one) { one.verdict = Verdict::AlreadyStored; }},
        {"place", [](Receipt &one) { one.place = 3; }},
        {"count", [](Receipt &one) { one.count = 6; }},
        {"path", [](Receipt &one) { one.path[0] = QByteArray(32, 'x'); }},
        {"signature", [](Receipt &one) { one.signature[0] = char(one.signature.at(0) ^ 1); }},
    }));
    CAPTURE(row.what);
    Receipt altered = receipt;
    row.alter(altered);
    REQUIRE(altered != receipt);
    CHECK(isGenuine(receipt, server.publicKey));
    CHECK_FALSE(isGenuine(altered, server.publicKey));
    CHECK_FALSE(isGenuine(receipt, Server().publicKey));
}

TEST_CASE("an answer counts for its batch and its server only", "[exchange][SEC-S4]")
{
    const Manifest manifest = manifestOf(aBatch(5));
    const Server server;
    const BatchReceipt issued =
        issueReceipt(manifest, frameId, noon, QList<Verdict>(5, Verdict::Stored), server.seed);

    SECTION("another server")
    {
        CHECK(errorOf(checkedReceipts(issued, manifest, frameId, Server().publicKey)) == ErrorCode::Denied);
    }
    SECTION("another frame")
    {
        CHECK(errorOf(checkedReceipts(issued, manifest, QByteArray(16, 'g'), server.publicKey)) ==
              ErrorCode::Denied);
    }
    SECTION("more records")
    {
        CHECK(errorOf(checkedReceipts(issued, manifestOf(aBatch(6)), frameId, server.publicKey)) ==
              ErrorCode::Denied);
    }
    SECTION("another record")
    {
        Batch other = aBatch(5);
        other.items[4].submissionXml += ' ';
        CHECK(errorOf(checkedReceipts(issued, manifestOf(other), frameId, server.publicKey)) ==
              ErrorCode::Denied);
    }
    SECTION("another checkpoint")
    {
        Batch other = aBatch(5);
        other.checkpoint += ' ';
        CHECK(errorOf(checkedReceipts(issued, manifestOf(other), frameId, server.publicKey)) ==
              ErrorCode::Denied);
    }
    SECTION("a verdict turned into a better one")
    {
        BatchReceipt altered =
            issueReceipt(manifest, frameId, noon, QList<Verdict>(5, Verdict::Conflict), server.seed);
        altered.verdicts[0] = Verdict::Stored;
        CHECK(errorOf(checkedReceipts(altered, manifest, frameId, server.publicKey)) == ErrorCode::Denied);
    }
}

TEST_CASE("receipts that were cut, lengthened or altered in their form are refused", "[exchange]")
{
    const Manifest manifest = manifestOf(aBatch(3));
    const Server server;
    const QList<Verdict> verdicts{Verdict::Stored, Verdict::Conflict, Verdict::Stored};
    const BatchReceipt issued = issueReceipt(manifest, frameId, noon, verdicts, server.seed);
    const QByteArray ofBatch = encode(issued);
    const QByteArray ofRecord =
        encode(require(checkedReceipts(issued, manifest, frameId, server.publicKey)).first());
    for (qsizetype size = 0; size < ofBatch.size(); ++size)
        CHECK(errorOf(decodeBatchReceipt(ofBatch.first(size))) == ErrorCode::InvalidInput);
    for (qsizetype size = 0; size < ofRecord.size(); ++size)
        CHECK(errorOf(decodeReceipt(ofRecord.first(size))) == ErrorCode::InvalidInput);
    CHECK(errorOf(decodeBatchReceipt(ofBatch + 'x')) == ErrorCode::InvalidInput);
    CHECK(errorOf(decodeReceipt(ofRecord + 'x')) == ErrorCode::InvalidInput);
    CHECK(errorOf(decodeBatchReceipt('\2' + ofBatch.mid(1))) == ErrorCode::TooNew);
    CHECK(errorOf(decodeReceipt('\2' + ofRecord.mid(1))) == ErrorCode::TooNew);

    // The verdicts stand before the signature: a bit beyond the third, and "1" where all are stored.
    QByteArray padded = ofBatch;
    padded[ofBatch.size() - 65] = char(padded.at(ofBatch.size() - 65) | 0x40);
    CHECK(errorOf(decodeBatchReceipt(padded)) == ErrorCode::InvalidInput);
    QByteArray twofold = ofBatch;
    twofold[ofBatch.size() - 65] = 0;
    CHECK(errorOf(decodeBatchReceipt(twofold)) == ErrorCode::InvalidInput);
}
