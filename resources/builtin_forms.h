#pragma once

#include "form/form_source.h"

#include <QList>

namespace amparo::resources {

/// The questionnaires that come with the program, each with its risk model where it has one. A new post
/// begins with them; what its officers use is what its store holds. Thread: any.
QList<form::FormPackage> builtinForms();

}  // namespace amparo::resources
