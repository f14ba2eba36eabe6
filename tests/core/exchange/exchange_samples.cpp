#include "exchange_samples.h"

#include "crypto/digest.h"

#include <QUuid>

namespace amparo::test {

using exchange::Batch;
using exchange::File;
using exchange::Item;

namespace {

QString uuidOf(int number)
{
    const QByteArray bytes = crypto::shortDigest(QByteArray::number(number));
    return QStringLiteral("uuid:") + QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

QString anyText(int least)
{
    QString text;
    for (int left = *rc::gen::inRange(least, 20); left > 0; --left)
        text += *rc::gen::element(QStringLiteral("a"), QStringLiteral("ñ"), QStringLiteral("字"),
                                  QStringLiteral("\U0001F6C2"), QStringLiteral("<"), QString(QChar(0)));
    return text;
}

QByteArray anyXml(const QString &instanceId)
{
    QByteArray xml;
    for (int left = *rc::gen::inRange(0, 8); left > 0; --left)
        xml += *rc::gen::element(instanceId.toUtf8(), QByteArray("<data>"), QByteArray("uuid:"),
                                 QByteArray(1, '\0'), QByteArray("\xff\xfe"), QByteArray(200, 'x'));
    return xml;
}

Item anyItem(int number)
{
    Item item;
    item.instanceId = *rc::gen::element(uuidOf(number), uuidOf(number).toUpper(), QString::number(number),
                                        uuidOf(number) + u'x');
    item.formId = anyText(0);
    item.formVersion = anyText(0);
    item.submissionXml = anyXml(item.instanceId);
    for (int left = *rc::gen::inRange(0, 3); left > 0; --left)
        item.files.append({anyText(1), anyText(0), anyXml(item.instanceId)});
    return item;
}

}  // namespace

Item anItem(int number)
{
    const QString id = uuidOf(number);
    const QByteArray answer = QByteArray::number(number * 7919 % 97);
    return {id,
            QStringLiteral("second-line"),
            QStringLiteral("3"),
            "<data id=\"second-line\" version=\"3\"><travels_alone>no</travels_alone><days_of_stay>" +
                answer + "</days_of_stay><purpose>work</purpose><meta><instanceID>" + id.toLatin1() +
                "</instanceID></meta></data>",
            {}};
}

Batch aBatch(int count)
{
    Batch batch{QByteArray(16, 's'), QByteArray(16, 'g'), 7, "checkpoint", {}};
    for (int i = 0; i < count; ++i)
        batch.items.append(anItem(i));
    return batch;
}

Batch anyBatch()
{
    const auto anyId = [] { return crypto::shortDigest(QByteArray::number(*rc::gen::arbitrary<int>())); };
    Batch batch{
        anyId(), anyId(), *rc::gen::arbitrary<quint64>(), QByteArray(*rc::gen::inRange(0, 300), 'c'), {}};
    for (int left = *rc::gen::inRange(0, 12); left > 0; --left)
        batch.items.append(anyItem(left));
    return batch;
}

}  // namespace amparo::test
