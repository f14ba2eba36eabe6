#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QDebug;

namespace amparo::exchange {

// What a batch may hold. A message over one of these is neither written nor read.
constexpr qsizetype mostItems = 500;
constexpr qsizetype mostFilesOfItem = 100;
constexpr qsizetype mostUnpackedBytes = 64 * 1024 * 1024;  ///< of the whole batch as encode() writes it
constexpr qsizetype mostNameBytes =
    255;  ///< of an instanceID, a form's id or version, a file's name or type, in UTF-8
constexpr qsizetype mostCheckpointBytes = 4096;
constexpr qsizetype idBytes = 16;  ///< of stores, generations, batches, dictionaries, hashed instanceIDs

/// A file that goes with a record.
struct File {
    QString name;       ///< as the record's XML gives it, not empty
    QString mediaType;  ///< "image/jpeg"
    QByteArray content;

    bool operator==(const File &) const = default;
};

/// One final record.
struct Item {
    QString instanceId;  ///< "uuid:…"; not empty
    QString formId;
    QString formVersion;
    QByteArray submissionXml;  ///< frozen: the very bytes
    QList<File> files;

    bool operator==(const Item &) const = default;
};

/// Records of one store on their way, in the order in which they go out. No instanceID comes twice.
struct Batch {
    QByteArray storeId;     ///< idBytes
    QByteArray generation;  ///< idBytes: the store's life since it was made or last restored
    quint64 sequence = 0;   ///< counts the batches of a generation
    QByteArray checkpoint;  ///< signed head of the audit log, as the store writes it; empty: none
    QList<Item> items;

    bool operator==(const Batch &) const = default;
};

QDebug operator<<(QDebug, const Batch &) = delete;  // personal data does not compile into a log
QDebug operator<<(QDebug, const Item &) = delete;

/// The batch in bytes. There is one way to write a batch, and it is laid out for a packer: what is alike
/// stands together. Errors: InvalidInput if it is over a limit, an id has a wrong size, an instanceID is
/// empty or comes twice, or a text has no UTF-8 form. Thread: any.
[[nodiscard]] Result<QByteArray> encode(const Batch &batch);

/// The batch again. Errors: InvalidInput for whatever encode() would not have written; TooNew for a later
/// layout. Thread: any.
[[nodiscard]] Result<Batch> decodeBatch(QByteArrayView bytes);

/// The record's XML as it stands in a batch: without its instanceID, which is always new to a packer, where
/// that can be put back exactly. Thread: any.
QByteArray withoutInstanceId(const Item &item);

}  // namespace amparo::exchange
