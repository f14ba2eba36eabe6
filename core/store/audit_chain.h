#pragma once

#include "store/audit_log.h"

namespace amparo::store {

// How the entries of the audit log hang together, and which are known to be lost; for the sources of this
// room. Errors, all: Database's. Thread: the database's.

/// The hash of an entry that follows one of `previousHash`.
QByteArray entryHash(const AuditEntry &entry, const QByteArray &previousHash);

/// AuditLog::verify(), for a `from` that stands in the log.
[[nodiscard]] Result<AuditLog::Verdict> verifyChain(Database &database, const AuditPoint &from = {},
                                                    const AuditLog::GoOn &goOn = {});

/// Entries that are missing. The one after them cannot be held against the hash before it any more: a seal of
/// its own stands for that.
struct AuditGap {
    qint64 first = 0;
    qint64 last = 0;
    QByteArray seal;  ///< of the entry after `last`

    bool operator==(const AuditGap &) const = default;
};

/// Every gap there is, whatever made it. The last entry is followed by none.
[[nodiscard]] Result<QList<AuditGap>> findGaps(Database &database);

/// The gaps that are no fault of anybody, in order, as the last salvage wrote them down.
struct KnownGaps {
    qint64 salvage = 0;  ///< its entry; 0: there was none
    QList<AuditGap> list;
};
[[nodiscard]] Result<KnownGaps> knownGaps(Database &database);

/// What the entry of a salvage says of them: "log-lost=12-57:SEAL,80-80:SEAL"; of none, nothing.
QString gapsToDetail(const QList<AuditGap> &gaps);

}  // namespace amparo::store
