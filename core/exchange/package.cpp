#include "exchange/package.h"

#include "base/names.h"
#include "crypto/signature.h"
#include "exchange/frame.h"
#include "exchange/receipt.h"
#include "exchange/wire.h"

#include <QSet>

// Magic, version, id of the key, then the body, and a signature over all of it after a word that says what it
// is for. Nothing in it is packed, so that on its way it can be packed against an earlier version.

namespace amparo::exchange {

namespace {

constexpr QByteArrayView packageMagic("AmpP");
constexpr QByteArrayView keysMagic("AmpK");
constexpr quint8 packageVersion = 1;
constexpr QByteArrayView packageDomain("amparo package 1");
constexpr QByteArrayView keysDomain("amparo package keys 1");
constexpr quint64 latestTime = quint64(1) << 48;

constexpr Names<Channel, 4> channelNames{{
    {Channel::Forms, QLatin1StringView("forms")},
    {Channel::Lists, QLatin1StringView("lists")},
    {Channel::Notices, QLatin1StringView("notices")},
    {Channel::Policy, QLatin1StringView("policy")},
}};

tl::unexpected<Error> noPackage()
{
    return failure(ErrorCode::InvalidInput, QStringLiteral("this is no package, or it is damaged"));
}

bool leadsElsewhere(const QString &name)
{
    if (name.contains(QLatin1Char('\\')) || name.contains(QLatin1Char(':')) || name.contains(QChar(u'\0')) ||
        name.toUtf8().size() > mostNameBytes)
        return true;
    const QStringList steps = name.split(QLatin1Char('/'));
    return std::any_of(steps.begin(), steps.end(), [](const QString &step) {
        return step.isEmpty() || step == QLatin1String(".") || step == QLatin1String("..");
    });
}

bool isSoundPackage(const Package &package)
{
    QSet<QString> names;
    qsizetype bytes = 0;
    for (const PackageFile &file : package.files) {
        names.insert(file.name.toLower());
        bytes += file.content.size();
        if (leadsElsewhere(file.name))
            return false;
    }
    return package.version > 0 && package.madeAt.isValid() && !package.files.isEmpty() &&
           package.files.size() <= mostPackageFiles && names.size() == package.files.size() &&
           bytes <= mostUnpackedBytes && (package.channel != Channel::Lists || package.expiresAt);
}

quint64 packedTime(const QDateTime &time) { return quint64(time.toMSecsSinceEpoch()); }

QDateTime readTime(WireReader &reader)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(reader.number(latestTime)), Qt::UTC);
}

QByteArray signedBy(QByteArrayView start, QByteArrayView domain, const QByteArray &body,
                    const crypto::SecretBytes &seed)
{
    WireWriter writer;
    writer.raw(start);
    writer.byte(packageVersion);
    writer.raw(keyIdOf(crypto::signingPublicKey(seed)));
    writer.raw(body);
    const QByteArray bytes = std::move(writer).bytes();
    return bytes + crypto::sign(domain.toByteArray() + bytes, seed);
}

/// The body, whoever has signed it.
Result<QByteArrayView> bodyOf(QByteArrayView bytes, QByteArrayView start)
{
    const qsizetype head = start.size() + 1 + keyIdBytes;
    if (bytes.size() > mostUnpackedBytes || bytes.size() <= head + crypto::signatureSize ||
        !bytes.startsWith(start))
        return noPackage();
    if (quint8(bytes[start.size()]) > packageVersion)
        return failure(ErrorCode::TooNew,
                       QStringLiteral("this package is for a later version of the program"));
    if (quint8(bytes[start.size()]) != packageVersion)
        return noPackage();
    return bytes.sliced(head).chopped(crypto::signatureSize);
}

/// The same, if one of `keys` has signed it.
Result<QByteArrayView> signedBody(QByteArrayView bytes, QByteArrayView start, QByteArrayView domain,
                                  const QList<QByteArray> &keys)
{
    const auto body = bodyOf(bytes, start);
    if (!body)
        return body;
    const QByteArrayView keyId = bytes.sliced(start.size() + 1, keyIdBytes);
    const auto key =
        std::find_if(keys.begin(), keys.end(), [&](const QByteArray &one) { return keyIdOf(one) == keyId; });
    if (key == keys.end())
        return failure(ErrorCode::Denied,
                       QStringLiteral("signed with a key that does not count, or no longer"));
    const QByteArrayView said = bytes.chopped(crypto::signatureSize);
    if (!crypto::isSignedBy(*key, domain.toByteArray() + said.toByteArray(),
                            bytes.last(crypto::signatureSize)))
        return noPackage();
    return body;
}

Result<Package> packageIn(QByteArrayView body)
{
    WireReader reader(body);
    Package package;
    const quint64 channel = reader.number(quint64(Channel::Policy));
    package.channel = Channel(channel);
    package.version = reader.number();
    package.madeAt = readTime(reader);
    if (reader.number(1) == 1)
        package.expiresAt = readTime(reader);
    const quint64 count = reader.number(mostPackageFiles);
    for (quint64 i = 0; i < count && reader.isSound(); ++i) {
        PackageFile file{reader.text(mostNameBytes), {}};
        file.content = reader.sized(mostUnpackedBytes).toByteArray();
        package.files.append(file);
    }
    if (!reader.isRead() || !isSoundPackage(package))
        return noPackage();
    return package;
}

