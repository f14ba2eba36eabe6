#pragma once

#include "store/audit_check.h"

#include <QString>

namespace amparo::desktop {

/// What somebody did, in the user's language.
QString text(store::AuditAction action);

/// What is wrong with the log, in one sentence.
QString text(const store::AuditFinding &finding);

}  // namespace amparo::desktop
