#include "exchange/opening.h"

#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "crypto/signature.h"
#include "exchange/frame.h"
#include "exchange/seal.h"
#include "exchange_samples.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::exchange;
using test::aBatch;
using test::errorOf;
using test::require;

namespace {

struct OpeningOffice {
    crypto::RecoveryKeyPair key = crypto::makeRecoveryKeyPair();
    crypto::SecretBytes seed = crypto::randomSecret(32);
    QByteArray postKey = crypto::signingPublicKey(seed);
    QByteArray form = "<h:html>a form of the checklist</h:html>";

    QByteArray sealed(const Batch &batch, const Manifest &said, const Dictionary &dictionary = {}) const
    {
        return require(seal(require(pack(require(encode(batch)), dictionary)), said, key.publicKey, seed));
    }
    Result<Batch> open(const QByteArray &frame) const
    {
        return openBatch(frame, postKey, key.secretKey,
                         [&](const QByteArray &name) { return name == nameOf(form) ? form : QByteArray(); });
    }
};

}  // namespace

TEST_CASE("headquarters opens a sealed batch, whatever it was packed against", "[exchange][SEC-S6]")
{
    const OpeningOffice office;
    const Batch batch = aBatch(5);
    const bool isAgainstForm = GENERATE(false, true);
    const Dictionary dictionary = isAgainstForm ? formDictionary(office.form) : Dictionary();
    CHECK(require(office.open(office.sealed(batch, manifestOf(batch), dictionary))) == batch);
}

TEST_CASE("a batch is not opened with what does not belong to it", "[exchange][SEC-S6]")
{
    const OpeningOffice office;
    const Batch batch = aBatch(3);
    const QByteArray frame = office.sealed(batch, manifestOf(batch));
    const auto noForm = [](const QByteArray &) { return QByteArray(); };

    SECTION("another key of headquarters")
    {
        const auto other = crypto::makeRecoveryKeyPair();
        CHECK(errorOf(openBatch(frame, office.postKey, other.secretKey, noForm)) == ErrorCode::Denied);
    }
    SECTION("another post")
    {
        const QByteArray other = crypto::signingPublicKey(crypto::randomSecret(32));
        CHECK(errorOf(openBatch(frame, other, office.key.secretKey, noForm)) == ErrorCode::Denied);
    }
    SECTION("a form that is not at hand")
    {
        const QByteArray other = office.sealed(batch, manifestOf(batch), formDictionary("<another/>"));
        CHECK(errorOf(office.open(other)) == ErrorCode::NotFound);
    }
    SECTION("other records than it says in the clear")
    {
        CHECK(errorOf(office.open(office.sealed(batch, manifestOf(aBatch(2))))) == ErrorCode::InvalidInput);
    }
}
