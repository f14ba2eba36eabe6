#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QCborValue>

/// The small files beside the store: replaced as a whole, readable by their owner only, and able to tell
/// damage.
namespace amparo::store {

/// What such a file begins with.
struct FileKind {
    QByteArray magic;
    quint8 version = 1;  ///< the newest that this program reads
};

/// Writes magic, version, `content` as CBOR (RFC 8949) and a BLAKE2b-256 of all that. Durable
/// as a DurableFile.
///
/// Errors: NotFound (no such folder), DiskFull, ReadOnly, Unavailable. Thread: any.
[[nodiscard]] Result<> replaceFile(const QString &path, const FileKind &kind, const QCborValue &content);

/// Errors: NotFound, Corrupt, TooNew, Unavailable (cannot be read). At most 1 MiB is read.
[[nodiscard]] Result<QCborValue> readFile(const QString &path, const FileKind &kind);

/// A number of 32 bits in such content. One that does not fit reads as 0, which no wrapped key is opened
/// with.
quint32 smallNumber(const QCborValue &value);

}  // namespace amparo::store
