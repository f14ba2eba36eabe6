#include "support/office.h"

#include "crypto/random.h"
#include "crypto/signature.h"
#include "support/catch.h"
#include "support/test_store.h"

namespace amparo::test {

namespace {

constexpr int seedBytes = 32;
constexpr int daysOfList = 30;

}  // namespace

Office::Office() : seed(crypto::randomSecret(seedBytes)), nextSeed(crypto::randomSecret(seedBytes)) {}

void Office::handKeyTo(TestStore &store) const
{
    store.signIn(store.administrator());
    require(store->packages().trust(key()));
    store.signIn(store.lead());
}

QByteArray Office::key() const { return crypto::signingPublicKey(seed); }

QByteArray Office::nextKey() const { return crypto::signingPublicKey(nextSeed); }

QByteArray Office::package(exchange::Channel channel, quint64 version,
                           const QList<exchange::PackageFile> &files, const QDateTime &madeAt) const
{
    const auto end =
        channel == exchange::Channel::Lists ? std::optional(madeAt.addDays(daysOfList)) : std::nullopt;
    return require(exchange::sign(exchange::Package{channel, version, madeAt, end, files}, seed));
}

QByteArray Office::nextKeys(quint64 version) const
{
    return require(exchange::sign(exchange::PackageKeys{version, {nextKey()}}, seed));
}

}  // namespace amparo::test
