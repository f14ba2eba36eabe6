#pragma once

#include "form/instance.h"

namespace amparo::form {

/// The record as servers take it: what is not relevant left out, namespaces as the form has them. The same
/// answers give the same bytes.
QByteArray writeSubmission(const Instance &instance);

/// Files that relevant answers name, in document order.
QStringList attachmentsOf(const Instance &instance);

}  // namespace amparo::form
