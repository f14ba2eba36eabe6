#pragma once

#include "crypto/secret.h"
#include "exchange/batch.h"
#include "sync/bundle/stick.h"

namespace amparo::bundle {

/// What headquarters has written out of sealed bundles.
struct OpenedBundles {
    int batches = 0;
    int records = 0;
    QList<QString> closed;  ///< files that were not opened, each with the reason, for people

    bool operator==(const OpenedBundles &) const = default;
};

/// What a gateway has written out (`amparo-gateway sealed`), in the shape of bundles without a list of their
/// own: a folder with `post.key` and files, or several of them in `place`. Empty: there is none. Thread: as
/// readStick().
QList<FoundBundle> readArchive(const QString &place);

/// Opens batches with headquarters' secret key, on a computer without a network, and writes each record into
/// a folder of its own below `into`: `submission.xml` and its files. A record that is there in the same bytes
/// is passed over; other bytes are put beside it. `trusted` are the keys of the posts to believe (Ed25519),
/// empty: as each bundle says. Errors: NotFound, ReadOnly, DiskFull for `into`. Thread: any but the GUI's.
[[nodiscard]] Result<OpenedBundles> openBundles(const QList<FoundBundle> &bundles,
                                                const crypto::SecretBytes &secretKey,
                                                const QList<QByteArray> &trusted, const QString &into);

}  // namespace amparo::bundle
