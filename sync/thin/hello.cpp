#include "sync/thin/hello.h"

#include "crypto/signature.h"
#include "exchange/batch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace amparo::thin {

namespace {

constexpr int protocolVersion = 1;

std::optional<LastBatch> readLast(const QJsonObject &object)
{
    const QByteArray id = QByteArray::fromHex(object[QLatin1String("batch")].toString().toLatin1());
    const qint64 sequence = object[QLatin1String("sequence")].toInteger(-1);
    if (id.size() != exchange::idBytes || sequence < 0)
        return std::nullopt;
    return LastBatch{id, quint64(sequence)};
}

}  // namespace

std::optional<Hello> readHello(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Hello hello;
    hello.mostChunk = object[QLatin1String("chunk")].toInteger();
    hello.mostFrame = object[QLatin1String("frame")].toInteger();
    hello.mostItems = object[QLatin1String("items")].toInt();
    hello.key = QByteArray::fromBase64(object[QLatin1String("key")].toString().toLatin1());
    hello.time = QDateTime::fromString(object[QLatin1String("time")].toString(), Qt::ISODateWithMs).toUTC();
    if (const QJsonValue last = object[QLatin1String("last")]; last.isObject()) {
        hello.last = readLast(last.toObject());
        if (!hello.last)
            return std::nullopt;
    }
    const bool isSpoken = object[QLatin1String("protocol")].toArray().contains(protocolVersion);
    if (!isSpoken || hello.mostChunk <= 0 || hello.mostFrame <= 0 || hello.mostItems <= 0 ||
        hello.key.size() != crypto::publicKeySize || !hello.time.isValid())
        return std::nullopt;
    return hello;
}

}  // namespace amparo::thin
