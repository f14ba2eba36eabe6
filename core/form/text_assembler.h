#pragma once

#include "form/expression_compiler.h"

namespace amparo::form {

/// Takes the form's languages and texts into the model, out of `syntax`, once its nodes are known; warns of
/// texts that a language lacks.
void takeTexts(FormSyntax &syntax, ExpressionCompiler &compiler, Model &model, Problems &problems);

}  // namespace amparo::form
