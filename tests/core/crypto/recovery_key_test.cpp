#include "crypto/key_wrap.h"
#include "crypto/random.h"
#include "crypto/recovery_key.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::crypto;
using test::errorOf;
using test::require;

TEST_CASE("what is sealed to headquarters' key is opened with its other half alone", "[crypto][SEC-K4]")
{
    const RecoveryKeyPair pair = makeRecoveryKeyPair();
    const SecretBytes key = randomSecret(keySize);
    const QByteArray sealed = require(sealForRecovery(key, pair.publicKey));
    CHECK(require(openForRecovery(sealed, pair.secretKey)) == key);
    CHECK(errorOf(openForRecovery(sealed, makeRecoveryKeyPair().secretKey)) == ErrorCode::Denied);
    QByteArray altered = sealed;
    altered[40] = char(altered.at(40) ^ 1);
    CHECK(errorOf(openForRecovery(altered, pair.secretKey)) == ErrorCode::Denied);
    CHECK(errorOf(openForRecovery(sealed.first(48), pair.secretKey)) == ErrorCode::Corrupt);
    CHECK(require(sealForRecovery(key, pair.publicKey)) != sealed);
}

TEST_CASE("only a key can be sealed to", "[crypto][SEC-K4]")
{
    const auto bytes = GENERATE(as<QByteArray>(), QByteArray(), QByteArray(31, '\1'), QByteArray(33, '\1'),
                                QByteArray(32, '\0'));  // the point of order 1
    CHECK(errorOf(sealForRecovery(randomSecret(keySize), bytes)) == ErrorCode::InvalidInput);
}
