#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/xpath_query.h"

#include <QJsonDocument>

namespace amparo::cli {

namespace {

const QString xmlName = QStringLiteral("xml");
const QString contextName = QStringLiteral("context");
const QString looseName = QStringLiteral("any-namespace");
const QString batchName = QStringLiteral("batch");

using Unprefixed = xpath::Namespaces::Unprefixed;

Result<XPathQuery> queryOf(const QJsonObject &line, Unprefixed unprefixed, QHash<QString, QByteArray> &files)
{
    const auto text = [&](const char *name) { return line.value(QLatin1String(name)).toString(); };
    XPathQuery query{text("xml").toUtf8(), text("context"), text("expr"), text("type"), {}, unprefixed};
    const QJsonObject namespaces = line.value(QLatin1String("namespaces")).toObject();
    for (auto name = namespaces.begin(); name != namespaces.end(); ++name)
        query.namespaces.insert(name.key(), name.value().toString());
    if (!line.contains(QLatin1String("xml_file")))
        return query;
    const QString path = text("xml_file");
    if (!files.contains(path)) {
        const Result<QByteArray> xml = readInput(path);
        if (!xml)
            return tl::make_unexpected(xml.error());
        files.insert(path, *xml);
    }
    query.xml = files.value(path);
    return query;
}

Result<> answerBatch(const QString &path, Unprefixed unprefixed)
{
    XPathAnswers answers;
    QHash<QString, QByteArray> files;
    const bool isConversation = path == QLatin1String("-");
    return forEachLine(path, [&](const QByteArray &bytes) {
        QJsonParseError error;
        const QJsonObject line = QJsonDocument::fromJson(bytes, &error).object();
        const Result<QJsonObject> result =
            error.error == QJsonParseError::NoError
                ? queryOf(line, unprefixed, files).and_then([&](const XPathQuery &query) {
                      return answers.answer(query);
                  })
                : failure(ErrorCode::InvalidInput, QStringLiteral("not JSON: %1").arg(error.errorString()));
        QJsonObject out = result.value_or(QJsonObject());
        if (!result)
            out.insert(QStringLiteral("error"), result.error().detail);
        out.insert(QStringLiteral("id"), line.value(QLatin1String("id")));
        const QByteArray answer = QJsonDocument(out).toJson(QJsonDocument::Compact);
        if (isConversation)
            writeLine(answer);
        else
            writeBufferedLine(answer);
    });
}

Outcome run(const Arguments &arguments)
{
    const auto unprefixed = arguments.has(looseName) ? Unprefixed::AnyNamespace : Unprefixed::NoNamespace;
    if (arguments.has(batchName)) {
        if (const Result<> read = answerBatch(arguments.value(batchName), unprefixed); !read)
            return failed(read.error());
        return Answer{};
    }
    if (arguments.positional(0).isEmpty())
        return usageError(QStringLiteral("an expression is missing, or --batch FILE"));
    XPathQuery query{"<data/>", arguments.value(contextName), arguments.positional(0), {}, {}, unprefixed};
    if (arguments.has(xmlName)) {
        Result<QByteArray> xml = readInput(arguments.value(xmlName));
        if (!xml)
            return failed(xml.error());
        query.xml = std::move(*xml);
    }
    const Result<QJsonObject> result = XPathAnswers().answer(query);
    if (!result)
        return failed(result.error());
    return Answer{*result, QString::fromUtf8(QJsonDocument(*result).toJson(QJsonDocument::Compact))};
}

}  // namespace

Command xpathCommand()
{
    return {
        QStringLiteral("xpath"),
        QStringLiteral("evaluate an XPath expression as forms do"),
        QStringLiteral(
            "Prints {\"type\", \"value\"}; a node-set has \"count\" and the string-values of its nodes, and "
            "NaN and infinities are strings. Prefixes are those that the document declares anywhere, and "
            "OpenRosa's usual ones. Times without offset are in the zone of TZ.\n\n"
            "--batch answers a file of JSON lines {\"id\", \"xml\" or \"xml_file\", \"context\", \"expr\", "
            "\"type\", \"namespaces\"} with {\"id\", \"type\", \"value\"} or {\"id\", \"error\"}. A type is "
            "any, string, number, boolean or nodeset; namespaces are {\"prefix\": \"uri\"}."),
        {{QStringLiteral("EXPRESSION"), QStringLiteral("the expression, where there is no --batch"), true}},
        {{xmlName, QStringLiteral("document to evaluate in"), QStringLiteral("FILE")},
         {contextName, QStringLiteral("path to the context node; the root where left out"),
          QStringLiteral("XPATH")},
         {looseName, QStringLiteral("a name without prefix is found in any namespace, as in forms"), {}},
         {batchName, QStringLiteral("file of JSON lines, - for standard input"), QStringLiteral("FILE")}},
        run};
}

}  // namespace amparo::cli
