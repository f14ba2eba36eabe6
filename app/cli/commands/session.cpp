#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/form_text.h"
#include "app/cli/session_protocol.h"

#include <QJsonDocument>

#include <memory>
#include <random>

namespace amparo::cli {

namespace {

const QString languageName = QStringLiteral("language");
const QString seedName = QStringLiteral("seed");
const QString deviceName = QStringLiteral("device-id");
const QString userName = QStringLiteral("username");
const QString phoneName = QStringLiteral("phone-number");
const QString emailName = QStringLiteral("email");

QJsonObject errorToJson(const Error &error)
{
    return {{QStringLiteral("error"), codeName(error.code)}, {QStringLiteral("message"), error.detail}};
}

void answerLine(DrivenSession &session, const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument request = QJsonDocument::fromJson(bytes, &error);
    const Result<QJsonObject> result =
        request.isObject() ? answerSession(session, request.object())
                           : failure(ErrorCode::InvalidInput, QStringLiteral("the line is no JSON object"));
    QJsonObject out = result ? *result : errorToJson(result.error());
    out.insert(QStringLiteral("ok"), result.has_value());
    if (request.object().contains(QLatin1String("id")))
        out.insert(QStringLiteral("id"), request.object().value(QLatin1String("id")));
    writeLine(out);
}

Outcome run(const Arguments &arguments)
{
    const Result<form::FormPackage> package =
        readFormFile(arguments.positional(0), arguments.find(mediaOption.name));
    if (!package)
        return failed(package.error());
    const form::ReadForm read = form::readForm(package->definition, package->media);
    if (!read.definition)
        return failed(firstError(read.problems));
    form::SessionOptions options;
    options.language = arguments.value(languageName);
    options.deviceId = arguments.value(deviceName);
    options.username = arguments.value(userName);
    options.phoneNumber = arguments.value(phoneName);
    options.email = arguments.value(emailName);
    if (arguments.has(seedName)) {
        bool isNumber = false;
        const uint seed = arguments.value(seedName).toUInt(&isNumber);
        if (!isNumber)
            return usageError(QStringLiteral("--seed is no number"));
        options.random = [engine = std::make_shared<std::mt19937>(seed)] { return quint32((*engine)()); };
    }
    Result<DrivenSession> session = startDriven(read.definition, options);
    if (!session)
        return failed(session.error());
    const auto answer = [&](const QByteArray &line) { answerLine(*session, line); };
    if (const Result<> lines = forEachLine(QStringLiteral("-"), answer); !lines)
        return failed(lines.error());
    return Answer{};
}

}  // namespace

Command sessionCommand()
{
    return {
        QStringLiteral("session"),
        QStringLiteral("fill a form line by line, for tests and comparisons"),
        QStringLiteral("Reads JSON objects from standard input, a line each, and answers each with a line: "
                       "{\"ok\": true, …} or {\"ok\": false, \"error\", \"message\"}; an \"id\" comes back.\n"
                       "Paths are with or without positions and prefixes; \"ref\" or \"node\" may stand for "
                       "\"path\", \"cmd\", \"command\" or \"op\" for \"do\".\n"
                       "\"do\", what it takes, what it yields:\n\n  ") +
            sessionProtocolText(),
        {{QStringLiteral("FORM"), QStringLiteral("XForm (.xml) or XLSForm (.xlsx)")}},
        {mediaOption,
         {languageName, QStringLiteral("language to begin with"), QStringLiteral("TAG")},
         {seedName, QStringLiteral("makes random numbers repeatable"), QStringLiteral("NUMBER")},
         {deviceName, QStringLiteral("what the form may preload of the device"), QStringLiteral("TEXT")},
         {userName, QStringLiteral("the same of who fills it in"), QStringLiteral("TEXT")},
         {phoneName, QStringLiteral("the same"), QStringLiteral("TEXT")},
         {emailName, QStringLiteral("the same"), QStringLiteral("TEXT")}},
        run};
}

}  // namespace amparo::cli
