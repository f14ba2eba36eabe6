#include "sync/server_settings.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslKey>

#include <array>

namespace amparo::sync {

namespace {

constexpr QLatin1StringView addressKey("address");
constexpr QLatin1StringView authoritiesKey("authorities");
constexpr QLatin1StringView clientCertificateKey("clientCertificate");
constexpr QLatin1StringView clientKeyKey("clientKey");
constexpr QLatin1StringView deviceKey("device");
constexpr QLatin1StringView hostKey("host");
constexpr QLatin1StringView kindKey("kind");
constexpr QLatin1StringView passwordKey("password");
constexpr QLatin1StringView pinsKey("pins");
constexpr QLatin1StringView portKey("port");
constexpr QLatin1StringView protocolKey("protocol");
constexpr QLatin1StringView proxyKey("proxy");
constexpr QLatin1StringView headquartersKeyKey("headquartersKey");
constexpr QLatin1StringView receiptKeyKey("receiptKey");
constexpr QLatin1StringView sealKeyKey("sealTo");
constexpr QLatin1StringView tokenKey("token");
constexpr QLatin1StringView trustKey("trust");
constexpr QLatin1StringView userKey("user");

constexpr std::array protocols{std::pair(Protocol::OpenRosa, QLatin1StringView("openrosa")),
                               std::pair(Protocol::Thin, QLatin1StringView("thin")),
                               std::pair(Protocol::Relay, QLatin1StringView("relay"))};
constexpr std::array proxyKinds{std::pair(Proxy::Kind::System, QLatin1StringView("system")),
                                std::pair(Proxy::Kind::None, QLatin1StringView("none")),
                                std::pair(Proxy::Kind::Http, QLatin1StringView("http")),
                                std::pair(Proxy::Kind::Socks5, QLatin1StringView("socks5"))};

template <class Table, class Value> QString nameIn(const Table &table, Value value)
{
    for (const auto &[known, name] : table) {
        if (known == value)
            return name;
    }
    return {};
}

template <class Value, std::size_t size>
std::optional<Value> valueIn(const std::array<std::pair<Value, QLatin1StringView>, size> &table,
                             QStringView name)
{
    for (const auto &[value, known] : table) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

std::optional<QString> textOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object[key];
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

void write(QJsonObject &object, const Login &login)
{
    object[userKey] = login.user;
    object[passwordKey] = login.password;
}

std::optional<Login> loginFrom(const QJsonObject &object)
{
    const auto user = textOf(object, userKey);
    if (!user)
        return std::nullopt;
    return Login{*user, textOf(object, passwordKey).value_or(QString())};
}

QJsonObject toObject(const Proxy &proxy)
{
    QJsonObject object{
        {kindKey, nameIn(proxyKinds, proxy.kind)}, {hostKey, proxy.host}, {portKey, proxy.port}};
    if (proxy.login)
        write(object, *proxy.login);
    return object;
}

std::optional<Proxy> proxyFrom(const QJsonObject &object)
{
    if (object.isEmpty())
        return Proxy();
    const auto kind = valueIn(proxyKinds, textOf(object, kindKey).value_or(QString()));
    const int port = object[portKey].toInt();  // none where the kind needs none; else check() says so
    if (!kind || port < 0 || port > 65535)
        return std::nullopt;
    return Proxy{*kind, textOf(object, hostKey).value_or(QString()), quint16(port), loginFrom(object)};
}

QJsonObject toObject(const Trust &trust)
{
    QJsonArray pins;
    for (const QByteArray &pin : trust.pins)
        pins.append(QString::fromLatin1(pin.toBase64()));
    return {{authoritiesKey, QString::fromLatin1(trust.authorities)},
            {clientCertificateKey, QString::fromLatin1(trust.clientCertificate)},
            {clientKeyKey, QString::fromLatin1(trust.clientKey)},
            {pinsKey, pins},
            {receiptKeyKey, QString::fromLatin1(trust.receiptKey.toBase64())},
            {headquartersKeyKey, QString::fromLatin1(trust.headquartersKey.toBase64())}};
}

Trust trustFrom(const QJsonObject &object)
{
    const auto bytes = [&](QLatin1StringView key) {
        return textOf(object, key).value_or(QString()).toLatin1();
    };
    Trust trust{bytes(authoritiesKey),
                {},
                bytes(clientCertificateKey),
                bytes(clientKeyKey),
                QByteArray::fromBase64(bytes(receiptKeyKey)),
                QByteArray::fromBase64(bytes(headquartersKeyKey))};
    for (const QJsonValue &pin : object[pinsKey].toArray())
        trust.pins.append(QByteArray::fromBase64(pin.toString().toLatin1()));
    return trust;
}

/// Whether a text is that many certificates, at least one, in PEM.
bool isPem(const QByteArray &text) { return !QSslCertificate::fromData(text, QSsl::Pem).isEmpty(); }

std::optional<const char *> wrongIn(const Proxy &proxy)
{
    const bool isNamed = proxy.kind == Proxy::Kind::Http || proxy.kind == Proxy::Kind::Socks5;
    if (isNamed && (proxy.host.isEmpty() || proxy.port == 0))
        return "the proxy has no host or no port";
    return std::nullopt;
}

std::optional<const char *> wrongIn(const Trust &trust)
{
    // With one alone, the day that the server's key changes is the day that the post is cut off (RFC
    // 7469 4.3).
    if (trust.pins.size() == 1)
        return "one pin alone: name the next key's as well";
    for (const QByteArray &pin : trust.pins) {
        if (pin.size() != 32)
            return "a pin is no SHA-256";
    }
    if (!trust.authorities.isEmpty() && !isPem(trust.authorities))
        return "the authorities are no PEM certificates";
    if (trust.clientCertificate.isEmpty() != trust.clientKey.isEmpty())
        return "a client certificate and its key belong together";
    if (!trust.clientCertificate.isEmpty() && !isPem(trust.clientCertificate))
        return "the client certificate is no PEM certificate";
    if (!trust.clientKey.isEmpty() && !clientKeyOf(trust))
        return "the client's key is no RSA or EC key in PEM";
    if (!trust.headquartersKey.isEmpty() && trust.headquartersKey.size() != 32)
        return "headquarters' key is no Ed25519 key";
    if (!trust.receiptKey.isEmpty() && trust.receiptKey.size() != 32)
        return "the receipt key is no Ed25519 key";
    return std::nullopt;
}

}  // namespace

Result<ServerSettings> parseServerAddress(const QString &text, Protocol protocol)
{
    // ODK Central: /v1/key/TOKEN/projects/ID
    static const QRegularExpression appUserPath(QStringLiteral("^(.*)/key/([^/]+)(/projects/.+)$"));

    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("not an address of a server"));
    const bool mayBePlain = isLoopback(url) || protocol == Protocol::Relay;
    if (url.scheme() != QLatin1String("https") && !(url.scheme() == QLatin1String("http") && mayBePlain))
        return failure(ErrorCode::InvalidInput, QStringLiteral("the address does not begin with https"));
    if (url.hasQuery() || url.hasFragment())
        return failure(ErrorCode::InvalidInput, QStringLiteral("the address has a query"));

