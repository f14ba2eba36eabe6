#pragma once

#include "form/audit_log.h"
#include "form/session.h"

#include <QJsonObject>

namespace amparo::cli {

/// A form session as requests drive it, with what a screen around it would remember.
struct DrivenSession {
    form::Session session;
    form::SessionOptions options;
    std::shared_ptr<std::optional<QString>> location = {};  ///< shared with options.location, which reads it
    QString place = {};                                     ///< page that is open; empty: before the first
    bool isAtEnd = false;
    std::optional<form::AuditLog> log = {};  ///< where the form asks for one
};

/// A new filling of a form. Errors: those of form::Session::start().
[[nodiscard]] Result<DrivenSession> startDriven(std::shared_ptr<const form::FormDefinition> definition,
                                                form::SessionOptions options);

/// One request as a JSON object with its "do", and the answer: the named members, or an error. The help of
/// `amparoctl session` lists them (sessionProtocolText()). After an error the session is as it was before.
[[nodiscard]] Result<QJsonObject> answerSession(DrivenSession &driven, const QJsonObject &request);

QString sessionProtocolText();

}  // namespace amparo::cli
