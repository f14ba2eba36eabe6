#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QString>

namespace amparo::store {

/// `damaged.amparo` beside a store: damage was met in it, so that it is only read from then on. Salvaging
/// makes a new store, without one.
bool isMarkedDamaged(const QString &folder);

/// Once is enough: a mark that is there stays. Errors: DiskFull, ReadOnly, Unavailable.
[[nodiscard]] Result<> markDamaged(const QString &folder, const QDateTime &at);

}  // namespace amparo::store