Result<PackageKeys> keysIn(QByteArrayView body)
{
    WireReader reader(body);
    PackageKeys keys{reader.number(), {}};
    const quint64 count = reader.number(mostPackageKeys);
    for (quint64 i = 0; i < count && reader.isSound(); ++i)
        keys.keys.append(reader.raw(crypto::publicKeySize).toByteArray());
    if (!reader.isRead() || !isSound(keys))
        return noPackage();
    return keys;
}

}  // namespace

bool isSound(const PackageKeys &keys)
{
    return keys.version > 0 && !keys.keys.isEmpty() && keys.keys.size() <= mostPackageKeys &&
           std::all_of(keys.keys.begin(), keys.keys.end(),
                       [](const QByteArray &key) { return key.size() == crypto::publicKeySize; });
}

QString channelName(Channel channel) { return amparo::nameOf(channelNames, channel); }

std::optional<Channel> channelFromName(QStringView name)
{
    for (const Channel channel : {Channel::Forms, Channel::Lists, Channel::Notices, Channel::Policy}) {
        if (channelName(channel) == name)
            return channel;
    }
    return std::nullopt;
}

Result<QByteArray> sign(const Package &package, const crypto::SecretBytes &seed)
{
    if (!isSoundPackage(package))
        return failure(ErrorCode::InvalidInput, QStringLiteral("no package can be made of this"));
    WireWriter writer;
    writer.number(quint64(package.channel));
    writer.number(package.version);
    writer.number(packedTime(package.madeAt));
    writer.number(package.expiresAt ? 1 : 0);
    if (package.expiresAt)
        writer.number(packedTime(*package.expiresAt));
    writer.number(quint64(package.files.size()));
    for (const PackageFile &file : package.files) {
        writer.sized(file.name.toUtf8());
        writer.sized(file.content);
    }
    const QByteArray bytes = signedBy(packageMagic, packageDomain, std::move(writer).bytes(), seed);
    if (bytes.size() > mostUnpackedBytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the package is too large"));
    return bytes;
}

Result<QByteArray> sign(const PackageKeys &keys, const crypto::SecretBytes &seed)
{
    if (!isSound(keys))
        return failure(ErrorCode::InvalidInput, QStringLiteral("no list of keys can be made of this"));
    WireWriter writer;
    writer.number(keys.version);
    writer.number(quint64(keys.keys.size()));
    for (const QByteArray &key : keys.keys)
        writer.raw(key);
    return signedBy(keysMagic, keysDomain, std::move(writer).bytes(), seed);
}

Result<Package> readPackage(QByteArrayView bytes) { return bodyOf(bytes, packageMagic).and_then(packageIn); }

Result<quint64> readKeysVersion(QByteArrayView bytes)
{
    return bodyOf(bytes, keysMagic).and_then(keysIn).map([](const PackageKeys &keys) {
        return keys.version;
    });
}

Result<PackageLabel> labelOf(QByteArrayView bytes)
{
    if (const auto version = readKeysVersion(bytes))
        return PackageLabel{keysChannel, *version};
    return readPackage(bytes).map([](const Package &package) {
        return PackageLabel{channelName(package.channel), package.version};
    });
}

Result<Package> accept(QByteArrayView bytes, const PackageFloor &floor, const QDateTime &now)
{
    return signedBody(bytes, packageMagic, packageDomain, floor.keys.keys)
        .and_then(packageIn)
        .and_then([&](Package package) -> Result<Package> {
            if (package.version <= floor.versions.value(package.channel))
                return failure(ErrorCode::Conflict,
                               QStringLiteral("this version is here already, or a later one"));
            if (package.expiresAt && *package.expiresAt <= now)
                return failure(ErrorCode::Unavailable, QStringLiteral("this package has expired"));
            return package;
        });
}

Result<PackageKeys> acceptKeys(QByteArrayView bytes, const PackageFloor &floor)
{
    return signedBody(bytes, keysMagic, keysDomain, floor.keys.keys)
        .and_then(keysIn)
        .and_then([&](PackageKeys keys) -> Result<PackageKeys> {
            if (keys.version <= floor.keys.version)
                return failure(ErrorCode::Conflict,
                               QStringLiteral("these keys are here already, or later ones"));
            return keys;
        });
}

Result<QByteArray> packSigned(const QByteArray &bytes, const QByteArray &earlier)
{
    return pack(bytes, earlierDictionary(earlier));
}

Result<QByteArray> unpackSigned(QByteArrayView frame, const QByteArray &earlier)
{
    return readFrameHeader(frame).and_then([&](const FrameHeader &header) {
        const bool isAlone = header.dictionaryKind == DictionaryKind::None;
        return unpack(frame, isAlone ? Dictionary() : earlierDictionary(earlier));
    });
}

}  // namespace amparo::exchange
