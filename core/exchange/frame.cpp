#include "exchange/frame.h"

#include "crypto/digest.h"
#include "exchange/wire.h"

#include <zstd.h>

#include <bit>
#include <memory>

// Layout 1: "AMP", the layout, flags (bit 0: sealed; bits 1 and 2: the kind of the dictionary), the
// dictionary's id unless there is none, the unpacked size unless it is sealed, then what is packed: one zstd
// frame that knows its size and has a checksum; or the sealed batch.

namespace amparo::exchange {

namespace {

constexpr QByteArrayView magic("AMP");
constexpr QByteArrayView zstdMagic("\x28\xb5\x2f\xfd");
constexpr quint8 zstdChecksumFlag =
    4;  // in the descriptor that follows the magic number (RFC 8878, 3.1.1.1.1)
constexpr quint8 frameLayout = 1;
constexpr quint8 sealedFlag = 1;
constexpr int packingLevel = 19;
constexpr int smallestWindowLog = 10;
constexpr int largestWindowLog = 23;  // 8 MB, which every decoder grants (RFC 8878, 3.1.1.1.2)

tl::unexpected<Error> noFrame()
{
    return failure(ErrorCode::InvalidInput, QStringLiteral("a malformed frame"));
}

tl::unexpected<Error> noMemory()
{
    return failure(ErrorCode::Unavailable, QStringLiteral("too little memory for a batch"));
}

/// The least window that reaches from the end of the content to the beginning of the dictionary.
int windowLog(qsizetype size)
{
    return std::clamp(int(std::bit_width(quint64(size))), smallestWindowLog, largestWindowLog);
}

bool isSoundDictionary(const Dictionary &dictionary)
{
    switch (dictionary.kind) {
    case DictionaryKind::None:
        return dictionary.id.isEmpty() && dictionary.bytes.isEmpty();
    case DictionaryKind::Form:
        return dictionary.id.size() == idBytes && dictionary.bytes.size() <= mostFormDictionaryBytes;
    case DictionaryKind::Base:
        return dictionary.id.size() == idBytes && dictionary.bytes.size() <= mostBaseDictionaryBytes;
    case DictionaryKind::Earlier:
        return dictionary.id.size() == idBytes && dictionary.bytes.size() <= mostEarlierDictionaryBytes;
    }
    return false;
}

QByteArray headerOf(bool isSealed, const Dictionary &dictionary, qsizetype unpackedSize)
{
    WireWriter writer;
    writer.raw(magic);
    writer.byte(frameLayout);
    writer.byte(quint8((isSealed ? sealedFlag : 0) | quint8(dictionary.kind) << 1));
    writer.raw(dictionary.id);
    if (!isSealed)
        writer.number(quint64(unpackedSize));
    return std::move(writer).bytes();
}

}  // namespace

QByteArray nameOf(QByteArrayView bytes) { return crypto::shortDigest(bytes); }

Result<QByteArray> pack(QByteArrayView batch, const Dictionary &dictionary)
{
    if (batch.size() > mostUnpackedBytes || !isSoundDictionary(dictionary))
        return failure(ErrorCode::InvalidInput, QStringLiteral("a batch or a dictionary beyond its limits"));
    const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx *)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    if (!context)
        return noMemory();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, packingLevel);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog,
                           windowLog(batch.size() + dictionary.bytes.size()));
    ZSTD_CCtx_refPrefix(context.get(), dictionary.bytes.constData(), size_t(dictionary.bytes.size()));
    const QByteArray header = headerOf(false, dictionary, batch.size());
    QByteArray frame(header.size() + qsizetype(ZSTD_compressBound(size_t(batch.size()))), Qt::Uninitialized);
    std::copy(header.begin(), header.end(), frame.begin());
    const size_t packed =
        ZSTD_compress2(context.get(), frame.data() + header.size(), size_t(frame.size() - header.size()),
                       batch.data(), size_t(batch.size()));
    if (ZSTD_isError(packed))
        return noMemory();  // the bound leaves nothing else
    frame.truncate(header.size() + qsizetype(packed));
    frame.squeeze();
    return frame;
}

Result<FrameHeader> readFrameHeader(QByteArrayView frame)
{
    WireReader reader(frame);
    if (reader.raw(magic.size()) != magic)
        return noFrame();
    const quint8 version = reader.byte();
    if (version > frameLayout)
        return failure(ErrorCode::TooNew, QStringLiteral("a frame of a later layout"));
    const quint8 flags = reader.byte();
    if (version != frameLayout || flags >> 1 > quint8(DictionaryKind::Earlier))
        return noFrame();
    FrameHeader header;
    header.isSealed = (flags & sealedFlag) != 0;
    header.dictionaryKind = DictionaryKind(flags >> 1);
    if (header.dictionaryKind != DictionaryKind::None)
        header.dictionaryId = reader.raw(idBytes).toByteArray();
    if (header.isSealed && header.dictionaryKind != DictionaryKind::None)
        return noFrame();  // which one it is, is sealed as well
    if (!header.isSealed)
        header.unpackedSize = qsizetype(reader.number(quint64(mostUnpackedBytes)));
    if (!reader.isSound())
        return noFrame();
    header.size = frame.size() - reader.left().size();
    return header;
}

Result<QByteArray> unpack(QByteArrayView frame, const Dictionary &dictionary)
{
    const auto header = readFrameHeader(frame);
    if (!header)
        return tl::make_unexpected(header.error());
    if (header->isSealed)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the frame is sealed"));
    if (header->dictionaryKind != dictionary.kind || header->dictionaryId != dictionary.id)
        return failure(ErrorCode::NotFound, QStringLiteral("the frame names another dictionary"));
    const QByteArrayView packed = frame.sliced(header->size);
    // One zstd frame, of just this size, with a checksum, without which a wrong dictionary would pass:
    // neither a second one nor one that can be skipped.
    const bool isChecked = packed.startsWith(zstdMagic) && packed.size() > zstdMagic.size() &&
                           (quint8(packed[zstdMagic.size()]) & zstdChecksumFlag) != 0;
    const size_t length = ZSTD_findFrameCompressedSize(packed.data(), size_t(packed.size()));
    if (!isChecked || ZSTD_isError(length) || qsizetype(length) != packed.size() ||
        ZSTD_getFrameContentSize(packed.data(), size_t(packed.size())) != quint64(header->unpackedSize))
        return noFrame();
    const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx *)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
    if (!context)
        return noMemory();
    ZSTD_DCtx_refPrefix(context.get(), dictionary.bytes.constData(), size_t(dictionary.bytes.size()));
    QByteArray batch(header->unpackedSize, Qt::Uninitialized);
    const size_t unpacked = ZSTD_decompressDCtx(context.get(), batch.data(), size_t(batch.size()),
                                                packed.data(), size_t(packed.size()));
    if (ZSTD_isError(unpacked) || qsizetype(unpacked) != batch.size())
        return noFrame();
    return batch;
}

QByteArray sealedFrameHeader() { return headerOf(true, {}, 0); }

}  // namespace amparo::exchange
