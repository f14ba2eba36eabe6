#pragma once

#include "form/expression_compiler.h"

namespace amparo::form {

/// Takes the form's actions into the model, once its nodes and controls are known; `controlNodes` has the
/// node of each control of the syntax, or -1.
void takeActions(const FormSyntax &syntax, const std::vector<int> &controlNodes, ExpressionCompiler &compiler,
                 Model &model);

}  // namespace amparo::form
