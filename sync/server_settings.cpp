#include "sync/server_settings.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace amparo::sync {

namespace {

constexpr QLatin1StringView addressKey("address");
constexpr QLatin1StringView deviceKey("device");
constexpr QLatin1StringView passwordKey("password");
constexpr QLatin1StringView tokenKey("token");
constexpr QLatin1StringView userKey("user");

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

std::optional<QString> textOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object[key];
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

}  // namespace

Result<ServerSettings> parseServerAddress(const QString &text)
{
    // ODK Central: /v1/key/TOKEN/projects/ID
    static const QRegularExpression appUserPath(QStringLiteral("^(.*)/key/([^/]+)(/projects/.+)$"));

    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("not an address of a server"));
    if (url.scheme() != QLatin1String("https") && !(url.scheme() == QLatin1String("http") && isLoopback(url)))
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
    return settings;
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
                     {deviceKey, settings.deviceId}};
    if (const auto *appUser = std::get_if<AppUser>(&settings.access))
        json[tokenKey] = appUser->token;
    if (const auto *login = std::get_if<Login>(&settings.access)) {
        json[userKey] = login->user;
        json[passwordKey] = login->password;
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<ServerSettings> serverSettingsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto address = textOf(object, addressKey);
    const auto device = textOf(object, deviceKey);
    if (!address || !device)
        return failure(ErrorCode::Corrupt, QStringLiteral("the server's settings are malformed"));
    ServerSettings settings{QUrl(*address, QUrl::StrictMode), {}, *device};
    if (const auto token = textOf(object, tokenKey))
        settings.access = AppUser{*token};
    else if (const auto user = textOf(object, userKey))
        settings.access = Login{*user, textOf(object, passwordKey).value_or(QString())};
    return settings;
}

}  // namespace amparo::sync
