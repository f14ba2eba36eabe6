#pragma once

#include "sync/gateway/dictionary_shelf.h"
#include "sync/gateway/ingest.h"

namespace amparo::gateway {

/// Why a frame is not taken, as the client tells cases apart.
enum class FrameFlaw {
    Malformed,
    NotSigned,       ///< sealed by another key than the post's
    NeedDictionary,  ///< packed against what is not here
    NeedKey,         ///< sealed, and the post has not said its key
};

/// What a whole frame of a post holds, whoever has brought it. An Error is the database's, or too little
/// memory (Unavailable).
[[nodiscard]] Result<std::variant<Delivery, FrameFlaw>>
readDelivery(Connection &connection, DictionaryShelf &dictionaries, const QString &postId,
             const QByteArray &batchId, const QByteArray &frame);

}  // namespace amparo::gateway
