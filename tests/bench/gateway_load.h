#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

namespace amparo::bench {

/// Frames of one post with new records, each packed against the one before. Errors: exchange::pack()'s.
Result<QList<QByteArray>> framesOf(quint32 post, int count, int batchSize);

}  // namespace amparo::bench
