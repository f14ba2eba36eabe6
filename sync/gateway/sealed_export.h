#pragma once

#include "sync/gateway/postgres.h"

namespace amparo::gateway {

/// Writes the sealed batches out for headquarters, which opens them where its key is (`amparoctl bundle
/// open`): for each post a folder `post-ID` with `post.key`, each batch as `HEX.batch`, and each form that
/// batches are packed against as `HEX.form`. What is there already stays. How many batches were written.
/// Errors: NotFound (no such folder), those of Connection and DurableFile.
[[nodiscard]] Result<int> exportSealed(Connection &connection, const QString &place);

}  // namespace amparo::gateway
