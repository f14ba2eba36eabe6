#pragma once

#include "form/form_definition.h"
#include "xpath/value.h"

#include <optional>

namespace amparo::form {

/// The type that a bind names ("int", "xsd:date", "geopoint"); nullopt: none that is known.
std::optional<DataType> dataTypeFromName(const QString &name);

/// Whether `value` can stand in a field of that type; "" always can.
bool fits(DataType type, const QString &value);

/// An answer as a field of that type holds it: "007" is 7 in a whole number, "1.50" is 1.5 in a decimal,
/// 2026-3-2 is 2026-03-02 in a date; other types hold it as it is given. nullopt: not of the type, or a whole
/// number of more than 32 bits (XML Schema, int).
std::optional<QString> answerText(DataType type, const QString &given);

/// What an expression yielded, as a field of that type writes it: whole numbers without fraction, days since
/// 1970-01-01 as dates (ODK XForms specification, data types and `date()`).
QString written(const xpath::Value &value, DataType type);

}  // namespace amparo::form
