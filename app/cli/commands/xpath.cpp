#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/value_json.h"
#include "xpath/expression.h"

#include <QJsonDocument>

namespace amparo::cli {

namespace {

using xpath::Document;
using xpath::Expression;
using xpath::Node;
using xpath::NodeId;
using xpath::NodeKind;
using xpath::Value;

const QString xmlName = QStringLiteral("xml");
const QString contextName = QStringLiteral("context");
const QString batchName = QStringLiteral("batch");

struct Query {
    QByteArray xml;
    QString context;  ///< empty: the document's root
    QString expression;
    QString type;  ///< what the value is converted to; empty: as it comes
};

/// The prefixes that the document declares, so that expressions can be written as its own.
xpath::Namespaces declaredIn(const Document &document)
{
    xpath::Namespaces names;
    names.unprefixed = xpath::Namespaces::Unprefixed::AnyNamespace;
    const NodeId root = document.rootElement();
    if (root == NodeId::None)
        return names;
    for (NodeId id = document.firstAttribute(root); id != NodeId::None; id = document.nextSibling(id)) {
        if (document.kind(id) == NodeKind::Namespace && !document.localName(id).isEmpty())
            names.uriByPrefix.insert(document.localName(id), document.text(id));
    }
    return names;
}

Result<Value> evaluate(const QString &text, const xpath::Namespaces &names, Node at)
{
    const auto expression = Expression::compile(text, names);
    if (!expression)
        return failure(ErrorCode::InvalidInput, QStringLiteral("%1 (character %2 of %3)")
                                                    .arg(expression.error().message)
                                                    .arg(expression.error().position + 1)
                                                    .arg(text));
    xpath::EvaluationContext context;
    context.node = at;
    return expression->evaluate(context);
}

Result<Value> converted(const Value &value, const QString &type)
{
    if (type.isEmpty() || (type == QLatin1String("nodeset") && value.isNodeSet()))
        return value;
    if (type == QLatin1String("string"))
        return Value(value.toString());
    if (type == QLatin1String("number"))
        return Value(value.toNumber());
    if (type == QLatin1String("boolean"))
        return Value(value.toBoolean());
    return failure(ErrorCode::InvalidInput, QStringLiteral("the value cannot become a \"%1\"").arg(type));
}

Result<QJsonObject> answer(const Query &query)
{
    xpath::ReadOptions options;
    options.whitespace = xpath::Whitespace::Keep;  // as XPath 1.0 sees a document
    const auto document = Document::read(query.xml, options);
    if (!document)
        return failure(ErrorCode::InvalidInput, QStringLiteral("XML, line %1, column %2: %3")
                                                    .arg(document.error().line)
                                                    .arg(document.error().column)
                                                    .arg(document.error().message));
    const xpath::Namespaces names = declaredIn(*document);
    Node at{&*document, NodeId::Root};
    if (!query.context.isEmpty()) {
        const Result<Value> context = evaluate(query.context, names, at);
        if (!context)
            return tl::make_unexpected(context.error());
        if (context->nodes().empty())
            return failure(ErrorCode::NotFound, QStringLiteral("the context leads to no node"));
        at = context->nodes().front();
    }
    return evaluate(query.expression, names, at)
        .and_then([&](const Value &value) { return converted(value, query.type); })
        .map(valueToJson);  // while the document lives
}

Result<QJsonObject> answerLine(const QJsonObject &line)
{
    const auto text = [&](const char *name) { return line.value(QLatin1String(name)).toString(); };
    Query query{text("xml").toUtf8(), text("context"), text("expr"), text("type")};
    if (line.contains(QLatin1String("xml_file"))) {
        Result<QByteArray> xml = readInput(text("xml_file"));
        if (!xml)
            return tl::make_unexpected(xml.error());
        query.xml = std::move(*xml);
    }
    return answer(query);
}

void answerBatchLine(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonObject line = QJsonDocument::fromJson(bytes, &error).object();
    const Result<QJsonObject> result =
        error.error == QJsonParseError::NoError
            ? answerLine(line)
            : failure(ErrorCode::InvalidInput, QStringLiteral("not JSON: %1").arg(error.errorString()));
    QJsonObject out = result.value_or(QJsonObject());
    if (!result)
        out.insert(QStringLiteral("error"), result.error().detail);
    out.insert(QStringLiteral("id"), line.value(QLatin1String("id")));
    writeLine(out);
}

Outcome run(const Arguments &arguments)
{
    if (arguments.has(batchName)) {
        if (const Result<> read = forEachLine(arguments.value(batchName), answerBatchLine); !read)
            return failed(read.error());
        return Answer{};
    }
    if (arguments.positional(0).isEmpty())
        return usageError(QStringLiteral("an expression is missing, or --batch FILE"));
    Query query{"<data/>", arguments.value(contextName), arguments.positional(0), {}};
    if (arguments.has(xmlName)) {
        Result<QByteArray> xml = readInput(arguments.value(xmlName));
        if (!xml)
            return failed(xml.error());
        query.xml = std::move(*xml);
    }
    const Result<QJsonObject> result = answer(query);
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
            "NaN and infinities are strings. Prefixes are those that the document's root declares; a "
            "name without prefix is found in any namespace.\n\n"
            "--batch answers a file of JSON lines {\"id\", \"xml\" or \"xml_file\", \"context\", \"expr\", "
            "\"type\"} with {\"id\", \"type\", \"value\"} or {\"id\", \"error\"}."),
        {{QStringLiteral("EXPRESSION"), QStringLiteral("the expression, where there is no --batch"), true}},
        {{xmlName, QStringLiteral("document to evaluate in"), QStringLiteral("FILE")},
         {contextName, QStringLiteral("path to the context node; the root where left out"),
          QStringLiteral("XPATH")},
         {batchName, QStringLiteral("file of JSON lines, - for standard input"), QStringLiteral("FILE")}},
        run};
}

}  // namespace amparo::cli
