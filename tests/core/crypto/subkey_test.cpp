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

TEST_CASE("a salted key takes both the key and the salt", "[crypto][SEC-K5]")
{
    const SecretBytes key = randomSecret(keySize);
    const QByteArray salt(16, 's');
    CHECK(saltedKey(key, salt) == saltedKey(key, salt));
    CHECK_FALSE(saltedKey(key, salt) == key);
    CHECK_FALSE(saltedKey(key, QByteArray(16, 't')) == saltedKey(key, salt));
    CHECK_FALSE(saltedKey(randomSecret(keySize), salt) == saltedKey(key, salt));
}
