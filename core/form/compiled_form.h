#pragma once

#include "form/form_definition.h"

#include <QByteArray>

#include <memory>

namespace amparo::form {

/// A definition in bytes, for a cache: read again in a fraction of the time that its XML takes.
///
/// Only this version of the program reads it, and where it is kept must be as safe as the form itself: damage
/// is noticed, a forgery is not. Thread: any.
QByteArray compiledForm(const FormDefinition &definition);

/// null: these bytes are none that this version of the program wrote, or damaged. Thread: any.
std::shared_ptr<const FormDefinition> readCompiledForm(const QByteArray &compiled);

}  // namespace amparo::form
