#pragma once

#include "form/form_source.h"
#include "form/session.h"
#include "risk/assessment.h"
#include "support/catch.h"

#include <memory>

namespace amparo::test {

/// A built-in form with its model, as the program reads them.
struct Content {
    QString formId;
    form::Problems problems;
    std::shared_ptr<const form::FormDefinition> definition;
    risk::Model model;
};

const QList<Content> &builtinContent();
const Content &content(const char *formId);

/// A filling that a post would begin, of an adult unless said otherwise.
form::Session begin(const Content &content, bool child = false);

/// The path of a field by its name, which is unique in the built-in forms; the test fails if there is none.
QString pathOf(const form::FormDefinition &definition, const QString &name);

/// Answers a question that must be there now, by its name.
void answer(form::Session &session, const QString &name, const QString &value);

/// What the form's own model makes of a filling.
risk::Assessment assessed(const Content &content, const form::Session &session);

}  // namespace amparo::test
