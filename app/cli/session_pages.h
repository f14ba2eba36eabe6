#pragma once

#include "app/cli/session_protocol.h"

namespace amparo::cli {

/// Opens the page that is `by` pages further on; what it shows, or that this is the beginning or end.
QJsonObject stepPage(DrivenSession &driven, int by);

/// Opens the page on which a question, group or repeat stands; nullopt: it is not shown.
std::optional<QJsonObject> jumpToPage(DrivenSession &driven, const QString &where);

}  // namespace amparo::cli
