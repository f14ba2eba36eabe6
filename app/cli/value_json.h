#pragma once

#include "xpath/value.h"

#include <QJsonObject>

namespace amparo::cli {

/// {"type", "value"}: "string", "number", "boolean" or "nodeset", which has a "count" and the string-values
/// of its nodes. What JSON has no number for ("NaN", "Infinity") is a string.
QJsonObject valueToJson(const xpath::Value &value);

}  // namespace amparo::cli
