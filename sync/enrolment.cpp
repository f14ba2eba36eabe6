#include "sync/enrolment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace amparo::sync {

namespace {

constexpr qsizetype largest = 256 * 1024;
constexpr int kind = 1;

constexpr QLatin1StringView kindKey("amparoEnrolment");
constexpr QLatin1StringView postKey("post");
constexpr QLatin1StringView codeKey("code");
constexpr QLatin1StringView nameKey("name");
constexpr QLatin1StringView countryKey("country");
constexpr QLatin1StringView serverKey("server");
constexpr QLatin1StringView addressKey("address");
constexpr QLatin1StringView policyKey("policy");
constexpr QLatin1StringView packageKeyKey("packageKey");
constexpr QLatin1StringView packageKeysKey("packageKeys");
constexpr QLatin1StringView numberKey("number");
constexpr QLatin1StringView keysKey("keys");

tl::unexpected<Error> refused(const char *why)
{
    return failure(ErrorCode::InvalidInput, QString::fromLatin1(why));
}

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

/// The JSON in a code. qUncompress() wants the size first, and takes as much memory as that says.
QByteArray unpacked(const QByteArray &code)
{
    const auto packed = QByteArray::fromBase64Encoding(code, QByteArray::AbortOnBase64DecodingErrors);
    if (!packed)
        return {};
    QByteArray sized(4, 0);
    qToBigEndian(quint32(largest), sized.data());
    return qUncompress(sized + *packed);
}

Result<record::Post> readPost(const QJsonObject &object)
{
    record::Post post{object[codeKey].toString(), object[nameKey].toString(), object[countryKey].toString(),
                      false};
    if (post.code.isEmpty() || post.name.isEmpty() || post.country.size() != 3)
        return refused("the post needs code, name and a country of three letters");
    return post;
}

Result<ServerSettings> readServer(QJsonObject object)
{
    const auto protocol = protocolFromName(object[QLatin1String("protocol")].toString());
    const auto address =
        parseServerAddress(object[addressKey].toString(), protocol.value_or(Protocol::OpenRosa));
    if (!address)
        return address;
    object[addressKey] = address->address.toString(QUrl::FullyEncoded);
    if (!object.contains(QLatin1String("device")))
        object.insert(QLatin1String("device"), QString());
    auto settings = serverSettingsFromJson(compact(object));
    if (!settings)
        return refused("the server's settings are malformed");
    if (std::holds_alternative<std::monostate>(settings->access))
        settings->access = address->access;
    return check(*settings).map([&] { return *settings; });
}

QByteArray keyIn(const QJsonValue &value) { return QByteArray::fromBase64(value.toString().toLatin1()); }

QString keyText(const QByteArray &key) { return QString::fromLatin1(key.toBase64()); }

Result<std::optional<exchange::PackageKeys>> readPackageKeys(const QJsonObject &object)
{
    exchange::PackageKeys keys;
    if (object.contains(packageKeysKey)) {
        const QJsonObject list = object[packageKeysKey].toObject();
        keys.version = quint64(std::max<qint64>(list[numberKey].toInteger(), 0));
        for (const QJsonValue &key : list[keysKey].toArray())
            keys.keys.append(keyIn(key));
    } else if (object.contains(packageKeyKey)) {
        keys.keys.append(keyIn(object[packageKeyKey]));
    } else {
        return std::nullopt;
    }
    if (!exchange::isSound(keys))
        return refused("the key for packages is none");
    return keys;
}

/// One that was never followed by a list stands alone, as headquarters writes it by hand.
void writePackageKeys(const exchange::PackageKeys &keys, QJsonObject &object)
{
    if (keys.version == 1 && keys.keys.size() == 1)
        return void(object.insert(packageKeyKey, keyText(keys.keys.first())));
    QJsonArray list;
    for (const QByteArray &key : keys.keys)
        list.append(keyText(key));
    object.insert(packageKeysKey, QJsonObject{{numberKey, qint64(keys.version)}, {keysKey, list}});
}

QJsonObject objectOf(const Enrolment &enrolment)
{
    const auto parsed = [](const QByteArray &json) { return QJsonDocument::fromJson(json).object(); };
    QJsonObject object{{kindKey, kind},
                       {postKey, QJsonObject{{codeKey, enrolment.post.code},
                                             {nameKey, enrolment.post.name},
                                             {countryKey, enrolment.post.country}}},
                       {serverKey, parsed(toJson(enrolment.server))}};
    if (enrolment.policy)
        object.insert(policyKey, parsed(toJson(*enrolment.policy)));
    if (enrolment.packageKeys)
        writePackageKeys(*enrolment.packageKeys, object);
    return object;
}

/// Every member that an enrolment may have, each with some value.
QJsonObject allMembers()
{
    Enrolment full;
    full.server.access = Login{};
    full.server.proxy = {Proxy::Kind::Http, QStringLiteral("proxy"), 1, Login{}};
    full.server.trust.pins = {QByteArray(1, 'p')};
    full.server.sealKey = QByteArray(1, 'k');
    full.packageKeys = exchange::PackageKeys{2, {}};
    full.policy = SyncPolicy();
    QJsonObject object = objectOf(full);
    QJsonObject server = object[serverKey].toObject();
    server.insert(QLatin1String("token"), QString());  // instead of the login
    object.insert(serverKey, server);
    object.insert(packageKeyKey, QString());  // instead of the list
    return object;
}

/// The first member that nobody would read.
std::optional<QString> strangerIn(const QJsonObject &object, const QJsonObject &known)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!known.contains(member.key()))
            return member.key();
        if (const auto stranger = strangerIn(member->toObject(), known[member.key()].toObject()))
            return member.key() + u'.' + *stranger;
    }
    return std::nullopt;
}

}  // namespace

Result<Enrolment> readEnrolment(const QByteArray &text)
{
    if (text.size() > largest)
        return refused("this is too long for an enrolment");
    const QByteArray trimmed = text.trimmed();
    const QJsonObject object =
        QJsonDocument::fromJson(trimmed.startsWith('{') ? trimmed : unpacked(trimmed)).object();
    if (object[kindKey].toInt() > kind)
        return failure(ErrorCode::TooNew,
                       QStringLiteral("this enrolment is for a later version of the program"));
    if (object[kindKey].toInt() != kind)
        return refused("this is no enrolment");
    // A pin that stands in the wrong place, or is misspelt, must not read as "no pin".
    if (const auto stranger = strangerIn(object, allMembers()))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("an enrolment has no member %1").arg(*stranger));
    Enrolment enrolment;
    return readPost(object[postKey].toObject())
        .and_then([&](const record::Post &post) {
            enrolment.post = post;
            return readServer(object[serverKey].toObject());
        })
        .and_then([&](const ServerSettings &server) -> Result<Enrolment> {
            enrolment.server = server;
            const auto keys = readPackageKeys(object);
            if (!keys)
                return tl::make_unexpected(keys.error());
            enrolment.packageKeys = *keys;
            if (!object.contains(policyKey))
                return enrolment;
            const auto policy = syncPolicyFromJson(compact(object[policyKey].toObject()));
            if (!policy)
                return refused("the rules for the link are malformed");
            enrolment.policy = *policy;
            return enrolment;
        });
}

QByteArray enrolmentFile(const Enrolment &enrolment)
{
    return QJsonDocument(objectOf(enrolment)).toJson(QJsonDocument::Indented);
}

QByteArray enrolmentCode(const Enrolment &enrolment)
{
    return qCompress(compact(objectOf(enrolment)), 9).mid(4).toBase64();
}

}  // namespace amparo::sync
