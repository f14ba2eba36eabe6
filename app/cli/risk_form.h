#pragma once

#include "app/cli/command.h"
#include "form/session.h"
#include "risk/assessment.h"

/// A form with its risk model, filled without a post and kept nowhere: to see what a model does.
namespace amparo::cli {

struct RiskForm {
    std::shared_ptr<const form::FormDefinition> definition;
    risk::Model model;
};

/// The form that FORM names, a file or a built-in ("smuggling", "amparo-smuggling"), with the model of
/// --model, or else its own. Errors: NotFound (neither; the form has no model), InvalidInput (form or model
/// cannot be read, or an indicator reads a protected characteristic).
[[nodiscard]] Result<RiskForm> readRiskForm(const Arguments &arguments);

extern const Positional riskFormPositional;
QList<Option> riskFormOptions();

/// The path of the field that says whether a child is meant; empty: the form has none, as one about a
/// vehicle.
QString childField(const form::FormDefinition &definition);

/// A blank filling of it. Errors: those of form::Session::start().
[[nodiscard]] Result<form::Session> blankFilling(const RiskForm &form, const QString &language = {});

/// Puts answers into a filling, by the name or path of each question, gates before what stands behind them.
/// Where the answers say only whether a child is meant, a birth date that says the same is put beside it:
/// rows for an evaluation rightly come without one. Yields the names of those that do not apply to this
/// person: they count for nothing. Errors: NotFound (no such question), Conflict (several), InvalidInput (not
/// of its type, not among its choices); the detail names the question, never the answer.
[[nodiscard]] Result<QStringList> answerAll(form::Session &session, const QMap<QString, QString> &answers);

/// What the model makes of a filling.
risk::Assessment assessFilling(const RiskForm &form, const form::Session &session);

}  // namespace amparo::cli
