#pragma once

#include "form/form_source.h"
#include "form/xform_syntax.h"

namespace amparo::form {

/// Turns a form as written into one that runs: compiles expressions, resolves references, loads lists, orders
/// computations. Whatever cannot run is an Error with its place; the model is then of no use.
std::unique_ptr<Model> assemble(FormSyntax syntax, const Media &media, Problems &problems);

}  // namespace amparo::form
