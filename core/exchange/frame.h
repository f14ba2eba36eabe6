#pragma once

#include "exchange/dictionary.h"

#include <optional>

namespace amparo::exchange {

// A frame is what travels: a batch, packed by zstd (RFC 8878) against a dictionary, or a sealed one (seal.h).

/// How a frame begins; to be read before the dictionary is at hand.
struct FrameHeader {
    bool isSealed = false;
    DictionaryKind dictionaryKind = DictionaryKind::None;
    QByteArray dictionaryId;  ///< idBytes; empty: None
    qsizetype unpackedSize =
        0;               ///< what unpack() makes of it, at most mostUnpackedBytes; 0 where it is sealed
    qsizetype size = 0;  ///< of the header itself

    bool operator==(const FrameHeader &) const = default;
};

constexpr qsizetype mostHeaderBytes = 32;
constexpr qsizetype mostFrameBytes = 68 * 1024 * 1024;  ///< of any frame, also of a sealed one

/// BLAKE2b-128 of the bytes: how frames and forms are called. Thread: any.
QByteArray nameOf(QByteArrayView bytes);

/// Packs a batch as encode() wrote it, at level 19: about a second for each MB. The same each time with the
/// same version of zstd. Errors: InvalidInput over mostUnpackedBytes, or where the dictionary is beyond its
/// limits; Unavailable (too little memory). Thread: any.
[[nodiscard]] Result<QByteArray> pack(QByteArrayView batch, const Dictionary &dictionary = {});

/// Errors: InvalidInput (no frame), TooNew. Thread: any.
[[nodiscard]] Result<FrameHeader> readFrameHeader(QByteArrayView frame);

/// What pack() was given. Takes no more memory than the header says. Errors: InvalidInput (no frame, altered,
/// sealed, another size than it says), NotFound (`dictionary` is not the one that the header names), TooNew,
/// Unavailable (too little memory). Thread: any.
[[nodiscard]] Result<QByteArray> unpack(QByteArrayView frame, const Dictionary &dictionary = {});

/// How a sealed frame begins; the sealed batch follows. Thread: any.
QByteArray sealedFrameHeader();

}  // namespace amparo::exchange
