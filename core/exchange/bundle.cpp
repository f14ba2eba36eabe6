#include "exchange/bundle.h"

#include "crypto/digest.h"
#include "crypto/signature.h"
#include "exchange/frame.h"
#include "exchange/wire.h"

#include <QSet>

// Magic, version, store, generation, id, number, time in milliseconds, key, count, then each part; a
// signature over all of it after a word that says what it is for.

namespace amparo::exchange {

namespace {

constexpr QByteArrayView bundleMagic("AmpB");
constexpr quint8 bundleVersion = 1;
constexpr QByteArrayView bundleDomain("amparo bundle 1");

QByteArray underBundleSignature(QByteArrayView bytes)
{
    return bundleDomain.toByteArray() + QByteArrayView(bytes).toByteArray();
}

bool isSoundPart(const BundlePart &part)
{
    const bool isForm = part.kind == BundlePart::Kind::Form;
    return part.name.size() == idBytes && part.digest.size() == crypto::digestSize && part.size > 0 &&
           part.size <= quint64(mostFrameBytes) &&
           (isForm ? part.records == 0 : part.records > 0 && part.records <= quint64(mostItems));
}

bool isSoundBundle(const Bundle &bundle)
{
    QSet<QByteArray> names;
    for (const BundlePart &part : bundle.parts)
        names.insert(part.name);
    return bundle.storeId.size() == idBytes && bundle.generation.size() == idBytes &&
           bundle.id.size() == idBytes && bundle.postKey.size() == crypto::publicKeySize &&
           bundle.time.isValid() && bundle.time.toMSecsSinceEpoch() >= 0 && !bundle.parts.isEmpty() &&
           bundle.parts.size() <= mostPartsOfBundle && names.size() == bundle.parts.size() &&
           std::all_of(bundle.parts.begin(), bundle.parts.end(), isSoundPart);
}

BundlePart readBundlePart(WireReader &reader)
{
    BundlePart part;
    const quint8 kind = reader.byte();
    if (kind > quint8(BundlePart::Kind::Form))
        reader.fail();
    part.kind = BundlePart::Kind(kind);
    part.name = reader.raw(idBytes).toByteArray();
    part.digest = reader.raw(crypto::digestSize).toByteArray();
    part.size = reader.number();
    part.records = reader.number();
    return part;
}

}  // namespace

quint64 Bundle::size() const
{
    quint64 bytes = 0;
    for (const BundlePart &part : parts)
        bytes += part.size;
    return bytes;
}

quint64 Bundle::records() const
{
    quint64 count = 0;
    for (const BundlePart &part : parts)
        count += part.records;
    return count;
}

Result<QByteArray> encode(const Bundle &bundle, const crypto::SecretBytes &seed)
{
    if (!isSoundBundle(bundle) || crypto::signingPublicKey(seed) != bundle.postKey)
        return failure(ErrorCode::InvalidInput, QStringLiteral("no bundle can be made of this"));
    WireWriter writer;
    writer.raw(bundleMagic);
    writer.byte(bundleVersion);
    writer.raw(bundle.storeId);
    writer.raw(bundle.generation);
    writer.raw(bundle.id);
    writer.number(bundle.number);
    writer.number(quint64(bundle.time.toMSecsSinceEpoch()));
    writer.raw(bundle.postKey);
    writer.number(quint64(bundle.parts.size()));
    for (const BundlePart &part : bundle.parts) {
        writer.byte(quint8(part.kind));
        writer.raw(part.name);
        writer.raw(part.digest);
        writer.number(part.size);
        writer.number(part.records);
    }
    const QByteArray bytes = std::move(writer).bytes();
    return bytes + crypto::sign(underBundleSignature(bytes), seed);
}

Result<Bundle> decodeBundle(QByteArrayView bytes)
{
    const auto malformed = [] {
        return failure(ErrorCode::InvalidInput, QStringLiteral("this is no bundle, or it is damaged"));
    };
    if (bytes.size() > mostBundleListBytes || bytes.size() <= crypto::signatureSize ||
        !bytes.startsWith(bundleMagic))
        return malformed();
    const QByteArrayView said = bytes.chopped(crypto::signatureSize);
    WireReader reader(said);
    reader.raw(bundleMagic.size());
    const quint8 version = reader.byte();
    if (version > bundleVersion)
        return failure(ErrorCode::TooNew, QStringLiteral("this bundle is of a later version of the program"));
    Bundle bundle;
    bundle.storeId = reader.raw(idBytes).toByteArray();
    bundle.generation = reader.raw(idBytes).toByteArray();
    bundle.id = reader.raw(idBytes).toByteArray();
    bundle.number = reader.number();
    bundle.time = QDateTime::fromMSecsSinceEpoch(qint64(reader.number(quint64(1) << 48)), Qt::UTC);
    bundle.postKey = reader.raw(crypto::publicKeySize).toByteArray();
    const quint64 count = reader.number(mostPartsOfBundle);
    for (quint64 i = 0; i < count && reader.isSound(); ++i)
        bundle.parts.append(readBundlePart(reader));
    if (version != bundleVersion || !reader.isRead() || !isSoundBundle(bundle) ||
        !crypto::isSignedBy(bundle.postKey, underBundleSignature(said), bytes.last(crypto::signatureSize)))
        return malformed();
    return bundle;
}

}  // namespace amparo::exchange
