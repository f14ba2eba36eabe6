#include "app/cli/value_json.h"

#include <QJsonArray>

#include <cmath>

namespace amparo::cli {

using xpath::Value;

namespace {

QJsonValue numberToJson(double number)
{
    if (std::isfinite(number))
        return number;
    return xpath::formatNumber(number);  // JSON has neither NaN nor infinity
}

}  // namespace

QJsonObject valueToJson(const Value &value)
{
    switch (value.type()) {
    case Value::Type::String:
        return {{QStringLiteral("type"), QStringLiteral("string")},
                {QStringLiteral("value"), value.toString()}};
    case Value::Type::Number:
        return {{QStringLiteral("type"), QStringLiteral("number")},
                {QStringLiteral("value"), numberToJson(value.toNumber())}};
    case Value::Type::Boolean:
        return {{QStringLiteral("type"), QStringLiteral("boolean")},
                {QStringLiteral("value"), value.toBoolean()}};
    case Value::Type::Nodes:
        break;
    }
    QJsonArray texts;
    for (const xpath::Node &node : value.nodes())
        texts.append(node.text());
    return {{QStringLiteral("type"), QStringLiteral("nodeset")},
            {QStringLiteral("count"), texts.size()},
            {QStringLiteral("value"), texts}};
}

}  // namespace amparo::cli
