#include "sync/gateway/config.h"

#include "base/json_reader.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>

#include <limits>
#include <optional>

namespace amparo::gateway {

namespace {

constexpr int noLimit = std::numeric_limits<int>::max();

/// "127.0.0.1:8080" or "[::1]:8080".
std::optional<ListenAddress> listenAddress(const QString &text)
{
    QString host = text.section(u':', 0, -2);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isPort = false;
    const ushort port = text.section(u':', -1).toUShort(&isPort);
    if (!isPort || host.isEmpty())
        return std::nullopt;
    return ListenAddress{host, port};
}

void readListen(const JsonReader &json, const QString &key, ListenAddress &value)
{
    if (!json.has(key))
        return;
    if (const auto address = listenAddress(json.at(key).text()))
        value = *address;
    else
        json.at(key).fail(QStringLiteral("this is no ADDRESS:PORT"));
}

template <class Number>
void readNumber(const JsonReader &json, const QString &key, Number &value, int lowest, int highest = noLimit)
{
    if (json.has(key))
        value = Number(json.at(key).number(lowest, highest));
}

Config configFrom(const JsonReader &json)
{
    Config config;
    if (json.has(QStringLiteral("database")))
        config.database = json.at(QStringLiteral("database")).text().toUtf8();
    if (json.has(QStringLiteral("receiptKey")))
        config.receiptKey = json.at(QStringLiteral("receiptKey")).text();
    if (json.has(QStringLiteral("forward")))
        config.forward = json.at(QStringLiteral("forward")).text();
    readListen(json, QStringLiteral("listen"), config.listen);
    readListen(json, QStringLiteral("adminListen"), config.adminListen);
    readNumber(json, QStringLiteral("databaseConnections"), config.databaseConnections, 1, 100);
    readNumber(json, QStringLiteral("waitingRequests"), config.waitingRequests, 1);
    readNumber(json, QStringLiteral("connections"), config.connections, 1);
    readNumber(json, QStringLiteral("chunkBytes"), config.chunkBytes, 4096, 68 * 1024 * 1024);
    readNumber(json, QStringLiteral("bodyBytes"), config.bodyBytes, 4096);
    readNumber(json, QStringLiteral("requestsPerSecond"), config.requestsPerSecond, 1);
    readNumber(json, QStringLiteral("requestBurst"), config.requestBurst, 1);
    readNumber(json, QStringLiteral("requestsAtOnce"), config.requestsAtOnce, 1);
    readNumber(json, QStringLiteral("idle"), config.idle, 1);
    readNumber(json, QStringLiteral("header"), config.header, 1);
    readNumber(json, QStringLiteral("bodyPause"), config.bodyPause, 1);
    readNumber(json, QStringLiteral("slowestBytesPerSecond"), config.slowestBytesPerSecond, 1);
    readNumber(json, QStringLiteral("drain"), config.drain, 0);
    json.allow(
        {QStringLiteral("database"), QStringLiteral("receiptKey"), QStringLiteral("forward"),
         QStringLiteral("listen"), QStringLiteral("adminListen"), QStringLiteral("databaseConnections"),
         QStringLiteral("waitingRequests"), QStringLiteral("connections"), QStringLiteral("chunkBytes"),
         QStringLiteral("bodyBytes"), QStringLiteral("requestsPerSecond"), QStringLiteral("requestBurst"),
         QStringLiteral("requestsAtOnce"), QStringLiteral("idle"), QStringLiteral("header"),
         QStringLiteral("bodyPause"), QStringLiteral("slowestBytesPerSecond"), QStringLiteral("drain")});
    return config;
}

Result<QJsonObject> objectIn(const QString &path)
{
    if (path.isEmpty())
        return QJsonObject();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, QStringLiteral("the configuration cannot be read: ") + path);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("the configuration is no JSON object, see byte %1").arg(error.offset));
    return document.object();
}

/// The file's values with the environment's in their place.
QJsonObject withEnvironment(QJsonObject object, const QProcessEnvironment &environment)
{
    const std::pair<const char *, const char *> variables[] = {{"AMPARO_GATEWAY_DATABASE", "database"},
                                                               {"AMPARO_GATEWAY_LISTEN", "listen"},
                                                               {"AMPARO_GATEWAY_ADMIN_LISTEN", "adminListen"},
                                                               {"AMPARO_GATEWAY_RECEIPT_KEY", "receiptKey"},
                                                               {"AMPARO_GATEWAY_FORWARD", "forward"}};
    for (const auto &[variable, key] : variables) {
        if (environment.contains(QString::fromLatin1(variable)))
            object.insert(QString::fromLatin1(key), environment.value(QString::fromLatin1(variable)));
    }
    return object;
}

}  // namespace

Result<Config> readConfig(const QString &path, const QProcessEnvironment &environment)
{
    return objectIn(path).and_then([&](const QJsonObject &object) -> Result<Config> {
        const JsonReader json(withEnvironment(object, environment));
        const Config config = configFrom(json);
        if (!json.error().isEmpty())
            return failure(ErrorCode::InvalidInput, QStringLiteral("the configuration: ") + json.error());
        return config;
    });
}

}  // namespace amparo::gateway
