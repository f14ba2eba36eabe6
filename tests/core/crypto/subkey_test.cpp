#include "crypto/key_wrap.h"
#include "crypto/random.h"
#include "crypto/subkey.h"

#include "support/catch.h"

using namespace amparo::crypto;

TEST_CASE("each purpose has a key of its own, the same each time", "[crypto][SEC-K5]")
{
    const SecretBytes key = randomSecret(keySize);
    const Purpose purposes[] = {Purpose::BlindIndex, Purpose::BundleSigning, Purpose::Backup,
                                Purpose::Receipts};
    for (const Purpose one : purposes) {
        CHECK(subkey(key, one) == subkey(key, one));
        CHECK_FALSE(subkey(key, one) == key);
        CHECK_FALSE(subkey(randomSecret(keySize), one) == subkey(key, one));
        for (const Purpose other : purposes)
            CHECK((subkey(key, one) == subkey(key, other)) == (one == other));
    }
}
