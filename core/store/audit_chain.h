#pragma once

#include "store/audit_log.h"

namespace amparo::store {

// How the entries of the audit log hang together; for the sources of this room.

/// The hash of an entry that follows one of `previousHash`.
QByteArray entryHash(const AuditEntry &entry, const QByteArray &previousHash);

/// AuditLog::verify(), for a `from` that stands in the log. Errors: Database's. Thread: the database's.
[[nodiscard]] Result<AuditLog::Verdict> verifyChain(Database &database, const AuditPoint &from = {},
                                                    const AuditLog::GoOn &goOn = {});

}  // namespace amparo::store
