#include "exchange/batch.h"

#include "exchange/wire.h"

#include <QSet>
#include <QUuid>

// Layout 1, all numbers as in wire.h:
//
//     1  store  generation  sequence  checkpoint
//     forms: count, then id and version of each, in order of first use
//     count of items, then a column of each: form (its place in the table), instanceID, XML (size and kind),
//     files instanceID:  0 and the 16 bytes of a "uuid:…", or the size of the text and the text XML: twice
//     the size, and 1 more where the instanceID is cut out of it files:       count of each item, then of
//     all: name, type, size the XMLs, one after the other; the contents of the files
//
// Where the XML holds no NUL, which well-formed XML never does, and the instanceID is a "uuid:…" in lower
// case, a NUL stands for each place of that id. So records of one form differ in answers alone, and a packer
// sees the text around an id as one piece.

namespace amparo::exchange {

namespace {

constexpr quint8 batchLayout = 1;
constexpr QByteArrayView uuidPrefix("uuid:");
constexpr char cut = '\0';

/// The 16 bytes of an instanceID in the usual form, and no other; empty: it has another form.
QByteArray uuidBytes(const QString &instanceId)
{
    const QString prefix = QString::fromLatin1(uuidPrefix);
    if (!instanceId.startsWith(prefix))
        return {};
    const QUuid uuid = QUuid::fromString(QStringView(instanceId).mid(prefix.size()));
    const bool isUsual = prefix + uuid.toString(QUuid::WithoutBraces) == instanceId;
    return isUsual ? uuid.toRfc4122() : QByteArray();
}

QByteArray uuidText(QByteArrayView bytes)
{
    return uuidPrefix.toByteArray() +
           QUuid::fromRfc4122(bytes.toByteArray()).toByteArray(QUuid::WithoutBraces);
}

bool isCut(const Item &item)
{
    return !item.submissionXml.contains(cut) && !uuidBytes(item.instanceId).isEmpty() &&
           item.submissionXml.contains(item.instanceId.toLatin1());
}

bool isText(const QString &text, qsizetype least = 0)
{
    const QByteArray bytes = text.toUtf8();
    return bytes.size() >= least && bytes.size() <= mostNameBytes && QString::fromUtf8(bytes) == text;
}

bool isSoundItem(const Item &item)
{
    const auto isSoundFile = [](const File &file) { return isText(file.name, 1) && isText(file.mediaType); };
    return isText(item.instanceId, 1) && isText(item.formId) && isText(item.formVersion) &&
           item.files.size() <= mostFilesOfItem &&
           std::all_of(item.files.begin(), item.files.end(), isSoundFile);
}

bool isSoundBatch(const Batch &batch)
{
    if (batch.storeId.size() != idBytes || batch.generation.size() != idBytes ||
        batch.checkpoint.size() > mostCheckpointBytes || batch.items.size() > mostItems)
        return false;
    QSet<QString> ids;
    for (const Item &item : batch.items)
        ids.insert(item.instanceId);
    return ids.size() == batch.items.size() &&
           std::all_of(batch.items.begin(), batch.items.end(), isSoundItem);
}

using FormName = std::pair<QString, QString>;

QList<FormName> formTable(const Batch &batch)
{
    QList<FormName> forms;
    for (const Item &item : batch.items) {
        const FormName form(item.formId, item.formVersion);
        if (!forms.contains(form))
            forms.append(form);
    }
    return forms;
}

void writeColumns(WireWriter &writer, const Batch &batch, const QList<QByteArray> &xmls)
{
    const QList<FormName> forms = formTable(batch);
    writer.number(quint64(forms.size()));
    for (const auto &[id, version] : forms) {
        writer.sized(id.toUtf8());
        writer.sized(version.toUtf8());
    }
    writer.number(quint64(batch.items.size()));
    for (const Item &item : batch.items)
        writer.number(quint64(forms.indexOf(FormName(item.formId, item.formVersion))));
    for (const Item &item : batch.items) {
        const QByteArray uuid = uuidBytes(item.instanceId);
        writer.sized(uuid.isEmpty() ? item.instanceId.toUtf8() : QByteArray());
        writer.raw(uuid);
    }
    for (qsizetype i = 0; i < xmls.size(); ++i)
        writer.number(quint64(xmls[i].size()) * 2 + (isCut(batch.items[i]) ? 1 : 0));
    for (const Item &item : batch.items)
        writer.number(quint64(item.files.size()));
    for (const Item &item : batch.items) {
        for (const File &file : item.files) {
            writer.sized(file.name.toUtf8());
            writer.sized(file.mediaType.toUtf8());
            writer.number(quint64(file.content.size()));
        }
    }
}

/// What the columns say of an item, to be read from what follows them.
struct Column {
    quint64 xml = 0;  // size and kind
    QList<qsizetype> fileSizes;
};

QString readInstanceId(WireReader &reader)
{
    const QString text = reader.text(mostNameBytes);
    if (!text.isEmpty() || !reader.isSound())
        return text;
    const QByteArrayView uuid = reader.raw(idBytes);
    return reader.isSound() ? QString::fromLatin1(uuidText(uuid)) : QString();
}

QList<Column> readColumns(WireReader &reader, Batch &batch)
{
    QList<FormName> forms;
    for (quint64 left = reader.number(mostItems); left > 0 && reader.isSound(); --left) {
        const QString id = reader.text(mostNameBytes);
        forms.append({id, reader.text(mostNameBytes)});
    }
    batch.items.resize(qsizetype(reader.number(mostItems)));
    QList<Column> columns(batch.items.size());
    for (Item &item : batch.items) {
        const FormName form = forms.value(qsizetype(reader.number(quint64(forms.size()))));
        item.formId = form.first;
        item.formVersion = form.second;
    }
    for (Item &item : batch.items)
        item.instanceId = readInstanceId(reader);
    for (Column &column : columns)
        column.xml = reader.number(quint64(mostUnpackedBytes) * 2 + 1);
    for (Item &item : batch.items)
        item.files.resize(qsizetype(reader.number(mostFilesOfItem)));
    for (qsizetype i = 0; i < columns.size() && reader.isSound(); ++i) {
        for (File &file : batch.items[i].files) {
            file.name = reader.text(mostNameBytes);
            file.mediaType = reader.text(mostNameBytes);
            columns[i].fileSizes.append(qsizetype(reader.number(quint64(mostUnpackedBytes))));
        }
    }
    return columns;
}

void readContents(WireReader &reader, Batch &batch, const QList<Column> &columns)
{
    qsizetype grown = 0;  // a short id in an XML of many NULs would grow to a multiple: at most to the limit
    for (qsizetype i = 0; i < columns.size() && reader.isSound(); ++i) {
        Item &item = batch.items[i];
        const QByteArrayView xml = reader.raw(qsizetype(columns[i].xml / 2));
        item.submissionXml = xml.toByteArray();
        if (columns[i].xml % 2 == 1) {
            const QByteArray id = item.instanceId.toUtf8();
            grown += xml.size() + item.submissionXml.count(cut) * (id.size() - 1);
            if (grown > mostUnpackedBytes)
                return reader.fail();
            item.submissionXml.replace(cut, id);
        }
    }
    for (qsizetype i = 0; i < columns.size() && reader.isSound(); ++i) {
        for (qsizetype k = 0; k < batch.items[i].files.size(); ++k)
            batch.items[i].files[k].content = reader.raw(columns[i].fileSizes[k]).toByteArray();
    }
}

}  // namespace

QByteArray withoutInstanceId(const Item &item)
{
    QByteArray xml = item.submissionXml;
    if (isCut(item))
        xml.replace(item.instanceId.toLatin1(), QByteArray(1, cut));
    return xml;
}

Result<QByteArray> encode(const Batch &batch)
{
    if (!isSoundBatch(batch))
        return failure(ErrorCode::InvalidInput, QStringLiteral("this is no batch, or beyond its limits"));
    qsizetype size = 0;
    for (const Item &item : batch.items) {
        size += item.submissionXml.size();
        for (const File &file : item.files)
            size += file.content.size();
    }
    if (size > mostUnpackedBytes)  // before anything is copied
        return failure(ErrorCode::InvalidInput, QStringLiteral("the batch has more than 64 MB"));
    QList<QByteArray> xmls;
    for (const Item &item : batch.items)
        xmls.append(withoutInstanceId(item));
    WireWriter writer;
    writer.byte(batchLayout);
    writer.raw(batch.storeId);
    writer.raw(batch.generation);
    writer.number(batch.sequence);
    writer.sized(batch.checkpoint);
    writeColumns(writer, batch, xmls);
    for (const QByteArray &xml : xmls)
        writer.raw(xml);
    for (const Item &item : batch.items) {
        for (const File &file : item.files)
            writer.raw(file.content);
    }
    if (writer.size() > mostUnpackedBytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the batch has more than 64 MB"));
    return std::move(writer).bytes();
}

Result<Batch> decodeBatch(QByteArrayView bytes)
{
    const auto malformed = [] {
        return failure(ErrorCode::InvalidInput, QStringLiteral("a malformed batch"));
    };
    if (bytes.size() > mostUnpackedBytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the batch has more than 64 MB"));
    WireReader reader(bytes);
    if (reader.byte() > batchLayout)
        return failure(ErrorCode::TooNew, QStringLiteral("a batch of a later layout"));
    Batch batch;
    batch.storeId = reader.raw(idBytes).toByteArray();
    batch.generation = reader.raw(idBytes).toByteArray();
    batch.sequence = reader.number();
    batch.checkpoint = reader.sized(mostCheckpointBytes).toByteArray();
    const QList<Column> columns = readColumns(reader, batch);
    readContents(reader, batch, columns);
    if (!reader.isRead())
        return malformed();
    // One batch, one way to write it: what would be written otherwise was not written by encode().
    const auto again = encode(batch);
    if (!again || *again != bytes)
        return malformed();
    return batch;
}

}  // namespace amparo::exchange
