#pragma once

#include "exchange/package.h"

namespace amparo::test {

class TestStore;

/// Headquarters, which signs packages for posts; made anew each time, with a key of its own and one to follow
/// it.
struct Office {
    crypto::SecretBytes seed;
    crypto::SecretBytes nextSeed;

    Office();

    /// Makes it the post's headquarters; the lead is signed in afterwards.
    void handKeyTo(TestStore &store) const;

    QByteArray key() const;
    QByteArray nextKey() const;

    /// Signed; a list expires after 30 days.
    QByteArray package(exchange::Channel channel, quint64 version, const QList<exchange::PackageFile> &files,
                       const QDateTime &madeAt) const;

    /// Signed with the present key: from then on the next one counts alone.
    QByteArray nextKeys(quint64 version) const;
};

}  // namespace amparo::test
