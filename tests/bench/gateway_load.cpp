#include "bench/gateway_load.h"

#include "crypto/digest.h"
#include "exchange/frame.h"

#include <QRandomGenerator>
#include <QUuid>

namespace amparo::bench {

namespace {

/// As a second-line interview comes out: some eighty answers, a third of them open.
exchange::Item aRecord(QRandomGenerator &chance)
{
    const QString id = QStringLiteral("uuid:") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QByteArray xml = "<data id=\"second_line\" version=\"2026110100\"><meta><instanceID>" + id.toLatin1() +
                     "</instanceID></meta>";
    for (int question = 0; question < 80; ++question) {
        const QByteArray name = "question_" + QByteArray::number(question);
        const quint32 value = chance.generate();
        xml +=
            '<' + name + '>' +
            (question % 3 == 0 ? QByteArray::number(value, 36) : QByteArray(value % 4 == 0 ? "yes" : "no")) +
            "</" + name + '>';
    }
    return {id, QStringLiteral("second_line"), QStringLiteral("2026110100"), xml + "</data>", {}};
}

}  // namespace

Result<QList<QByteArray>> framesOf(quint32 post, int count, int batchSize)
{
    QRandomGenerator chance(post);
    QList<QByteArray> frames;
    exchange::Dictionary dictionary;
    for (int i = 0; i < count; ++i) {
        exchange::Batch batch{crypto::digest(QByteArray::number(post)).first(exchange::idBytes),
                              QByteArray(exchange::idBytes, 'g'),
                              quint64(i),
                              {},
                              {}};
        for (int k = 0; k < batchSize; ++k)
            batch.items.append(aRecord(chance));
        const auto frame = exchange::encode(batch).and_then(
            [&](const QByteArray &bytes) { return exchange::pack(bytes, dictionary); });
        if (!frame)
            return tl::make_unexpected(frame.error());
        frames.append(*frame);
        dictionary = exchange::baseDictionary(exchange::nameOf(*frame), batch.items);
    }
    return frames;
}

}  // namespace amparo::bench
