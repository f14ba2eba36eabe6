#pragma once

// Forms written in place: the parts that a test is about, inside the frame that every XForm has.

#include "form/form_source.h"
#include "form/session.h"
#include "support/catch.h"
#include "support/fixed_clock.h"

namespace amparo::test {

/// What a form consists of; `instance` is the content of <data id="test" version="7">.
struct FormParts {
    QByteArray instance;
    QByteArray binds;
    QByteArray body;
    QByteArray model = {};  ///< itext, secondary instances, actions
    QByteArray bodyClass = {};
};

QByteArray xform(const FormParts &parts);

/// The definition of a form that must be readable without an error.
std::shared_ptr<const form::FormDefinition> readSound(const QByteArray &definition,
                                                      const form::Media &media = {});

/// Errors and warnings as "place: message" lines.
QStringList problemLines(const form::Problems &problems);

/// A session of that form, with a fixed clock and the same "random" numbers each time.
form::Session startForm(const FormParts &parts, const form::Media &media = {});
form::SessionOptions testOptions();

/// Answers a question that takes the value.
void answer(form::Session &session, const char *path, const char *value);

/// The text of a question's value; "?" where there is no such field.
QString valueOf(const form::Session &session, const char *path);

}  // namespace amparo::test
