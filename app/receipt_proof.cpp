#include "app/receipt_proof.h"

#include "sync/server_repository.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace amparo::app {

namespace {

const QString layoutField = QStringLiteral("amparoReceipt");
const QString instanceField = QStringLiteral("instanceId");
const QString serverField = QStringLiteral("server");
const QString receivedField = QStringLiteral("receivedAt");
const QString proofField = QStringLiteral("receipt");
constexpr int layout = 1;

}  // namespace

QString proofName(Proof proof)
{
    switch (proof) {
    case Proof::Valid:
        return QStringLiteral("valid");
    case Proof::Unsigned:
        return QStringLiteral("unsigned");
    case Proof::KeyUnknown:
        return QStringLiteral("key-unknown");
    case Proof::OtherKey:
        return QStringLiteral("other-key");
    case Proof::Broken:
        return QStringLiteral("broken");
    }
    Q_UNREACHABLE();
}

JudgedReceipt judgeReceipt(const QByteArray &proof, const QString &instanceId,
                           const QList<QByteArray> &serverKeys)
{
    if (proof.isEmpty())
        return {};
    const auto receipt = exchange::decodeReceipt(proof);
    if (!receipt)
        return {Proof::Broken, std::nullopt};
    if (receipt->record.instanceHash != exchange::instanceHash(instanceId))
        return {Proof::Broken, *receipt};
    if (serverKeys.isEmpty())
        return {Proof::KeyUnknown, *receipt};
    const auto named = std::find_if(serverKeys.begin(), serverKeys.end(), [&](const QByteArray &key) {
        return exchange::keyIdOf(key) == receipt->keyId;
    });
    if (named == serverKeys.end())
        return {Proof::OtherKey, *receipt};
    return {exchange::isGenuine(*receipt, *named) ? Proof::Valid : Proof::Broken, *receipt};
}

Result<QList<QByteArray>> receiptKeys(store::Store &store, const QString &server)
{
    const auto shown = store.batches().serverKey(server);
    const auto set = sync::ServerRepository(store.settings()).find();
    if (!shown || !set)
        return tl::make_unexpected(shown ? set.error() : shown.error());
    QList<QByteArray> keys;
    if (*set && (*set)->address.toString() == server)
        keys = {(*set)->trust.receiptKey, (*set)->trust.headquartersKey};
    keys.append(shown->value_or(QByteArray()));
    keys.removeAll(QByteArray());
    return keys;
}

QByteArray toJson(const ReceiptFile &file)
{
    return QJsonDocument(QJsonObject{{layoutField, layout},
                                     {instanceField, file.instanceId},
                                     {serverField, file.server},
                                     {receivedField, file.receivedAt.toUTC().toString(Qt::ISODateWithMs)},
                                     {proofField, QString::fromLatin1(file.proof.toBase64())}})
        .toJson();
}

Result<ReceiptFile> receiptFileFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(layoutField).toInt() != layout)
        return failure(ErrorCode::InvalidInput, QStringLiteral("that is no receipt file"));
    const ReceiptFile file{object.value(instanceField).toString(), object.value(serverField).toString(),
                           QDateTime::fromString(object.value(receivedField).toString(), Qt::ISODateWithMs),
                           QByteArray::fromBase64(object.value(proofField).toString().toLatin1())};
    if (file.instanceId.isEmpty() || file.proof.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("the file lacks its record or its receipt"));
    return file;
}

}  // namespace amparo::app
