#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "store/checkpoint.h"

#include <chrono>

namespace amparo::store {

/// `mark.amparo`: where a session left the audit log, outside the database. An older store.amparo that is put
/// back beside it lacks that entry. Whoever puts back both is found out by what is kept elsewhere only.
///
/// It also says of which computer and of which start of it the times are, so that the next session can tell
/// whether the clock was set, and whether the store has come to another computer.
struct Mark {
    GenerationId generation;
    AuditPoint point;
    QByteArray computer;  ///< a digest; empty: the system has no name for it
    QByteArray boot;      ///< likewise

    bool operator==(const Mark &) const = default;
};

/// The mark of a store on this computer since its last start.
Mark markHere(StoreId store, GenerationId generation, const AuditPoint &point);

/// `storeKey` authenticates it, by a key of its own. Errors: DiskFull, ReadOnly, Unavailable. Thread: any.
[[nodiscard]] Result<> writeMark(const QString &folder, const Mark &mark,
                                 const crypto::SecretBytes &storeKey);

/// Errors: NotFound, Corrupt (damaged, or of another store or another key), TooNew, Unavailable.
[[nodiscard]] Result<Mark> readMark(const QString &folder, const crypto::SecretBytes &storeKey);

}  // namespace amparo::store
