#pragma once

#include "form/filling.h"

#include <QJsonObject>

namespace amparo::cli {

/// A form session as requests drive it, with what a screen around it would remember.
struct DrivenSession {
    const form::Session &session() const { return filling.session(); }
    form::Session &session() { return filling.session(); }

    form::Filling filling;
    form::SessionOptions options;
    std::shared_ptr<std::optional<QString>> location = {};  ///< shared with options.location, which reads it
    QString place = {};                                     ///< page that is open; empty: before the first
    bool isAtEnd = false;
};

/// A new filling of a form. Errors: those of form::Session::start().
[[nodiscard]] Result<DrivenSession> startDriven(std::shared_ptr<const form::FormDefinition> definition,
                                                form::SessionOptions options);

/// One request as a JSON object with its "do", and the answer: the named members, or an error. The help of
/// `amparoctl session` lists them (sessionProtocolText()). After an error the session is as it was before.
[[nodiscard]] Result<QJsonObject> answerSession(DrivenSession &driven, const QJsonObject &request);

QString sessionProtocolText();

}  // namespace amparo::cli
