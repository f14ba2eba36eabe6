#pragma once

#include "form/form_definition.h"
#include "xpath/value.h"

#include <optional>

namespace amparo::form {

/// The type that a bind names ("int", "xsd:date", "geopoint"); nullopt: none that is known.
std::optional<DataType> dataTypeFromName(const QString &name);

/// "a whole number", "a date", for messages.
QString typeInWords(DataType type);

/// Whether `value` can stand in a field of that type; "" always can.
bool fits(DataType type, const QString &value);

/// An answer as a field of that type holds it: "007" is 7 in a whole number, "1.50" is 1.5 in a decimal,
/// 2026-3-2 is 2026-03-02 in a date; a time or moment gets the seconds and the local offset that it lacks, a
/// point all its four numbers. nullopt: not of the type, or a whole number of more than 32 bits (XML Schema,
/// int).
std::optional<QString> answerText(DataType type, const QString &given);

/// A decimal as a record writes it: with a fraction, as both of ODK's engines do.
QString decimalText(const QString &number);

/// What a calculation yielded, as a field of that type writes it. A text that is not of the type stays as it
/// is, but for numbers: no number, no answer. Days since 1970-01-01 stay numbers, since only `date()` makes a
/// date of them (ODK XForms, `date()`).
QString calculated(const xpath::Value &value, DataType type);

/// What an action sets, as an answer of that type; empty where it is not of the type.
QString cast(const xpath::Value &value, DataType type);

}  // namespace amparo::form
