#include "app/cli/form_text.h"

#include "app/cli/files.h"

#include <QDir>
#include <QFileInfo>

namespace amparo::cli {

const Option mediaOption{QStringLiteral("media"), QStringLiteral("folder of the form's media files"),
                         QStringLiteral("FOLDER")};

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
    const QStringList names = folder.exists() ? folder.entryList(QDir::Files) : QStringList();
    for (const QString &name : names) {
        Result<QByteArray> content = readInput(folder.filePath(name));
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
