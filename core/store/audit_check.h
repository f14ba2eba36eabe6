#pragma once

#include "store/checkpoint.h"

#include <QList>
#include <QString>

namespace amparo::store {

/// A checkpoint as it was kept somewhere, and where.
struct Testimony {
    Checkpoint checkpoint;
    QString source;  ///< an instanceID, a file's name
};

/// How the log contradicts itself, or what was said of it.
struct AuditFinding {
    enum class Kind {
        Changed,    ///< the entry's hash does not fit: it was changed, moved or put in
        Missing,    ///< an entry was left out
        CutOff,     ///< entries that a checkpoint tells of are not there: cut off, or set back
        Rewritten,  ///< agrees with itself, not with a checkpoint: written anew, or set back and grown again
        UnknownGeneration,  ///< set back to before that generation began, or another store in its place
        OtherKey,           ///< the checkpoint, or the key in the store that should fit it, is forged
    };
    Kind kind = Kind::Changed;
    qint64 entry = 0;  ///< the first bad one; for Rewritten and OtherKey, at the latest this one
    qint64 sound = 0;  ///< agrees at least up to here, as far as this kind of proof goes
    QString source;    ///< of the checkpoint, empty: the log itself

    bool operator==(const AuditFinding &) const = default;
};

/// Stable words: "changed", "missing", "cut-off", "rewritten", "unknown-generation", "other-key".
QString auditFindingName(AuditFinding::Kind kind);

struct AuditReport {
    AuditLog::Verdict chain;
    QList<AuditFinding> findings;   ///< the chain's first, then by entry; empty: nothing is wrong
    QList<LostEntries> lost;        ///< known to be missing since a salvage, which a person has judged
    QList<Generation> generations;  ///< each began with a restore or the like, which a person has to judge
    int compared = 0;               ///< checkpoints that agree
    int leftBehind = 0;             ///< of entries that a generation, or a salvage, has lost
    int foreign = 0;                ///< checkpoints of other stores
};

/// Holds the log against itself, against the checkpoints in the store and against what was kept elsewhere.
///
/// Time is linear in the entries after `from`, plus the checkpoints. Stopped by `goOn`, it says nothing of
/// checkpoints. Errors: Database's. Thread: the store's.
[[nodiscard]] Result<AuditReport> examineLog(const AuditLog &log, const Checkpoints &checkpoints,
                                             StoreId store, QList<Testimony> elsewhere,
                                             const AuditPoint &from = {}, const AuditLog::GoOn &goOn = {});

}  // namespace amparo::store
