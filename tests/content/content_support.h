#pragma once

#include "form/form_source.h"
#include "form/session.h"
#include "risk/assessment.h"
#include "support/catch.h"

#include <memory>
#include <optional>

namespace amparo::test {

/// A built-in form with its model, as the program reads them.
struct Content {
    QString formId;
    form::Problems problems;
    std::shared_ptr<const form::FormDefinition> definition;
    std::optional<risk::Model> model;  ///< nullopt: the form has none
};

const QList<Content> &builtinContent();
const Content &content(const char *formId);

/// Those that advise something, each with the model that does.
QList<Content> advisingContent();

/// A filling that a post would begin, of an adult born in 1990 unless said otherwise.
form::Session begin(const Content &content, bool child = false);

/// The path of a field by its name, which is unique in the built-in forms; the test fails if there is none.
QString pathOf(const form::FormDefinition &definition, const QString &name);

/// Whether the form has a field of that name.
bool hasField(const form::FormDefinition &definition, const QString &name);

/// What a field says in an attribute of Amparo's; empty where it says nothing.
QString attribute(const form::FormDefinition &definition, const QString &path, const char *name);

/// Answers a question that must be there now, by its name.
void answer(form::Session &session, const QString &name, const QString &value);

/// Says yes to every gate of the form that is there now: consent, work so far.
void openGates(form::Session &session);

/// What the form's own model makes of a filling; the form must have one.
risk::Assessment assessed(const Content &content, const form::Session &session);

}  // namespace amparo::test
