#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace amparo::bundle {

/// At most `most` bytes of a file on a stick, which has been in other hands: a link is not followed. Errors:
/// NotFound (no plain file is there), InvalidInput (larger), Unavailable (it cannot be read). Thread: any but
/// the GUI's.
[[nodiscard]] Result<QByteArray> readPlain(const QString &path, qint64 most);

}  // namespace amparo::bundle
