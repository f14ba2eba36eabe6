#include "exchange/opening.h"

#include "exchange/frame.h"
#include "exchange/seal.h"

namespace amparo::exchange {

namespace {

Result<Dictionary> dictionaryOf(const QByteArray &inner,
                                const std::function<QByteArray(const QByteArray &)> &findForm)
{
    const auto header = readFrameHeader(inner);
    if (!header)
        return tl::make_unexpected(header.error());
    if (header->dictionaryKind == DictionaryKind::None)
        return Dictionary();
    const QByteArray xform =
        header->dictionaryKind == DictionaryKind::Form ? findForm(header->dictionaryId) : QByteArray();
    if (xform.isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("the form %1 is needed to unpack the batch")
                                                .arg(QString::fromLatin1(header->dictionaryId.toHex())));
    return formDictionary(xform);
}

}  // namespace

Result<Batch> openBatch(QByteArrayView frame, const QByteArray &postKey, const crypto::SecretBytes &secretKey,
                        const std::function<QByteArray(const QByteArray &)> &findForm)
{
    const auto sealed = readSealed(frame, postKey);
    if (!sealed)
        return tl::make_unexpected(sealed.error());
    return openSealed(frame, postKey, secretKey)
        .and_then([&](const QByteArray &inner) {
            return dictionaryOf(inner, findForm).and_then([&](const Dictionary &dictionary) {
                return unpack(inner, dictionary);
            });
        })
        .and_then([](const QByteArray &bytes) { return decodeBatch(bytes); })
        .and_then([&](Batch batch) -> Result<Batch> {
            if (manifestOf(batch) != sealed->manifest)
                return failure(ErrorCode::InvalidInput,
                               QStringLiteral("what is sealed is not what the batch says in the clear"));
            return batch;
        });
}

}  // namespace amparo::exchange
