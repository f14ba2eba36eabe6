#include "app/cli/commands/commands.h"
#include "app/cli/form_text.h"
#include "record/link.h"

namespace amparo::cli {

namespace {

QJsonObject summary(const form::FormDefinition &definition)
{
    return {
        {QStringLiteral("id"), definition.formId()},
        {QStringLiteral("version"), definition.version()},
        {QStringLiteral("title"), definition.title()},
        {QStringLiteral("languages"), QJsonArray::fromStringList(definition.languages())},
        {QStringLiteral("fields"), definition.fields().size()},
        {QStringLiteral("media"), QJsonArray::fromStringList(definition.mediaFiles())},
    };
}

Outcome run(const Arguments &arguments)
{
    const Result<form::FormPackage> package =
        readFormFile(arguments.positional(0), arguments.find(mediaOption.name));
    if (!package)
        return failed(package.error());
    const form::ReadForm read = form::checkForm(package->definition, package->media);
    form::Problems problems = read.problems;
    if (read.definition)
        problems += record::lintLinks(*read.definition);
    const bool isSound = read.definition && !form::hasErrors(problems);
    Answer answer;
    answer.exitCode = isSound ? ExitCode::Done : ExitCode::Refused;
    answer.json = {{QStringLiteral("valid"), isSound},
                   {QStringLiteral("problems"), problemsToJson(problems)}};
    answer.text = problemText(problems);
    if (isSound) {
        answer.json.insert(QStringLiteral("form"), summary(*read.definition));
        if (!answer.text.isEmpty())
            answer.text += u'\n';
        answer.text += QStringLiteral("%1 %2: %3 fields, sound")
                           .arg(read.definition->formId(), read.definition->version())
                           .arg(read.definition->fields().size());
    }
    return answer;
}

}  // namespace

Command formCheckCommand()
{
    return {
        QStringLiteral("form check"),
        QStringLiteral("say what is wrong with an XForm or XLSForm"),
        QStringLiteral(
            "Prints each problem with its place and ends with 1 where there is an error; warnings alone "
            "end with 0."),
        {{QStringLiteral("FILE"), QStringLiteral("XForm (.xml) or XLSForm (.xlsx), - for standard input")}},
        {mediaOption},
        run};
}

}  // namespace amparo::cli
