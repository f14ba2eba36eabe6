#pragma once

#include "exchange/batch.h"

namespace amparo::exchange {

class WireReader;
class WireWriter;

/// A record as those know it who may not read it: by the hashes of its name and of its bytes.
struct Entry {
    QByteArray instanceHash;  ///< idBytes
    QByteArray contentHash;   ///< crypto::digestSize

    bool operator==(const Entry &) const = default;
};

/// What a batch holds, without any of it: enough to route it, to tell what is there already, and for
/// receipts.
struct Manifest {
    QByteArray storeId;     ///< idBytes
    QByteArray generation;  ///< idBytes
    quint64 sequence = 0;
    QByteArray checkpointHash;  ///< crypto::digestSize; empty: the batch has no checkpoint
    QList<Entry> entries;       ///< in the order of the batch

    bool operator==(const Manifest &) const = default;
};

/// BLAKE2b-128 of the instanceID in UTF-8. Thread: any.
QByteArray instanceHash(const QString &instanceId);

/// BLAKE2b-256 of the XML of a record; where files go with it, of that hash and of the name, the type and the
/// hash of each file, in their order. The same for the same bytes only. Thread: any.
QByteArray contentHash(const Item &item);

Manifest manifestOf(const Batch &batch);

/// In bytes, in one way only; and back. InvalidInput: not what encode() wrote. Thread: any.
QByteArray encode(const Manifest &manifest);
[[nodiscard]] Result<Manifest> decodeManifest(QByteArrayView bytes);

/// The same within something larger, for the sources of this room.
void write(WireWriter &writer, const Manifest &manifest);
Manifest readManifest(WireReader &reader);

}  // namespace amparo::exchange
