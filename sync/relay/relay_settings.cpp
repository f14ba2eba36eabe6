#include "sync/relay/relay_settings.h"

#include "sync/server_repository.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslKey>

namespace amparo::relay {

namespace {

const QString relayName = QStringLiteral("relay");

constexpr QLatin1StringView hostKey("host");
constexpr QLatin1StringView portKey("port");
constexpr QLatin1StringView certificateKey("certificate");
constexpr QLatin1StringView keyKey("key");

bool isKey(const QByteArray &pem)
{
    return !QSslKey(pem, QSsl::Rsa).isNull() || !QSslKey(pem, QSsl::Ec).isNull();
}

}  // namespace

Result<> check(const RelaySettings &settings)
{
    const QHostAddress host(settings.host);
    if (host.isNull() || host.isMulticast() || host.isBroadcast() ||
        host == QHostAddress(QHostAddress::AnyIPv4) || host == QHostAddress(QHostAddress::AnyIPv6))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("a relay listens at one IP address of its own network"));
    if (settings.certificate.isEmpty() != settings.key.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("a certificate and its key go together"));
    if (!settings.certificate.isEmpty() &&
        (QSslCertificate::fromData(settings.certificate, QSsl::Pem).isEmpty() || !isKey(settings.key)))
        return failure(ErrorCode::InvalidInput, QStringLiteral("certificate or key is no PEM"));
    return {};
}

QUrl addressOf(const RelaySettings &settings, const QString &name)
{
    QUrl url;
    url.setScheme(settings.certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(name.isEmpty() ? settings.host : name);
    url.setPort(settings.port);
    return url;
}

QByteArray toJson(const RelaySettings &settings)
{
    QJsonObject json{{hostKey, settings.host}, {portKey, settings.port}};
    if (!settings.certificate.isEmpty()) {
        json.insert(certificateKey, QString::fromLatin1(settings.certificate));
        json.insert(keyKey, QString::fromLatin1(settings.key));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<RelaySettings> relaySettingsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int port = object[portKey].toInt(-1);
    const RelaySettings settings{object[hostKey].toString(), quint16(port),
                                 object[certificateKey].toString().toLatin1(),
                                 object[keyKey].toString().toLatin1()};
    if (port < 0 || port > 0xffff || !check(settings))
        return failure(ErrorCode::Corrupt, QStringLiteral("the relay's settings are malformed"));
    return settings;
}

Result<std::optional<RelaySettings>> RelayRepository::find() const
{
    return m_settings.find(relayName).and_then(
        [](const std::optional<QByteArray> &json) -> Result<std::optional<RelaySettings>> {
            if (!json)
                return std::nullopt;
            return relaySettingsFromJson(*json).map(
                [](const RelaySettings &settings) { return std::optional(settings); });
        });
}

Result<> RelayRepository::set(const RelaySettings &settings, std::optional<store::Approval> approval)
{
    if (const auto sound = check(settings); !sound)
        return sound;
    const auto server = sync::ServerRepository(m_settings).find();
    if (!server)
        return tl::make_unexpected(server.error());
    if (*server && (*server)->protocol == sync::Protocol::Relay)
        return failure(ErrorCode::Conflict, QStringLiteral("this station delivers to a relay itself"));
    return m_settings.set(relayName, toJson(settings), std::move(approval));
}

Result<> RelayRepository::remove(std::optional<store::Approval> approval)
{
    return m_settings.remove(relayName, std::move(approval));
}

}  // namespace amparo::relay
