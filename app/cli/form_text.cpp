#include "app/cli/form_text.h"

#include "app/cli/files.h"

#include <QDir>
#include <QFileInfo>

namespace amparo::cli {

const Option mediaOption{QStringLiteral("media"), QStringLiteral("folder of the form's media files"),
                         QStringLiteral("FOLDER")};

namespace {

/// What lists come as.
QStringList listFiles()
{
    return {QStringLiteral("*.csv"), QStringLiteral("*.geojson"), QStringLiteral("*.xml")};
}

/// Whether a form can speak of a file: as it is named, or, for pulldata(), without its ending. A workbook is
/// packed, so that it does not say.
bool mayName(const QByteArray &definition, const QString &file)
{
    if (definition.startsWith("PK"))
        return !file.endsWith(QLatin1String(".xml"));
    return definition.contains(file.toUtf8()) || file == QLatin1String("itemsets.csv") ||
           definition.contains('\'' + QFileInfo(file).completeBaseName().toUtf8() + '\'');
}

}  // namespace

Result<form::FormPackage> readFormFile(const QString &path, const std::optional<QString> &mediaFolder)
{
    form::FormPackage package;
    Result<QByteArray> definition = readInput(path);
    if (!definition)
        return tl::make_unexpected(definition.error());
    package.definition = std::move(*definition);
    const QFileInfo file(path);
    const QDir folder(
        mediaFolder.value_or(file.dir().filePath(file.completeBaseName() + QStringLiteral("-media"))));
    if (mediaFolder && !folder.exists())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no folder %1").arg(*mediaFolder));
    const bool isApart = folder.exists();
    const QDir place = isApart ? folder : file.dir();
    const QStringList names = place.entryList(isApart ? QStringList() : listFiles(), QDir::Files);
    for (const QString &name : names) {
        if (!isApart && (name == file.fileName() || !mayName(package.definition, name)))
            continue;
        Result<QByteArray> content = readInput(place.filePath(name));
        if (!content)
            return tl::make_unexpected(content.error());
        package.media.insert(name, std::move(*content));
    }
    return package;
}

QString problemText(const form::Problems &problems)
{
    QStringList lines;
    for (const form::Problem &problem : problems) {
        const QString severity =
            problem.severity == form::Severity::Error ? QStringLiteral("error") : QStringLiteral("warning");
        const QString place = problem.place.toText();
        lines.append(place.isEmpty() ? QStringLiteral("%1: %2").arg(severity, problem.message)
                                     : QStringLiteral("%1: %2: %3").arg(severity, place, problem.message));
    }
    return lines.join(u'\n');
}

QJsonArray problemsToJson(const form::Problems &problems)
{
    QJsonArray array;
    for (const form::Problem &problem : problems) {
        const bool isError = problem.severity == form::Severity::Error;
        array.append(QJsonObject{
            {QStringLiteral("severity"), isError ? QStringLiteral("error") : QStringLiteral("warning")},
            {QStringLiteral("sheet"), problem.place.sheet},
            {QStringLiteral("row"), problem.place.row},
            {QStringLiteral("column"), problem.place.column},
            {QStringLiteral("node"), problem.place.node},
            {QStringLiteral("message"), problem.message},
        });
    }
    return array;
}

Error firstError(const form::Problems &problems)
{
    for (const form::Problem &problem : problems) {
        if (problem.severity == form::Severity::Error)
            return {ErrorCode::InvalidInput, problemText({problem})};
    }
    return {ErrorCode::InvalidInput, QStringLiteral("the form cannot be read")};
}

}  // namespace amparo::cli
