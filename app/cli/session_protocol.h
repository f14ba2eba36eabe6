#pragma once

#include "form/session.h"

#include <QJsonObject>

namespace amparo::cli {

/// One request to a form session as a JSON object with its "do", and the answer: the named members, or an
/// error. The help of `amparoctl session` lists them (sessionProtocolText()).
[[nodiscard]] Result<QJsonObject> answerSession(form::Session &session, const QJsonObject &request);

QString sessionProtocolText();

}  // namespace amparo::cli
