#include "crypto/secret_stream.h"

#include "crypto/sodium.h"

namespace amparo::crypto {

namespace {

constexpr qsizetype pieceSize = 64 * 1024;
constexpr qsizetype pieceCost = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype streamHeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

}  // namespace

QByteArray encryptStream(QByteArrayView message, const SecretBytes &key, QByteArrayView context)
{
    ensureSodium();
    Q_ASSERT(key.size() == crypto_secretstream_xchacha20poly1305_KEYBYTES);
    const qsizetype pieces = std::max<qsizetype>(1, (message.size() + pieceSize - 1) / pieceSize);
    QByteArray stream(streamHeaderSize + message.size() + pieces * pieceCost, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, unsignedData(stream), key.bytes().data());
    unsigned char *end = unsignedData(stream) + streamHeaderSize;
    for (qsizetype piece = 0; piece < pieces; ++piece) {
        const QByteArrayView plain =
            message.sliced(piece * pieceSize).first(std::min(pieceSize, message.size() - piece * pieceSize));
        const bool isLast = piece + 1 == pieces;
        crypto_secretstream_xchacha20poly1305_push(
            &state, end, nullptr, unsignedData(plain), quint64(plain.size()), unsignedData(context),
            quint64(context.size()), isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        end += plain.size() + pieceCost;
    }
    sodium_memzero(&state, sizeof state);
    return stream;
}

Result<QByteArray> decryptStream(QByteArrayView stream, const SecretBytes &key, QByteArrayView context)
{
    ensureSodium();
    Q_ASSERT(key.size() == crypto_secretstream_xchacha20poly1305_KEYBYTES);
    const auto denied = [] {
        return failure(ErrorCode::Denied, QStringLiteral("this key does not open it"));
    };
    crypto_secretstream_xchacha20poly1305_state state;
    if (stream.size() < streamHeaderSize || crypto_secretstream_xchacha20poly1305_init_pull(
                                                &state, unsignedData(stream), key.bytes().data()) != 0)
        return denied();
    QByteArray message;
    message.reserve(stream.size());
    unsigned char tag = 0;
    for (QByteArrayView left = stream.sliced(streamHeaderSize); !left.isEmpty();) {
        const QByteArrayView piece = left.first(std::min(left.size(), pieceSize + pieceCost));
        const qsizetype at = message.size();
        if (piece.size() < pieceCost || tag != 0)
            return denied();
        message.resize(at + piece.size() - pieceCost);
        if (crypto_secretstream_xchacha20poly1305_pull(&state, unsignedData(message) + at, nullptr, &tag,
                                                       unsignedData(piece), quint64(piece.size()),
                                                       unsignedData(context), quint64(context.size())) != 0)
            return denied();
        left = left.sliced(piece.size());
    }
    sodium_memzero(&state, sizeof state);
    if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)
        return denied();
    return message;
}

}  // namespace amparo::crypto
