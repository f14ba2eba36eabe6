#pragma once

#include "form/form_definition.h"
#include "form/problem.h"

#include <QStringView>

namespace amparo::risk {

/// Whether a name (of a field, item or indicator) says a characteristic that must never enter a result:
/// nationality, ethnicity, sex, gender, religion, language, disability, origin, in English, Spanish or
/// Portuguese.
///
/// Words are compared whole: "traveller_sex" is one, "sexual_services" is not.
bool namesProtectedCharacteristic(QStringView name);

/// Whether a catalogue id belongs to the group's own numbering ("SEX-04"), which names no characteristic.
bool isCatalogueId(QStringView id);

/// What is wrong with a form's indicators: one that is, or whose `amparo:fires` reads, a field that holds a
/// protected characteristic, by name or by its `amparo:record` part. Empty: nothing.
form::Problems lintIndicators(const form::FormDefinition &definition);

}  // namespace amparo::risk
