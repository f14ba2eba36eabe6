#include "exchange/passed_on.h"

#include "crypto/random.h"
#include "crypto/signature.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::exchange;
using namespace amparo::test;

TEST_CASE("a relay signs how far records have come, for one store", "[exchange][SEC-S4]")
{
    const crypto::SecretBytes seed = crypto::randomSecret(32);
    const QByteArray key = crypto::signingPublicKey(seed);
    const QByteArray store(16, 's');
    const QList<PassedOn> records{
        {QByteArray(16, 'a'), PassedOn::Stage::Unknown, {}, 0, {}, {}},
        {QByteArray(16, 'b'), PassedOn::Stage::AtRelay, QByteArray(32, 'B'), 0, {}, {}},
        {QByteArray(16, 'c'), PassedOn::Stage::Headquarters, QByteArray(32, 'C'), 201,
         QStringLiteral("https://hq.example/ñ"), QByteArray(300, 'p')}};
    const QByteArray bytes = encodePassedOn(records, store, seed);
    CHECK(require(checkedPassedOn(bytes, store, key)) == records);
    CHECK(require(checkedPassedOn(encodePassedOn({}, store, seed), store, key)).isEmpty());

    CHECK(errorOf(checkedPassedOn(bytes, QByteArray(16, 'x'), key)) == ErrorCode::Denied);
    CHECK(errorOf(checkedPassedOn(bytes, store, crypto::signingPublicKey(crypto::randomSecret(32)))) ==
          ErrorCode::Denied);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray altered = bytes;
        altered[i] = char(altered[i] ^ 1);
        CHECK_FALSE(checkedPassedOn(altered, store, key));
        CHECK_FALSE(checkedPassedOn(bytes.first(i), store, key));
    }
}
