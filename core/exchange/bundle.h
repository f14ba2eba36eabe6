#pragma once

#include "crypto/secret.h"
#include "exchange/batch.h"

#include <QDateTime>

namespace amparo::exchange {

// What a post gives to somebody to carry (security design, S8): sealed batches (seal.h) as files, and beside
// them one that lists them, signed by the post. Names of files come from the list's hashes, never from a text
// in it, so that nothing on a stick can say where something is to be written.

constexpr qsizetype mostPartsOfBundle = 4096;
constexpr qsizetype mostBundleListBytes = 512 * 1024;  ///< of the list as it lies on the stick

/// One file of a bundle.
struct BundlePart {
    enum class Kind : quint8 {
        Batch = 0,  ///< a sealed frame
        Form = 1,   ///< a form that batches are packed against, packed by itself
    };
    Kind kind = Kind::Batch;
    QByteArray name;      ///< idBytes. Batch: nameOf() the bytes; form: nameOf() the form
    QByteArray digest;    ///< crypto::digestSize, of the bytes
    quint64 size = 0;     ///< bytes, 1 to mostFrameBytes
    quint64 records = 0;  ///< at most mostItems; 0 for a form

    bool operator==(const BundlePart &) const = default;
};

/// The list of what a bundle holds.
struct Bundle {
    QByteArray storeId;     ///< idBytes
    QByteArray generation;  ///< idBytes: the store's life in which it was made
    QByteArray id;          ///< idBytes, random
    quint64 number = 1;     ///< counts the bundles of the store
    QDateTime time;         ///< UTC, to the millisecond, by the post's clock
    QByteArray postKey;     ///< the post's Ed25519 key, under this and under each batch
    QList<BundlePart> parts;

    quint64 size() const;
    quint64 records() const;

    bool operator==(const Bundle &) const = default;
};

/// The list in bytes, signed with the other half of `bundle.postKey`. Errors: InvalidInput (over a limit, a
/// size that is wrong, a part that comes twice). Thread: any.
[[nodiscard]] Result<QByteArray> encode(const Bundle &bundle, const crypto::SecretBytes &seed);

/// The list again. That the key in it has signed it says no more than that it is whole: whose key it is, a
/// gateway knows. Errors: InvalidInput (not what encode() writes, altered, cut short), TooNew. Thread: any.
[[nodiscard]] Result<Bundle> decodeBundle(QByteArrayView bytes);

}  // namespace amparo::exchange
