#include "crypto/random.h"
#include "crypto/secret.h"

#include "support/catch.h"

#include <algorithm>

using namespace amparo;
using crypto::SecretBytes;

TEST_CASE("a secret is moved, never copied", "[crypto][SEC-K6]")
{
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<SecretBytes>);
    STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<SecretBytes>);

    SecretBytes first = crypto::randomSecret(32);
    const SecretBytes same = first.clone();
    const SecretBytes second = std::move(first);
    CHECK(second == same);
    CHECK(second.size() == 32);
}

TEST_CASE("a new secret is zero until it is filled", "[crypto]")
{
    const SecretBytes secret(48);
    CHECK(std::ranges::all_of(secret.bytes(), [](unsigned char byte) { return byte == 0; }));
    CHECK(SecretBytes().isEmpty());
}

TEST_CASE("secrets of other bytes or another length differ", "[crypto]")
{
    CHECK_FALSE(crypto::randomSecret(32) == crypto::randomSecret(32));
    CHECK_FALSE(SecretBytes(31) == SecretBytes(32));
    CHECK(SecretBytes() == SecretBytes());
}
