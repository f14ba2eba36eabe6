#include "openrosa_server/form_shelf.h"

#include <QCryptographicHash>
#include <QDir>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace amparo::test {

namespace {

constexpr QLatin1StringView listNamespace("http://openrosa.org/xforms/xformsList");
constexpr QLatin1StringView manifestNamespace("http://openrosa.org/xforms/xformsManifest");

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

QString hashOf(const QByteArray &bytes)
{
    return QLatin1String("md5:") +
           QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

struct Heading {
    QString id;
    QString version;
    QString title;
};

/// Title, and the id and version that the first instance's root carries.
Heading headingOf(const QByteArray &form)
{
    Heading heading;
    QXmlStreamReader xml(form);
    bool isRootOfInstance = false;
    while (!xml.atEnd() && heading.id.isEmpty()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (isRootOfInstance) {
            heading.id = xml.attributes().value(QLatin1String("id")).toString();
            heading.version = xml.attributes().value(QLatin1String("version")).toString();
        }
        if (xml.name() == QLatin1String("title"))
            heading.title = xml.readElementText();
        isRootOfInstance = xml.name() == QLatin1String("instance");
    }
    return heading;
}

/// One name, no way out of the folder.
bool isPlain(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(QLatin1Char('.')) && !name.contains(QLatin1Char('/'));
}

}  // namespace

std::optional<HttpResponse> FormShelf::answer(const QString &path) const
{
    const auto found = [](const QByteArray &body, const char *type) {
        HttpResponse response{200, {}, body};
        response.headers.add("Content-Type", type);
        return response;
    };
    const QStringList steps = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (steps == QStringList{QStringLiteral("formList")})
        return found(list(), "text/xml; charset=utf-8");
    if (steps.value(0) != QLatin1String("forms") || !isPlain(steps.value(1)))
        return std::nullopt;
    std::optional<QByteArray> body;
    if (steps.size() == 2)
        body = contentOf(m_folder + QLatin1Char('/') + steps[1]);
    else if (steps.size() == 3 && steps[2] == QLatin1String("manifest"))
        body = manifest(steps[1]);
    else if (steps.size() == 3 && isPlain(steps[2]))
        body = contentOf(QStringLiteral("%1/%2-media/%3").arg(m_folder, steps[1], steps[2]));
    return body ? std::optional(found(*body, "text/xml; charset=utf-8")) : std::nullopt;
}

QByteArray FormShelf::list() const
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(listNamespace);
    xml.writeStartElement(listNamespace, QStringLiteral("xforms"));
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        const QByteArray form = contentOf(file.filePath()).value_or(QByteArray());
        const Heading heading = headingOf(form);
        const QString address = m_baseUrl + QLatin1String("/forms/") + file.completeBaseName();
        xml.writeStartElement(listNamespace, QStringLiteral("xform"));
        xml.writeTextElement(listNamespace, QStringLiteral("formID"), heading.id);
        xml.writeTextElement(listNamespace, QStringLiteral("name"), heading.title);
        xml.writeTextElement(listNamespace, QStringLiteral("version"), heading.version);
        xml.writeTextElement(listNamespace, QStringLiteral("hash"), hashOf(form));
        xml.writeTextElement(listNamespace, QStringLiteral("downloadUrl"), address + QLatin1String(".xml"));
        if (QDir(QStringLiteral("%1/%2-media").arg(m_folder, file.completeBaseName())).exists())
            xml.writeTextElement(listNamespace, QStringLiteral("manifestUrl"),
                                 address + QLatin1String("/manifest"));
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

std::optional<QByteArray> FormShelf::manifest(const QString &id) const
{
    const QDir folder(QStringLiteral("%1/%2-media").arg(m_folder, id));
    if (!folder.exists())
        return std::nullopt;
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(manifestNamespace);
    xml.writeStartElement(manifestNamespace, QStringLiteral("manifest"));
    const QFileInfoList files = folder.entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        xml.writeStartElement(manifestNamespace, QStringLiteral("mediaFile"));
        xml.writeTextElement(manifestNamespace, QStringLiteral("filename"), file.fileName());
        xml.writeTextElement(manifestNamespace, QStringLiteral("hash"),
                             hashOf(contentOf(file.filePath()).value_or(QByteArray())));
        xml.writeTextElement(manifestNamespace, QStringLiteral("downloadUrl"),
                             QStringLiteral("%1/forms/%2/%3").arg(m_baseUrl, id, file.fileName()));
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

}  // namespace amparo::test
