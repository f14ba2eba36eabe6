#include "crypto/key_wrap.h"
#include "crypto/random.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::crypto;
using test::errorOf;
using test::require;

namespace {

Passphrase right() { return Passphrase::fromText(u"tres garzas blancas"); }

}  // namespace

TEST_CASE("a wrapped key opens with its passphrase and with nothing else", "[crypto][SEC-K2]")
{
    const SecretBytes key = randomSecret(keySize);
    const WrappedKey wrapped = require(wrapKey(key, right(), {}, "post 7, officer 3"));

    SECTION("the right passphrase")
    {
        CHECK(require(unwrapKey(wrapped, right(), "post 7, officer 3")) == key);
    }
    SECTION("a wrong passphrase")
    {
        const auto wrong = Passphrase::fromText(u"tres garzas negras");
        CHECK(errorOf(unwrapKey(wrapped, wrong, "post 7, officer 3")) == ErrorCode::Denied);
    }
    SECTION("the slot of somebody else")
    {
        CHECK(errorOf(unwrapKey(wrapped, right(), "post 7, officer 4")) == ErrorCode::Denied);
    }
    SECTION("one bit of the sealed key changed")
    {
        WrappedKey altered = wrapped;
        altered.key.sealed[5] = char(altered.key.sealed.at(5) ^ 1);
        CHECK(errorOf(unwrapKey(altered, right(), "post 7, officer 3")) == ErrorCode::Denied);
    }
    SECTION("other parameters than it was made with")
    {
        WrappedKey altered = wrapped;
        altered.kdf.passes = 4;
        CHECK(errorOf(unwrapKey(altered, right(), "post 7, officer 3")) == ErrorCode::Denied);
    }
}

TEST_CASE("the same key and passphrase are wrapped differently each time", "[crypto]")
{
    const SecretBytes key = randomSecret(keySize);
    const WrappedKey first = require(wrapKey(key, right(), {}, "slot"));
    const WrappedKey second = require(wrapKey(key, right(), {}, "slot"));
    CHECK(first.salt != second.salt);
    CHECK(first.key.nonce != second.key.nonce);
    CHECK(first.key.sealed != second.key.sealed);
}

TEST_CASE("parameters below the floor or beyond reason are refused before any work", "[crypto][SEC-K2]")
{
    const auto kdf = GENERATE(values<KdfParameters>(
        {{64 * 1024 - 1, 3}, {64 * 1024, 2}, {8, 1}, {0, 0}, {4 * 1024 * 1024 + 1, 3}, {64 * 1024, 65}}));
    CAPTURE(kdf.memoryInKib, kdf.passes);
    CHECK(errorOf(wrapKey(randomSecret(keySize), right(), kdf, "slot")) == ErrorCode::InvalidInput);
    const WrappedKey downgraded{kdf, randomBytes(16), {randomBytes(24), randomBytes(48)}};
    CHECK(errorOf(unwrapKey(downgraded, right(), "slot")) == ErrorCode::Corrupt);
}

TEST_CASE("a wrapped key of a wrong size is refused", "[crypto]")
{
    WrappedKey damaged{{}, randomBytes(16), {randomBytes(24), randomBytes(48)}};
    QByteArray *const cut = GENERATE_REF(&damaged.salt, &damaged.key.nonce, &damaged.key.sealed);
    cut->chop(1);
    CHECK(errorOf(unwrapKey(damaged, right(), "slot")) == ErrorCode::Corrupt);
}

TEST_CASE("calibration never goes below the floor", "[crypto][SEC-K2]")
{
    CHECK(calibratedKdf(std::chrono::milliseconds(0)) == KdfParameters{});
    const KdfParameters strong = calibratedKdf(std::chrono::seconds(20));
    CHECK(strong.memoryInKib >= KdfParameters{}.memoryInKib);
    CHECK(strong.passes >= KdfParameters{}.passes);
    CHECK(strong != KdfParameters{});
}

TEST_CASE("a key under another key comes back for that key and its context alone", "[crypto][SEC-K2]")
{
    const SecretBytes key = randomSecret(keySize);
    const SecretBytes under = randomSecret(keySize);
    const SealedKey sealed = sealKey(key, under, "post 1");
    CHECK(require(openKey(sealed, under, "post 1")) == key);
    CHECK(errorOf(openKey(sealed, randomSecret(keySize), "post 1")) == ErrorCode::Denied);
    CHECK(errorOf(openKey(sealed, under, "post 2")) == ErrorCode::Denied);
    SealedKey altered = sealed;
    altered.sealed[5] = char(altered.sealed.at(5) ^ 1);
    CHECK(errorOf(openKey(altered, under, "post 1")) == ErrorCode::Denied);
    CHECK(sealKey(key, under, "post 1").nonce != sealed.nonce);
}
