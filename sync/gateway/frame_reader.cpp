#include "sync/gateway/frame_reader.h"

#include "exchange/seal.h"
#include "sync/gateway/post_registry.h"

namespace amparo::gateway {

namespace {

using Reading = Result<std::variant<Delivery, FrameFlaw>>;

/// A library's error about bytes is a flaw of the frame; one about this computer stays an error.
Reading flawOr(const Error &error, FrameFlaw flaw)
{
    if (error.code == ErrorCode::Unavailable)
        return tl::make_unexpected(error);
    return flaw;
}

Reading readSealedDelivery(Connection &connection, const QString &postId, const QByteArray &batchId,
                           const QByteArray &frame)
{
    const auto key = PostRegistry(connection).signingKey(postId);
    if (!key)
        return tl::make_unexpected(key.error());
    if (key->isEmpty())
        return FrameFlaw::NeedKey;
    const auto sealed = exchange::readSealed(frame, *key);
    if (!sealed)
        return flawOr(sealed.error(),
                      sealed.error().code == ErrorCode::Denied ? FrameFlaw::NotSigned : FrameFlaw::Malformed);
    return Delivery{postId, batchId, sealed->manifest, SealedContent{sealed->recipient, frame}};
}

}  // namespace

Reading readDelivery(Connection &connection, DictionaryShelf &dictionaries, const QString &postId,
                     const QByteArray &batchId, const QByteArray &frame)
{
    const auto header = exchange::readFrameHeader(frame);
    if (!header)
        return FrameFlaw::Malformed;
    if (header->isSealed)
        return readSealedDelivery(connection, postId, batchId, frame);
    const auto dictionary = dictionaries.find(connection, postId, *header);
    if (!dictionary && dictionary.error().code == ErrorCode::NotFound)
        return FrameFlaw::NeedDictionary;
    if (!dictionary)
        return tl::make_unexpected(dictionary.error());
    const auto bytes = exchange::unpack(frame, *dictionary);
    if (!bytes)
        return flawOr(bytes.error(), FrameFlaw::Malformed);
    auto batch = exchange::decodeBatch(*bytes);
    if (!batch)
        return FrameFlaw::Malformed;
    exchange::Manifest manifest = exchange::manifestOf(*batch);
    return Delivery{postId, batchId, std::move(manifest), std::move(*batch)};
}

}  // namespace amparo::gateway
