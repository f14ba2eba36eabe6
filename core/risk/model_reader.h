#pragma once

#include "base/result.h"
#include "risk/model.h"

#include <QByteArray>

namespace amparo::risk {

/// Reads a risk model from JSON (its shape: resources/risk/README.md).
///
/// Errors: InvalidInput; the detail begins with the JSON path of what is wrong. Refused besides what is
/// malformed: unknown keys, bands that nothing defines, a table that a further item could lead down, and
/// whatever reads a protected characteristic or scores VD.personal (belonging to a group that suffers
/// discrimination). Thread: any.
[[nodiscard]] Result<Model> readModel(const QByteArray &json);

}  // namespace amparo::risk
