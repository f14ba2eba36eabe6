#include "form/secondary_instances.h"

#include "base/csv_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace amparo::form {

namespace {

/// All rows, or those alone whose column list_name is `list`.
Result<xpath::Document> readCsvList(const QByteArray &content, const QString &list = {})
{
    CsvReader reader(content);
    const auto header = reader.next();
    if (!header)
        return tl::make_unexpected(header.error());
    xpath::Table table;
    for (qsizetype i = 0; *header && i < reader.fields().size(); ++i) {
        const QString name = reader.text(i).trimmed();
        table.columns += name.isEmpty() ? QStringLiteral("column%1").arg(i + 1) : name;
    }
    const qsizetype listColumn = list.isEmpty() ? -1 : table.columns.indexOf(QStringLiteral("list_name"));
    table.cells.reserve(list.isEmpty() ? content.size() : 0);
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return xpath::Document::fromTable(std::move(table));
        if (!list.isEmpty() && (listColumn < 0 || reader.text(listColumn) != list))
            continue;
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            if (i < reader.fields().size())
                table.cells.append(reader.fields()[i]);
            table.ends.push_back(static_cast<quint32>(table.cells.size()));
        }
    }
}

/// A GeoJSON position is longitude first; ODK's is "latitude longitude altitude accuracy".
QString odkPosition(const QJsonArray &position)
{
    return QStringLiteral("%1 %2 %3 0")
        .arg(position.at(1).toDouble(), 0, 'g', 17)
        .arg(position.at(0).toDouble(), 0, 'g', 17)
        .arg(position.at(2).toDouble(), 0, 'g', 17);
}

QString odkGeometry(const QJsonObject &geometry)
{
    const QString type = geometry.value(QLatin1String("type")).toString();
    QJsonArray positions = geometry.value(QLatin1String("coordinates")).toArray();
    if (type == QLatin1String("Point"))
        return odkPosition(positions);
    if (type == QLatin1String("Polygon"))
        positions = positions.at(0).toArray();  // the outer ring
    else if (type != QLatin1String("LineString"))
        return {};
    QStringList points;
    for (const QJsonValue &position : positions)
        points += odkPosition(position.toArray());
    return points.join(QLatin1String("; "));
}

Result<xpath::Document> readGeoJson(const QByteArray &content)
{
    QJsonParseError error;
    const QJsonObject collection = QJsonDocument::fromJson(content, &error).object();
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::InvalidInput, QStringLiteral("GeoJSON: %1").arg(error.errorString()));
    if (collection.value(QLatin1String("type")) != QLatin1String("FeatureCollection"))
        return failure(ErrorCode::InvalidInput, QStringLiteral("GeoJSON: not a FeatureCollection"));

    xpath::Document document;
    const auto root = document.appendElement(xpath::NodeId::Root, {QStringLiteral("root"), {}, {}});
    for (const QJsonValue &value : collection.value(QLatin1String("features")).toArray()) {
        const QJsonObject feature = value.toObject();
        const auto item = document.appendElement(root, {QStringLiteral("item"), {}, {}});
        document.appendElement(item, {QStringLiteral("geometry"), {}, {}},
                               odkGeometry(feature.value(QLatin1String("geometry")).toObject()));
        QJsonObject properties = feature.value(QLatin1String("properties")).toObject();
        if (feature.contains(QLatin1String("id")))
            properties.insert(QStringLiteral("id"), feature.value(QLatin1String("id")));
        for (auto it = properties.constBegin(); it != properties.constEnd(); ++it)
            document.appendElement(item, {it.key(), {}, {}}, it.value().toVariant().toString());
    }
    return document;
}

}  // namespace

Result<xpath::Document> readExternalChoices(const QByteArray &content, const QString &list)
{
    return readCsvList(content, list);
}

QString externalChoicesFile() { return QStringLiteral("itemsets.csv"); }

Result<xpath::Document> readSecondaryInstance(const QString &fileName, const QByteArray &content)
{
    constexpr qsizetype maximumSizeInBytes = 64 * 1024 * 1024;
    if (content.size() > maximumSizeInBytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the file is larger than 64 MB"));
    if (fileName.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return readCsvList(content);
    if (fileName.endsWith(QLatin1String(".geojson"), Qt::CaseInsensitive))
        return readGeoJson(content);
    auto document = xpath::Document::read(content);
    if (!document)
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("XML, line %1: %2").arg(document.error().line).arg(document.error().message));
    return std::move(*document);
}

}  // namespace amparo::form
