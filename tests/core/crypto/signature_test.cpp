#include "crypto/signature.h"

#include "crypto/random.h"
#include "support/catch.h"

#include <algorithm>

using namespace amparo::crypto;

namespace {

SecretBytes secretFromHex(const char *hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    SecretBytes secret(std::size_t(bytes.size()));
    std::copy_n(bytes.begin(), bytes.size(), secret.bytes().begin());
    return secret;
}

}  // namespace

TEST_CASE("signatures are those of Ed25519 (RFC 8032, 7.1)", "[crypto]")
{
    struct Row {
        const char *seed;
        const char *publicKey;
        const char *message;
        const char *signature;
    };
    const auto row = GENERATE(values<Row>(
        {{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
          "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
          "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
          "d25bf5f0595bbe24655141438e7a100b"},
         {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
          "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
          "387b2eaeb4302aeeb00d291612bb0c00"}}));
    const SecretBytes seed = secretFromHex(row.seed);
    const QByteArray message = QByteArray::fromHex(row.message);
    CHECK(signingPublicKey(seed).toHex() == row.publicKey);
    CHECK(sign(message, seed).toHex() == row.signature);
    CHECK(isSignedBy(QByteArray::fromHex(row.publicKey), message, QByteArray::fromHex(row.signature)));
}

TEST_CASE("a signature holds for one message and one key", "[crypto]")
{
    const SecretBytes seed = randomSecret(32);
    const QByteArray key = signingPublicKey(seed);
    const QByteArray signature = sign("entry 12", seed);
    CHECK(isSignedBy(key, "entry 12", signature));
    CHECK_FALSE(isSignedBy(key, "entry 13", signature));
    CHECK_FALSE(isSignedBy(signingPublicKey(randomSecret(32)), "entry 12", signature));
    CHECK_FALSE(isSignedBy(key, "entry 12", signature.chopped(1)));
    CHECK_FALSE(isSignedBy(key.chopped(1), "entry 12", signature));
}