    ServerSettings settings;
    if (!url.userName().isEmpty())
        settings.access = Login{url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)};
    url.setUserInfo({});
    const auto match = appUserPath.match(url.path());
    if (match.hasMatch()) {
        settings.access = AppUser{match.captured(2)};
        url.setPath(match.captured(1) + match.captured(3));
    }
    settings.address = url.adjusted(QUrl::StripTrailingSlash);
    settings.protocol = protocol;
    return settings;
}

QString protocolName(Protocol protocol) { return nameIn(protocols, protocol); }

std::optional<Protocol> protocolFromName(QStringView name) { return valueIn(protocols, name); }

std::optional<QSslKey> clientKeyOf(const Trust &trust)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(trust.clientKey, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return std::nullopt;
}

Result<> check(const ServerSettings &settings)
{
    for (const auto &wrong : {wrongIn(settings.proxy), wrongIn(settings.trust)}) {
        if (wrong)
            return failure(ErrorCode::InvalidInput, QString::fromLatin1(*wrong));
    }
    if (!settings.sealKey.isEmpty() && settings.sealKey.size() != 32)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the key to seal to is no X25519 key"));
    if (settings.protocol == Protocol::Relay &&
        (settings.sealKey.isEmpty() || settings.trust.receiptKey.isEmpty()))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("a relay needs its key to seal to and its receipt key"));
    return {};
}

QUrl baseUrl(const ServerSettings &settings)
{
    QUrl url = settings.address;
    if (const auto *appUser = std::get_if<AppUser>(&settings.access)) {
        QString path = url.path();
        const qsizetype place = path.lastIndexOf(QLatin1String("/projects/"));
        path.insert(place < 0 ? path.size() : place, QLatin1String("/key/") + appUser->token);
        url.setPath(path);
    }
    return url;
}

QByteArray toJson(const ServerSettings &settings)
{
    QJsonObject json{{addressKey, settings.address.toString(QUrl::FullyEncoded)},
                     {deviceKey, settings.deviceId},
                     {protocolKey, protocolName(settings.protocol)}};
    if (const auto *appUser = std::get_if<AppUser>(&settings.access))
        json[tokenKey] = appUser->token;
    if (const auto *login = std::get_if<Login>(&settings.access))
        write(json, *login);
    if (settings.proxy != Proxy())
        json[proxyKey] = toObject(settings.proxy);
    if (settings.trust != Trust())
        json[trustKey] = toObject(settings.trust);
    if (!settings.sealKey.isEmpty())
        json[sealKeyKey] = QString::fromLatin1(settings.sealKey.toBase64());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<ServerSettings> serverSettingsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto address = textOf(object, addressKey);
    const auto device = textOf(object, deviceKey);
    // Settings of the time before there was another protocol do not name it.
    const auto protocol = protocolFromName(textOf(object, protocolKey).value_or(QStringLiteral("openrosa")));
    const auto proxy = proxyFrom(object[proxyKey].toObject());
    if (!address || !device || !protocol || !proxy)
        return failure(ErrorCode::Corrupt, QStringLiteral("the server's settings are malformed"));
    // What is no base64 must not read as "no key", or records would go out in the clear.
    const auto sealKey = QByteArray::fromBase64Encoding(
        textOf(object, sealKeyKey).value_or(QString()).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!sealKey || (object.contains(sealKeyKey) && (*sealKey).isEmpty()))
        return failure(ErrorCode::Corrupt, QStringLiteral("the key to seal to is malformed"));
    ServerSettings settings{QUrl(*address, QUrl::StrictMode),       {},      *device, *protocol, *proxy,
                            trustFrom(object[trustKey].toObject()), *sealKey};
    if (const auto token = textOf(object, tokenKey))
        settings.access = AppUser{*token};
    else if (const auto login = loginFrom(object))
        settings.access = *login;
    return settings;
}

}  // namespace amparo::sync
