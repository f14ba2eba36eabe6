#include "sync/openrosa/form_list.h"

#include <QMap>
#include <QSet>
#include <QXmlStreamReader>

namespace amparo::openrosa {

namespace {

constexpr QLatin1StringView listNamespace("http://openrosa.org/xforms/xformsList");
constexpr QLatin1StringView manifestNamespace("http://openrosa.org/xforms/xformsManifest");

using Entry = QMap<QString, QString>;  // child element to text

tl::unexpected<Error> refused(const QString &why) { return failure(ErrorCode::InvalidInput, why); }

/// Text of the children of the element at hand; grandchildren are passed over.
Entry readEntry(QXmlStreamReader &xml)
{
    Entry entry;
    while (xml.readNextStartElement())
        entry.insert(xml.name().toString(),
                     xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed());
    return entry;
}

/// The elements `child` within the root `root` of that namespace.
Result<QList<Entry>> readEntries(const QByteArray &bytes, QLatin1StringView root, QLatin1StringView child,
                                 QLatin1StringView space, int most)
{
    if (bytes.contains("<!DOCTYPE"))
        return refused(QStringLiteral("the server's list has a document type"));
    QXmlStreamReader xml(bytes);
    if (!xml.readNextStartElement() || xml.name() != root || xml.namespaceUri() != space)
        return refused(QStringLiteral("this is not the server's %1").arg(root));
    QList<Entry> entries;
    while (xml.readNextStartElement()) {
        if (xml.name() != child)
            xml.skipCurrentElement();
        else if (entries.size() == most)
            return refused(QStringLiteral("the server's list has over %1 entries").arg(most));
        else
            entries.append(readEntry(xml));
    }
    if (xml.hasError())
        return refused(QStringLiteral("the server's list breaks off"));
    return entries;
}

/// 16 bytes; empty: not "md5:" and 32 hexadecimal digits.
QByteArray md5Of(const QString &hash)
{
    if (!hash.startsWith(QLatin1String("md5:")))
        return {};
    const QByteArray bytes = QByteArray::fromHex(hash.mid(4).toLatin1());
    return bytes.size() == 16 ? bytes : QByteArray();
}

QUrl urlOf(const QString &text, const QUrl &source)
{
    return text.isEmpty() ? QUrl() : source.resolved(QUrl(text, QUrl::StrictMode));
}

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name != QLatin1String(".") && name != QLatin1String("..") &&
           !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\')) && !name.contains(QChar(0));
}

}  // namespace

Result<QList<ListedForm>> readFormList(const QByteArray &xml, const QUrl &source)
{
    const auto entries =
        readEntries(xml, QLatin1StringView("xforms"), QLatin1StringView("xform"), listNamespace, mostForms);
    if (!entries)
        return tl::make_unexpected(entries.error());
    QList<ListedForm> forms;
    for (const Entry &entry : *entries) {
        ListedForm form{entry[QStringLiteral("formID")],
                        entry[QStringLiteral("version")],
                        md5Of(entry[QStringLiteral("hash")]),
                        urlOf(entry[QStringLiteral("downloadUrl")], source),
                        {}};
        if (const QUrl url = urlOf(entry[QStringLiteral("manifestUrl")], source); !url.isEmpty())
            form.manifestUrl = url;
        if (form.formId.isEmpty() || form.md5.isEmpty() || !form.downloadUrl.isValid())
            return refused(QStringLiteral("the server lists a form without id, hash or address"));
        forms.append(form);
    }
    return forms;
}

Result<QList<ListedFile>> readManifest(const QByteArray &xml, const QUrl &source)
{
    const auto entries = readEntries(xml, QLatin1StringView("manifest"), QLatin1StringView("mediaFile"),
                                     manifestNamespace, mostFiles);
    if (!entries)
        return tl::make_unexpected(entries.error());
    QList<ListedFile> files;
    QSet<QString> names;
    for (const Entry &entry : *entries) {
        const ListedFile file{entry[QStringLiteral("filename")], md5Of(entry[QStringLiteral("hash")]),
                              urlOf(entry[QStringLiteral("downloadUrl")], source)};
        if (!isPlainName(file.name) || names.contains(file.name))
            return refused(QStringLiteral("the server lists a file under a name that cannot be"));
        if (file.md5.isEmpty() || !file.downloadUrl.isValid())
            return refused(QStringLiteral("the server lists a file without hash or address"));
        names.insert(file.name);
        files.append(file);
    }
    return files;
}

}  // namespace amparo::openrosa
