#include "app/licences.h"

#include "app/linked_libraries.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

static void initLicences() { Q_INIT_RESOURCE(licences); }

namespace amparo::app {

namespace {

struct LicenceTexts {
    Q_DECLARE_TR_FUNCTIONS(Licences)
};

/// What an installation carries, see installer/licences.sh and sbom.sh.
struct Shipment {
    QDir share;
    QJsonObject bill;
};

QByteArray contentOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString ownText(const char *name)
{
    initLicences();
    return QString::fromUtf8(
        contentOfFile(QStringLiteral(":/amparo/licences/%1.txt").arg(QLatin1StringView(name))));
}

std::optional<Shipment> findShipment(const QString &programFolder)
{
    for (const char *place : {"share", "../share"}) {
        const QDir share(QDir(programFolder).filePath(QString::fromLatin1(place)));
        const QByteArray bill = contentOfFile(share.filePath(QStringLiteral("doc/amparo/sbom.cdx.json")));
        const QJsonObject object = QJsonDocument::fromJson(bill).object();
        if (object[QLatin1StringView("bomFormat")].toString() == QLatin1StringView("CycloneDX"))
            return Shipment{share, object};
    }
    return std::nullopt;
}

QString textOf(const Shipment &shipment, const QString &name)
{
    if (name != QFileInfo(name).fileName() || name.startsWith(u'.'))
        return {};
    return QString::fromUtf8(
        contentOfFile(shipment.share.filePath(QStringLiteral("doc/%1/copyright").arg(name))));
}

QStringList licencesOf(const QJsonObject &component)
{
    QStringList names;
    for (const QJsonValue &one : component[QLatin1StringView("licenses")].toArray()) {
        const QJsonObject choice = one.toObject();
        const QJsonObject licence = choice[QLatin1StringView("license")].toObject();
        for (const QString &name :
             {licence[QLatin1StringView("id")].toString(), licence[QLatin1StringView("name")].toString(),
              choice[QLatin1StringView("expression")].toString()}) {
            if (!name.trimmed().isEmpty())
                names.append(name.trimmed());
        }
    }
    names.removeDuplicates();
    return names;
}

QString commitOf(const QJsonObject &bill)
{
    const QJsonObject component =
        bill[QLatin1StringView("metadata")].toObject()[QLatin1StringView("component")].toObject();
    for (const QJsonValue &one : component[QLatin1StringView("properties")].toArray()) {
        const QJsonObject property = one.toObject();
        if (property[QLatin1StringView("name")].toString() == QLatin1StringView("amparo:commit"))
            return property[QLatin1StringView("value")].toString();
    }
    return {};
}

QList<LicensedPart> partsOf(const Shipment &shipment)
{
    QList<LicensedPart> parts;
    for (const QJsonValue &one : shipment.bill[QLatin1StringView("components")].toArray()) {
        const QJsonObject component = one.toObject();
        const QString name = component[QLatin1StringView("name")].toString();
        parts.append({name, component[QLatin1StringView("version")].toString(), licencesOf(component),
                      textOf(shipment, name)});
    }
    return parts;
}

QList<LicensedPart> commonTextsOf(const Shipment &shipment)
{
    QList<LicensedPart> texts;
    for (const QFileInfo &file : QDir(shipment.share.filePath(QStringLiteral("common-licenses")))
                                     .entryInfoList(QDir::Files, QDir::Name))
        texts.append({file.fileName(), {}, {}, QString::fromUtf8(contentOfFile(file.filePath()))});
    return texts;
}

QList<LicensedPart> linkedParts()
{
    QList<LicensedPart> parts;
    for (const LinkedLibrary &library : linkedLibraries) {
        const QString name = QString::fromLatin1(library.name);
        parts.append({name,
                      QString::fromLatin1(library.version),
                      {QString::fromLatin1(library.licence)},
                      name.startsWith(QLatin1StringView("SQLite3")) ? ownText("sqlite3mc") : QString()});
    }
    return parts;
}

LicensedPart qtPart()
{
    return {QStringLiteral("Qt"),
            QString::fromLatin1(qVersion()),
            {QStringLiteral("LGPL-3.0-only")},
            ownText("LGPL-3.0") + QStringLiteral("\n\n") + ownText("GPL-3.0")};
}

}  // namespace

Licences readLicences(const QString &programFolder)
{
    const auto shipment = findShipment(programFolder);
    Licences licences{QStringLiteral(AMPARO_VERSION), shipment ? commitOf(shipment->bill) : QString(),
                      shipment.has_value(), shipment ? partsOf(*shipment) : linkedParts()};
    std::stable_sort(licences.parts.begin(), licences.parts.end(),
                     [](const LicensedPart &one, const LicensedPart &other) {
                         return one.name.compare(other.name, Qt::CaseInsensitive) < 0;
                     });
    if (shipment)
        licences.parts += commonTextsOf(*shipment);
    licences.parts.prepend(qtPart());
    licences.parts.prepend(
        {QStringLiteral("Amparo"), licences.version, {QStringLiteral("Apache-2.0")}, ownText("Apache-2.0")});
    return licences;
}

QString qtNotice()
{
    return LicenceTexts::tr(
               "Amparo uses Qt %1 under the GNU Lesser General Public License, version 3. Qt is linked "
               "dynamically: its libraries are files beside the program, and you may replace them by "
               "another build of the same version. Qt's source is to be had from %2, that of the build "
               "in this package also from whoever gave you Amparo.")
        .arg(QString::fromLatin1(qVersion()), QStringLiteral("https://download.qt.io/archive/qt/"));
}

QString unpackedNotice()
{
    return LicenceTexts::tr(
        "A developer's build carries no list of what ships. This is what it was linked with; the "
        "texts of these licences come with the libraries.");
}

}  // namespace amparo::app
