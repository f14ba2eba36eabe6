#include "exchange/passed_on.h"

#include "crypto/digest.h"
#include "crypto/signature.h"
#include "exchange/batch.h"
#include "exchange/wire.h"

namespace amparo::exchange {

namespace {

constexpr quint8 passedOnLayout = 1;
constexpr quint64 mostStatus = 999;
constexpr qsizetype mostServerBytes = 1024;
constexpr qsizetype mostProofBytes = 4096;

QByteArray messageOf(QByteArrayView body, const QByteArray &storeId)
{
    QByteArray message("amparo passed on 1");
    message.append('\0');
    message.append(storeId);
    message.append(body);
    return message;
}

QList<PassedOn> readBody(WireReader &reader)
{
    QList<PassedOn> records;
    const quint64 count = reader.number(mostPassedOn);
    for (quint64 i = 0; i < count && reader.isSound(); ++i) {
        PassedOn record;
        record.instanceHash = reader.raw(idBytes).toByteArray();
        const quint8 stage = reader.byte();
        if (stage > quint8(PassedOn::Stage::Headquarters))
            reader.fail();
        record.stage = PassedOn::Stage(stage);
        if (record.stage != PassedOn::Stage::Unknown)
            record.contentHash = reader.raw(crypto::digestSize).toByteArray();
        if (record.stage == PassedOn::Stage::Headquarters) {
            record.status = int(reader.number(mostStatus));
            record.server = reader.text(mostServerBytes);
            record.proof = reader.sized(mostProofBytes).toByteArray();
        }
        records.append(record);
    }
    return records;
}

}  // namespace

QByteArray encodePassedOn(const QList<PassedOn> &records, const QByteArray &storeId,
                          const crypto::SecretBytes &seed)
{
    WireWriter writer;
    writer.byte(passedOnLayout);
    writer.number(quint64(records.size()));
    for (const PassedOn &record : records) {
        writer.raw(record.instanceHash);
        writer.byte(quint8(record.stage));
        if (record.stage != PassedOn::Stage::Unknown)
            writer.raw(record.contentHash);
        if (record.stage == PassedOn::Stage::Headquarters) {
            writer.number(quint64(record.status));
            writer.sized(record.server.toUtf8());
            writer.sized(record.proof);
        }
    }
    QByteArray body = std::move(writer).bytes();
    return body + crypto::sign(messageOf(body, storeId), seed);
}

Result<QList<PassedOn>> checkedPassedOn(const QByteArray &bytes, const QByteArray &storeId,
                                        const QByteArray &publicKey)
{
    if (bytes.size() <= crypto::signatureSize)
        return failure(ErrorCode::InvalidInput, QStringLiteral("this is no relay's answer"));
    const QByteArrayView body = QByteArrayView(bytes).chopped(crypto::signatureSize);
    if (!crypto::isSignedBy(publicKey, messageOf(body, storeId),
                            QByteArrayView(bytes).last(crypto::signatureSize)))
        return failure(ErrorCode::Denied, QStringLiteral("the relay did not sign this"));
    WireReader reader(body);
    if (reader.byte() != passedOnLayout)
        return failure(ErrorCode::TooNew, QStringLiteral("the relay answers in a later layout"));
    QList<PassedOn> records = readBody(reader);
    if (!reader.isRead())
        return failure(ErrorCode::InvalidInput, QStringLiteral("the relay's answer is malformed"));
    return records;
}

}  // namespace amparo::exchange
