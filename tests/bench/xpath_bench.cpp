#include "bench/benchmarks.h"
#include "xpath/document.h"
#include "xpath/expression.h"

namespace amparo::bench {

namespace {

constexpr int rows = 1000;

/// <data><row><age>0</age><kin>no</kin></row>…</data>
xpath::Document household()
{
    xpath::Document document;
    const xpath::NodeId data = document.appendElement(xpath::NodeId::Root, {QStringLiteral("data")});
    for (int i = 0; i < rows; ++i) {
        const xpath::NodeId row = document.appendElement(data, {QStringLiteral("row")});
        document.appendElement(row, {QStringLiteral("age")}, QString::number(i % 90));
        document.appendElement(row, {QStringLiteral("kin")},
                               i % 3 ? QStringLiteral("yes") : QStringLiteral("no"));
    }
    return document;
}

}  // namespace

Figures measureXPath(const Plan &plan)
{
    const QString text = QStringLiteral("count(/data/row[age < 18 and kin = 'no'])");
    const xpath::Document document = household();
    const auto expression = xpath::Expression::compile(text);
    if (!expression)
        return failure(ErrorCode::InvalidInput, expression.error().message);
    const xpath::EvaluationContext context{{&document, document.rootElement()}};
    if (const auto count = expression->evaluateNumber(context); !count || *count <= 0)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the expression finds no row"));

    Figure compiled{
        QStringLiteral("compile an expression"), {{QStringLiteral("characters"), text.size()}}, {}};
    Figure evaluated{QStringLiteral("evaluate a count with a predicate"),
                     {{QStringLiteral("nodes"), document.nodeCount()}},
                     {}};
    for (int i = 0; i < plan.samples; ++i) {
        compiled.samples.push_back(timed([&] { (void)xpath::Expression::compile(text); }));
        evaluated.samples.push_back(timed([&] { (void)expression->evaluateNumber(context); }));
    }
    return QList<Figure>{compiled, evaluated};
}

}  // namespace amparo::bench
