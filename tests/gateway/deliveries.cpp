#include "gateway/deliveries.h"

#include "crypto/random.h"
#include "exchange/frame.h"

#include <QUuid>

namespace amparo::test {

exchange::Item anItem(const QString &name)
{
    const QString id = QStringLiteral("uuid:") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString xml =
        QStringLiteral("<data id=\"checklist\" version=\"3\"><meta><instanceID>%1</instanceID></meta>"
                       "<name>%2</name><passport_withheld>yes</passport_withheld></data>");
    return {id, QStringLiteral("checklist"), QStringLiteral("3"), xml.arg(id, name).toUtf8(), {}};
}

QList<exchange::Item> someItems(int count)
{
    QList<exchange::Item> items;
    for (int i = 0; i < count; ++i)
        items.append(anItem());
    return items;
}

exchange::Batch aBatch(const QList<exchange::Item> &items, quint64 sequence)
{
    return {QByteArray(exchange::idBytes, 's'), QByteArray(exchange::idBytes, 'g'), sequence, "checkpoint",
            items};
}

QByteArray aLargeFrame()
{
    exchange::Item item = anItem();
    item.files.append(
        {QStringLiteral("face.jpg"), QStringLiteral("image/jpeg"), crypto::randomBytes(20'000)});
    return *exchange::pack(*exchange::encode(aBatch({item})));
}

gateway::Delivery aDelivery(const exchange::Batch &batch, const QString &postId)
{
    const auto bytes = exchange::encode(batch);
    Q_ASSERT(bytes);
    return {postId, exchange::nameOf(*bytes), exchange::manifestOf(batch), batch};
}

}  // namespace amparo::test
