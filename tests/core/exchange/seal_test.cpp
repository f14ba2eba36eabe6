#include "exchange/seal.h"

#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "crypto/signature.h"
#include "exchange/frame.h"
#include "exchange/receipt.h"
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

struct Parties {
    crypto::RecoveryKeyPair headquarters = crypto::makeRecoveryKeyPair();
    crypto::SecretBytes seed = crypto::randomSecret(32);
    QByteArray postKey = crypto::signingPublicKey(seed);

    QByteArray sealed(const Batch &batch) const
    {
        return require(
            seal(require(pack(require(encode(batch)))), manifestOf(batch), headquarters.publicKey, seed));
    }
};

}  // namespace

TEST_CASE("headquarters alone reads a sealed batch; whoever carries it can tell what it is",
          "[exchange][SEC-S6]")
{
    const Parties parties;
    CHECK(rc::check([&] {
        const Batch batch = anyBatch();
        const QByteArray frame = parties.sealed(batch);
        const SealedBatch seen = *readSealed(frame, parties.postKey);
        RC_ASSERT(seen.manifest == manifestOf(batch));
        RC_ASSERT(seen.recipient == keyIdOf(parties.headquarters.publicKey));
        const QByteArray inner = *openSealed(frame, parties.postKey, parties.headquarters.secretKey);
        RC_ASSERT(*decodeBatch(*unpack(inner)) == batch);
    }));
    const QByteArray frame = parties.sealed(aBatch(3));
    CHECK(errorOf(openSealed(frame, parties.postKey, crypto::makeRecoveryKeyPair().secretKey)) ==
          ErrorCode::Denied);
    CHECK(require(readFrameHeader(frame)).isSealed);
    CHECK(errorOf(unpack(frame)) == ErrorCode::InvalidInput);
}

TEST_CASE("nothing of a record stands in a sealed batch", "[exchange][SEC-S6]")
{
    const Batch batch = aBatch(1);
    const QByteArray frame = Parties().sealed(batch);
    CHECK_FALSE(frame.contains("second-line"));
    CHECK_FALSE(frame.contains("uuid:"));
    CHECK_FALSE(frame.contains(batch.checkpoint));
}

TEST_CASE("a sealed batch of which any byte was altered is refused", "[exchange][SEC-S6]")
{
    const Parties parties;
    const QByteArray frame = parties.sealed(aBatch(2));
    CHECK(rc::check([&] {
        QByteArray altered = frame;
        const auto at = *rc::gen::inRange<qsizetype>(0, frame.size());
        altered[at] = char(altered.at(at) ^ *rc::gen::inRange(1, 256));
        RC_ASSERT(!readSealed(altered, parties.postKey));
        RC_ASSERT(!openSealed(altered, parties.postKey, parties.headquarters.secretKey));
    }));
    for (qsizetype size = 0; size < frame.size(); size += 7)
        CHECK_FALSE(readSealed(frame.first(size), parties.postKey));
    CHECK_FALSE(readSealed(frame + 'x', parties.postKey));
}

TEST_CASE("another post's seal is told", "[exchange][SEC-S6]")
{
    const Parties parties;
    const Parties others;
    const QByteArray frame = parties.sealed(aBatch(2));
    CHECK(errorOf(readSealed(frame, others.postKey)) == ErrorCode::Denied);
    CHECK(errorOf(openSealed(frame, others.postKey, parties.headquarters.secretKey)) == ErrorCode::Denied);
    CHECK(errorOf(readSealed(require(pack(require(encode(aBatch(1))))), parties.postKey)) ==
          ErrorCode::InvalidInput);
}

TEST_CASE("the size of a sealed batch tells 256 bytes apart, no less", "[exchange][SEC-S6]")
{
    const Parties parties;
    const Manifest manifest = manifestOf(aBatch(1));
    const auto sealedSize = [&](qsizetype size) {
        return require(seal(QByteArray(size, 'x'), manifest, parties.headquarters.publicKey, parties.seed))
            .size();
    };
    CHECK(sealedSize(0) == sealedSize(255));
    CHECK(sealedSize(256) == sealedSize(511));
    CHECK(sealedSize(256) == sealedSize(255) + 256);
    for (const qsizetype size : {0, 255, 256, 257}) {
        const QByteArray inner(size, '\0');  // as the padding itself
        const QByteArray frame = require(seal(inner, manifest, parties.headquarters.publicKey, parties.seed));
        CHECK(require(openSealed(frame, parties.postKey, parties.headquarters.secretKey)) == inner);
    }
}

TEST_CASE("what is no key cannot be sealed to", "[exchange][SEC-S6]")
{
    const Parties parties;
    CHECK(errorOf(seal("x", manifestOf(aBatch(1)), QByteArray(31, 'k'), parties.seed)) ==
          ErrorCode::InvalidInput);
}
