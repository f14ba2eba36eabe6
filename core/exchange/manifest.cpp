#include "exchange/manifest.h"

#include "crypto/digest.h"
#include "exchange/wire.h"

// Its bytes: store  generation  sequence  checkpoint's hash  count  instance hashes  content hashes.

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

void write(WireWriter &writer, const Manifest &manifest)
{
    writer.raw(manifest.storeId);
    writer.raw(manifest.generation);
    writer.number(manifest.sequence);
    writer.sized(manifest.checkpointHash);
    writer.number(quint64(manifest.entries.size()));
    for (const Entry &entry : manifest.entries)
        writer.raw(entry.instanceHash);
    for (const Entry &entry : manifest.entries)
        writer.raw(entry.contentHash);
}

Manifest readManifest(WireReader &reader)
{
    Manifest manifest;
    manifest.storeId = reader.raw(idBytes).toByteArray();
    manifest.generation = reader.raw(idBytes).toByteArray();
    manifest.sequence = reader.number();
    manifest.checkpointHash = reader.sized(crypto::digestSize).toByteArray();
    manifest.entries.resize(qsizetype(reader.number(mostItems)));
    for (Entry &entry : manifest.entries)
        entry.instanceHash = reader.raw(idBytes).toByteArray();
    for (Entry &entry : manifest.entries)
        entry.contentHash = reader.raw(crypto::digestSize).toByteArray();
    if (manifest.checkpointHash.size() % crypto::digestSize != 0)
        reader.fail();
    return manifest;
}

QByteArray encode(const Manifest &manifest)
{
    WireWriter writer;
    write(writer, manifest);
    return std::move(writer).bytes();
}

Result<Manifest> decodeManifest(QByteArrayView bytes)
{
    WireReader reader(bytes);
    const Manifest manifest = readManifest(reader);
    if (!reader.isRead())
        return failure(ErrorCode::InvalidInput, QStringLiteral("a malformed manifest"));
    return manifest;
}

}  // namespace amparo::exchange
