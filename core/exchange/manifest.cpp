#include "exchange/manifest.h"

#include "crypto/digest.h"
#include "exchange/wire.h"

namespace amparo::exchange {

QByteArray instanceHash(const QString &instanceId) { return crypto::shortDigest(instanceId.toUtf8()); }

QByteArray contentHash(const Item &item)
{
    const QByteArray xml = crypto::digest(item.submissionXml);
    if (item.files.isEmpty())
        return xml;
    WireWriter writer;
    writer.sized("amparo record with files 1");  // no XML begins like this
    writer.raw(xml);
    for (const File &file : item.files) {
        writer.sized(file.name.toUtf8());
        writer.sized(file.mediaType.toUtf8());
        writer.raw(crypto::digest(file.content));
    }
    return crypto::digest(std::move(writer).bytes());
}

Manifest manifestOf(const Batch &batch)
{
    Manifest manifest{batch.storeId, batch.generation, batch.sequence, {}, {}};
    if (!batch.checkpoint.isEmpty())
        manifest.checkpointHash = crypto::digest(batch.checkpoint);
    for (const Item &item : batch.items)
        manifest.entries.append({instanceHash(item.instanceId), contentHash(item)});
    return manifest;
}

}  // namespace amparo::exchange
