#include "store/checkpoint_text.h"

#include <QXmlStreamReader>

namespace amparo::store {

namespace {

constexpr qsizetype maximumSubmissionInBytes = 64LL * 1024 * 1024;
constexpr QLatin1StringView checkpointNamespace("urn:amparo:checkpoint:1");

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray decoded(QStringView text)
{
    return QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding);
}

/// By the names that the parts have in both forms; `value` answers a name with its text.
template <class Value> std::optional<Checkpoint> readParts(const Value &value)
{
    const auto store = StoreId::fromText(value("store"));
    const auto generation = GenerationId::fromText(value("generation"));
    bool isNumber = false;
    const qint64 entry = value("entry").toLongLong(&isNumber);
    const QDateTime at = QDateTime::fromString(value("at"), Qt::ISODateWithMs);
    const QByteArray hash = decoded(value("hash"));
    if (!store || !generation || !isNumber || entry <= 0 || !at.isValid() || hash.size() != 32)
        return std::nullopt;
    return Checkpoint{*store, *generation, {entry, hash}, at.toUTC(), decoded(value("signature"))};
}

QString timeOf(const Checkpoint &checkpoint) { return checkpoint.at.toUTC().toString(Qt::ISODateWithMs); }

}  // namespace

QByteArray toXml(const Checkpoint &checkpoint)
{
    return QByteArray("<amparo:checkpoint xmlns:amparo=\"") + checkpointNamespace.latin1() + "\" store=\"" +
           checkpoint.store.toText().toLatin1() + "\" generation=\"" +
           checkpoint.generation.toText().toLatin1() + "\" entry=\"" +
           QByteArray::number(checkpoint.point.sequence) + "\" hash=\"" + encoded(checkpoint.point.hash) +
           "\" at=\"" + timeOf(checkpoint).toLatin1() + "\" signature=\"" + encoded(checkpoint.signature) +
           "\"/>";
}

std::optional<Carried> readCarried(const QByteArray &submissionXml)
{
    if (submissionXml.size() > maximumSubmissionInBytes)
        return std::nullopt;
    Carried carried;
    QXmlStreamReader reader(submissionXml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.tokenType() == QXmlStreamReader::DTD)
            return std::nullopt;
        if (!reader.isStartElement())
            continue;
        if (reader.name() == QLatin1StringView("instanceID") && carried.instanceId.isEmpty()) {
            carried.instanceId = reader.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        } else if (reader.namespaceUri() == checkpointNamespace &&
                   reader.name() == QLatin1StringView("checkpoint")) {
            const QXmlStreamAttributes attributes = reader.attributes();
            carried.checkpoint = readParts(
                [&](const char *name) { return attributes.value(QLatin1StringView(name)).toString(); });
        }
    }
    return reader.hasError() ? std::nullopt : std::optional(carried);
}

QJsonObject toJson(const KeptElsewhere &kept)
{
    const Checkpoint &checkpoint = kept.checkpoint;
    return {{QStringLiteral("store"), checkpoint.store.toText()},
            {QStringLiteral("generation"), checkpoint.generation.toText()},
            {QStringLiteral("entry"), QString::number(checkpoint.point.sequence)},
            {QStringLiteral("hash"), QString::fromLatin1(encoded(checkpoint.point.hash))},
            {QStringLiteral("at"), timeOf(checkpoint)},
            {QStringLiteral("key"), QString::fromLatin1(encoded(kept.publicKey))},
            {QStringLiteral("signature"), QString::fromLatin1(encoded(checkpoint.signature))}};
}

Result<KeptElsewhere> keptElsewhereFromJson(const QJsonObject &object)
{
    const auto text = [&](const char *name) { return object.value(QLatin1StringView(name)).toString(); };
    const auto checkpoint = readParts(text);
    const QByteArray key = decoded(text("key"));
    if (!checkpoint || !checkpoint->isSignedBy(key))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("the file holds no checkpoint, or a forged one"));
    return KeptElsewhere{*checkpoint, key};
}

}  // namespace amparo::store
