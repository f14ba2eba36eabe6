#pragma once

#include "form/session.h"

#include <QJsonObject>

namespace amparo::cli {

QString kindName(form::Violation::Kind kind);

/// All that is shown of a question.
QJsonObject itemToJson(const form::Session &session, const form::Item &item);

}  // namespace amparo::cli
