#pragma once

#include "exchange/batch.h"

#include <QByteArray>
#include <QList>

namespace amparo::exchange {

// Records of one form are mostly alike, and like those of the last batch. What both sides have already need
// not travel: a batch is packed against it, and names it.

constexpr qsizetype mostFormDictionaryBytes = 256 * 1024;
constexpr qsizetype mostBaseDictionaryBytes = 512 * 1024;
constexpr qsizetype mostEarlierDictionaryBytes = 6 * 1024 * 1024;  ///< what a window of 8 MB looks back upon

enum class DictionaryKind : quint8 {
    None = 0,
    Form = 1,     ///< the XML of a form; named by the form
    Base = 2,     ///< the records of a batch that this store sent before; named by the batch
    Earlier = 3,  ///< an earlier version of a package (package.h); named by its bytes
};

struct Dictionary {
    DictionaryKind kind = DictionaryKind::None;
    QByteArray id;  ///< idBytes; empty: None
    QByteArray bytes;

    bool operator==(const Dictionary &) const = default;
};

QDebug operator<<(QDebug, const Dictionary &) = delete;  // holds records

/// Of a form's XForm document: its first mostFormDictionaryBytes. The id is nameOf() the whole document.
/// Thread: any.
Dictionary formDictionary(const QByteArray &xform);

/// Of the records of the batch `batchId` (frame.h: nameOf() its frame), all of them, whatever became of each:
/// the last mostBaseDictionaryBytes of their XMLs as they stand in the batch. Thread: any.
Dictionary baseDictionary(const QByteArray &batchId, const QList<Item> &items);

/// Of a package's signed bytes: the first mostEarlierDictionaryBytes. None where they are empty. Thread: any.
Dictionary earlierDictionary(const QByteArray &bytes);

}  // namespace amparo::exchange
