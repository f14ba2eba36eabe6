#pragma once

#include "form/form_definition.h"
#include "xpath/value.h"

#include <optional>

namespace amparo::form {

/// The type that a bind names ("int", "xsd:date", "geopoint"); nullopt: none that is known.
std::optional<DataType> dataTypeFromName(const QString &name);

/// Whether `value` can stand in a field of that type; "" always can.
bool fits(DataType type, const QString &value);

/// What an expression yielded, as a field of that type writes it: whole numbers without fraction, days since
/// 1970-01-01 as dates (ODK XForms specification, data types and `date()`).
QString written(const xpath::Value &value, DataType type);

}  // namespace amparo::form
