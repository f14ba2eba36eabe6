#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/form_text.h"

#include <QFileInfo>

namespace amparo::cli {

namespace {

const QString outputName = QStringLiteral("output");

Outcome run(const Arguments &arguments)
{
    const QString output = arguments.value(outputName);
    if (output.isEmpty())
        return usageError(QStringLiteral("--output FILE is missing"));
    const Result<QByteArray> workbook = readInput(arguments.positional(0));
    if (!workbook)
        return failed(workbook.error());
    const QString stem = QFileInfo(arguments.positional(0)).completeBaseName();
    const form::ConvertedForm converted =
        form::convertXlsForm(*workbook, stem == QLatin1String("-") ? QString(form::defaultFormId) : stem);
    if (form::hasErrors(converted.problems))
        return failed(firstError(converted.problems));
    if (const Result<> written = writeOutput(output, converted.xform); !written)
        return failed(written.error());
    return Answer{{{QStringLiteral("output"), output},
                   {QStringLiteral("bytes"), converted.xform.size()},
                   {QStringLiteral("problems"), problemsToJson(converted.problems)}},
                  problemText(converted.problems)};
}

}  // namespace

Command formConvertCommand()
{
    return {QStringLiteral("form convert"),
            QStringLiteral("turn an XLSForm workbook into XForm XML"),
            QStringLiteral(
                "Prints warnings; where there is an error, nothing is written. `form check` lists them all."),
            {{QStringLiteral("FILE"), QStringLiteral("XLSForm (.xlsx), - for standard input")}},
            {{outputName, QStringLiteral("where to write the XForm"), QStringLiteral("FILE"),
              QStringLiteral("o")}},
            run};
}

}  // namespace amparo::cli
