#include "app/cli/program.h"

#include "app/cli/command_table.h"
#include "app/cli/files.h"

#include <QJsonDocument>

#include <cstdio>

namespace amparo::cli {

namespace {

const QString helpName = QStringLiteral("help");
const QString jsonName = QStringLiteral("json");
const QString jsonOption = QStringLiteral("--json");

QString overview()
{
    QString text = QStringLiteral("amparoctl " AMPARO_VERSION ": Amparo without a display\n\n"
                                  "usage: amparoctl COMMAND [OPTION…]\n\n");
    for (const Command &command : commandTable())
        text += QStringLiteral("  %1 %2\n").arg(command.name, -20).arg(command.summary);
    text += QStringLiteral(
        "\n`amparoctl COMMAND --help` tells more about one. With --json every answer and every "
        "failure is one JSON object.\n"
        "Exit codes: 0 done, 1 refused or failed or something found, 2 wrong command line.");
    return text;
}

QString usageOf(const Command &command)
{
    QString text = QStringLiteral("usage: amparoctl %1").arg(command.name);
    for (const Positional &positional : command.positionals)
        text +=
            (positional.isOptional ? QStringLiteral(" [%1]") : QStringLiteral(" %1")).arg(positional.name);
    return text + QStringLiteral(" [OPTION…]");
}

QString helpOf(const Command &command)
{
    QString text = QStringLiteral("%1\n\n%2\n").arg(usageOf(command), command.summary);
    if (!command.details.isEmpty())
        text += u'\n' + command.details + u'\n';
    text += u'\n';
    for (const Positional &positional : command.positionals)
        text += QStringLiteral("  %1 %2\n").arg(positional.name, -26).arg(positional.description);
    for (const Option &option : command.options) {
        QString shown = QStringLiteral("--%1").arg(option.name);
        if (!option.letter.isEmpty())
            shown.prepend(QStringLiteral("-%1, ").arg(option.letter));
        if (!option.valueName.isEmpty())
            shown += u' ' + option.valueName;
        text += QStringLiteral("  %1 %2\n").arg(shown, -26).arg(option.description);
    }
    return text +
           QStringLiteral("  %1 %2").arg(QStringLiteral("--json"), -26).arg(QStringLiteral("answer in JSON"));
}

void declare(QCommandLineParser &parser, const Command &command)
{
    for (const Option &option : command.options) {
        QStringList names{option.name};
        if (!option.letter.isEmpty())
            names += option.letter;
        parser.addOption({names, option.description, option.valueName});
    }
    parser.addOption({jsonName, QString()});
    parser.addOption({{QStringLiteral("h"), helpName}, QString()});
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
}

/// Wrong numbers of positional arguments; nullopt: as many as there should be.
std::optional<QString> miscount(const Command &command, qsizetype given)
{
    qsizetype least = 0;
    for (const Positional &positional : command.positionals) {
        least += positional.isOptional ? 0 : 1;
        if (!positional.isOptional && given < least)
            return QStringLiteral("%1 is missing").arg(positional.name);
    }
    if (given > command.positionals.size())
        return QStringLiteral("too many arguments");
    return std::nullopt;
}

ExitCode report(const Failure &failure, bool asJson)
{
    const QString code =
        failure.exitCode == ExitCode::Usage ? QStringLiteral("usage") : codeName(failure.error.code);
    QString detail = failure.error.detail;
    QByteArray line = QStringLiteral("amparoctl: %1: %2").arg(code, detail.replace(u'\n', u' ')).toUtf8();
    if (asJson)
        line =
            QJsonDocument(QJsonObject{{QStringLiteral("error"), code}, {QStringLiteral("message"), detail}})
                .toJson(QJsonDocument::Compact);
    std::fprintf(stderr, "%s\n", line.constData());
    return failure.exitCode;
}

ExitCode report(const Answer &answer, bool asJson)
{
    if (asJson && !answer.json.isEmpty())
        writeLine(answer.json);
    else if (!asJson && !answer.text.isEmpty())
        writeLine(answer.text.toUtf8());
    return answer.exitCode;
}

ExitCode runCommand(const Command &command, const QStringList &words)
{
    QCommandLineParser parser;
    declare(parser, command);
    const bool isRead = parser.parse(words);
    const bool asJson = words.contains(jsonOption);
    if (!isRead)
        return report(usageError(parser.errorText()).value(), asJson);
    if (parser.isSet(helpName))
        return report(Answer{{}, helpOf(command)}, false);
    if (const auto wrong = miscount(command, parser.positionalArguments().size()))
        return report(usageError(QStringLiteral("%1; %2").arg(*wrong, usageOf(command))).value(), asJson);
    const Outcome outcome = command.run(Arguments(parser));
    return outcome ? report(*outcome, asJson) : report(outcome.error(), asJson);
}

}  // namespace

bool needsFonts(const QStringList &words)
{
    const Command *command = findCommand(words);
    return command && command->needsFonts;
}

ExitCode runProgram(const QStringList &words)
{
    const QString first = words.value(0);
    if (first == helpName || first == QLatin1String("--help") || first == QLatin1String("-h"))
        return report(Answer{{}, overview()}, false);
    if (first == QLatin1String("--version"))
        return report(Answer{{}, QStringLiteral("amparoctl " AMPARO_VERSION)}, false);
    const Command *command = findCommand(words);
    if (!command) {
        const QString message = first.isEmpty() ? QStringLiteral("a command is missing")
                                                : QStringLiteral("there is no command %1").arg(first);
        return report(usageError(message + QStringLiteral("; amparoctl help lists them")).value(),
                      words.contains(jsonOption));
    }
    // The parser takes the first word for the program's name.
    return runCommand(*command, words.sliced(command->name.count(u' ')));
}

}  // namespace amparo::cli
