#include "app/cli/commands/commands.h"
#include "app/licences.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace amparo::cli {

namespace {

const QString textsName = QStringLiteral("texts");

QJsonObject toJson(const app::Licences &licences, bool withTexts)
{
    QJsonArray parts;
    for (const app::LicensedPart &part : licences.parts) {
        QJsonObject one{{QStringLiteral("name"), part.name},
                        {QStringLiteral("version"), part.version},
                        {QStringLiteral("licences"), QJsonArray::fromStringList(part.licences)}};
        if (withTexts)
            one.insert(QStringLiteral("text"), part.text);
        parts.append(one);
    }
    return {{QStringLiteral("version"), licences.version},
            {QStringLiteral("commit"), licences.commit},
            {QStringLiteral("ofInstallation"), licences.isOfInstallation},
            {QStringLiteral("qt"), app::qtNotice()},
            {QStringLiteral("parts"), parts}};
}

QString headingOf(const app::LicensedPart &part)
{
    const QString licences =
        part.licences.isEmpty() ? QStringLiteral("see its text") : part.licences.join(u", ");
    if (part.version.isEmpty() && part.licences.isEmpty())
        return QStringLiteral("text of %1").arg(part.name);
    return QStringLiteral("%1 %2: %3").arg(part.name, part.version, licences);
}

Outcome about(const Arguments &arguments)
{
    app::Licences licences = app::readLicences(QCoreApplication::applicationDirPath());
    const QString wanted = arguments.positional(0);
    const bool withTexts = arguments.has(textsName) || !wanted.isEmpty();
    QStringList lines;
    if (wanted.isEmpty()) {
        lines.append(
            QStringLiteral("Amparo %1").arg(licences.version) +
            (licences.commit.isEmpty() ? QString() : QStringLiteral(", commit %1").arg(licences.commit)));
        lines.append(app::qtNotice());
        if (!licences.isOfInstallation)
            lines.append(app::unpackedNotice());
    } else {
        licences.parts.removeIf([&](const app::LicensedPart &part) { return part.name != wanted; });
        if (licences.parts.isEmpty())
            return failed(
                Error{ErrorCode::NotFound, QStringLiteral("nothing of that name ships; about lists it all")});
    }
    for (const app::LicensedPart &part : std::as_const(licences.parts)) {
        lines.append(headingOf(part));
        if (withTexts)
            lines.append({part.text, QString()});
    }
    return Answer{toJson(licences, withTexts), lines.join(u'\n')};
}

}  // namespace

Command aboutCommand()
{
    return {QStringLiteral("about"),
            QStringLiteral("say what ships with Amparo, and under which licences"),
            QStringLiteral(
                "Made of the bill of materials that an installation carries. With NAME, or --texts for "
                "all: the text of the licence as well."),
            {{QStringLiteral("NAME"), QStringLiteral("one part, as the list names it"), true}},
            {{textsName, QStringLiteral("with the texts of the licences")}},
            about};
}

}  // namespace amparo::cli
