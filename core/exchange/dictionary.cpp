#include "exchange/dictionary.h"

#include "exchange/frame.h"

namespace amparo::exchange {

Dictionary formDictionary(const QByteArray &xform)
{
    return {DictionaryKind::Form, nameOf(xform),
            xform.first(std::min(xform.size(), mostFormDictionaryBytes))};
}

Dictionary baseDictionary(const QByteArray &batchId, const QList<Item> &items)
{
    // From the end, so that no more is copied than stays.
    QList<QByteArray> kept;
    qsizetype size = 0;
    for (auto item = items.rbegin(); item != items.rend() && size < mostBaseDictionaryBytes; ++item) {
        kept.prepend(withoutInstanceId(*item));
        size += kept.first().size();
    }
    return {DictionaryKind::Base, batchId, kept.join().right(mostBaseDictionaryBytes)};
}

Dictionary earlierDictionary(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    return {DictionaryKind::Earlier, nameOf(bytes),
            bytes.first(std::min(bytes.size(), mostEarlierDictionaryBytes))};
}

}  // namespace amparo::exchange
