#include "exchange/seal.h"

#include "crypto/digest.h"
#include "crypto/key_wrap.h"
#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "crypto/secret_stream.h"
#include "crypto/signature.h"
#include "exchange/frame.h"
#include "exchange/receipt.h"
#include "exchange/wire.h"

// After the frame's header: manifest, recipient, sealed key, stream, signature.
// The stream holds the frame, padded as in ISO/IEC 7816-4 (0x80, then zeros) and bound to all that stands
// before it; the signature covers everything, after a word that says what it is for.

namespace amparo::exchange {

namespace {

constexpr qsizetype sealedKeyBytes = qsizetype(crypto::keySize) + 48;  // an ephemeral public key and a tag
constexpr QByteArrayView signatureDomain("amparo sealed batch 1");

QByteArray padded(QByteArray bytes)
{
    const qsizetype padding = paddingStep - bytes.size() % paddingStep;
    bytes.append('\x80');
    return bytes.append(padding - 1, '\0');
}

/// nullopt: it was not padded.
std::optional<QByteArray> unpadded(QByteArray bytes)
{
    const qsizetype end = bytes.lastIndexOf('\x80');
    if (end < 0 || bytes.size() % paddingStep != 0 || bytes.size() - end > paddingStep ||
        std::any_of(bytes.cbegin() + end + 1, bytes.cend(), [](char byte) { return byte != '\0'; }))
        return std::nullopt;
    bytes.truncate(end);
    return bytes;
}

/// A sealed frame in its parts.
struct SealedParts {
    SealedBatch batch;
    QByteArrayView clear;  // what stands before the sealed key
    QByteArrayView sealedKey;
    QByteArrayView stream;
};

QByteArray signedBytes(QByteArrayView sealed)
{
    return signatureDomain.toByteArray() + QByteArrayView(sealed).toByteArray();
}

Result<SealedParts> readParts(QByteArrayView frame, const QByteArray &postKey)
{
    const auto header = readFrameHeader(frame);
    if (!header)
        return tl::make_unexpected(header.error());
    SealedParts parts;
    WireReader reader(frame.sliced(header->size));
    parts.batch.manifest = readManifest(reader);
    parts.batch.recipient = reader.raw(keyIdBytes).toByteArray();
    parts.clear = frame.first(frame.size() - reader.left().size());
    parts.sealedKey = reader.raw(sealedKeyBytes);
    parts.stream = reader.raw(reader.left().size() - crypto::signatureSize);
    const QByteArrayView signature = reader.raw(crypto::signatureSize);
    if (!header->isSealed || !reader.isRead() || frame.size() > mostFrameBytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("a malformed sealed batch"));
    if (!crypto::isSignedBy(postKey, signedBytes(frame.chopped(crypto::signatureSize)), signature))
        return failure(ErrorCode::Denied, QStringLiteral("not sealed by this post"));
    return parts;
}

}  // namespace

Result<QByteArray> seal(const QByteArray &frame, const Manifest &manifest, const QByteArray &headquarters,
                        const crypto::SecretBytes &seed)
{
    const crypto::SecretBytes key = crypto::randomSecret(crypto::keySize);
    const auto sealedKey = crypto::sealForRecovery(key, headquarters);
    if (!sealedKey)
        return tl::make_unexpected(sealedKey.error());
    WireWriter writer;
    writer.raw(sealedFrameHeader());
    write(writer, manifest);
    writer.raw(keyIdOf(headquarters));
    QByteArray sealed = std::move(writer).bytes();
    const QByteArray stream = crypto::encryptStream(padded(frame), key, sealed);
    sealed += *sealedKey + stream;
    sealed += crypto::sign(signedBytes(sealed), seed);
    return sealed;
}

Result<SealedBatch> readSealed(QByteArrayView frame, const QByteArray &postKey)
{
    return readParts(frame, postKey).map([](const SealedParts &parts) { return parts.batch; });
}

Result<QByteArray> openSealed(QByteArrayView frame, const QByteArray &postKey,
                              const crypto::SecretBytes &secretKey)
{
    const auto parts = readParts(frame, postKey);
    if (!parts)
        return tl::make_unexpected(parts.error());
    return crypto::openForRecovery(parts->sealedKey.toByteArray(), secretKey)
        .and_then([&](const crypto::SecretBytes &key) {
            return crypto::decryptStream(parts->stream, key, parts->clear);
        })
        .and_then([](const QByteArray &inner) -> Result<QByteArray> {
            const auto bytes = unpadded(inner);
            if (!bytes)
                return failure(ErrorCode::InvalidInput, QStringLiteral("a malformed sealed batch"));
            return *bytes;
        });
}

}  // namespace amparo::exchange
