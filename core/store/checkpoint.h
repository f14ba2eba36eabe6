#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "store/audit_log.h"
#include "store/key_file.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace amparo::store {

class Database;

// What finds out what (security design, T2). An attacker is thought of who has the database key and with it
// everything that the station has, so that the station alone proves nothing against them:
//
//   an entry changed, moved, put in or left out     the chain itself: AuditLog::verify()
//   the tail cut off, an older store put back       the mark beside the store (store_mark.h) on this
//   computer;
//                                                   else a checkpoint kept elsewhere: by the server or on
//                                                   paper
//   the whole log written anew, keys and all        only a checkpoint kept elsewhere
//
// Kept elsewhere are the checkpoints that travel in each submission, since a server keeps its bytes, and
// those that somebody exports. Against them nothing before the newest can be altered; what came after it can.
// The store's own checkpoints bind whoever lacks the key, and tell an honest mistake from a forgery.
//
// A restore begins a new generation. What the old one did after the backup is lost and shows as left behind,
// not as a forgery; that there was a restore stands in the log, for a person to judge.
//
// OpenRosa servers do not sign. A server that does can countersign a checkpoint as it stands.

using GenerationId = Id<struct GenerationTag>;

/// One life of a post's store. A restore from a backup begins the next, and so does an older copy put back.
struct Generation {
    GenerationId id;
    qint64 firstEntry = 1;  ///< of the audit log
    QByteArray publicKey;   ///< Ed25519; the same for as long as the generation lasts, whatever the store key

    bool operator==(const Generation &) const = default;
};

/// The station's signature (Ed25519) under the head of its audit log.
struct Checkpoint {
    StoreId store;
    GenerationId generation;
    AuditPoint point;
    QDateTime at;  ///< UTC
    QByteArray signature;

    /// The bytes that are signed.
    QByteArray message() const;
    bool isSignedBy(QByteArrayView publicKey) const;

    bool operator==(const Checkpoint &) const = default;
};

/// A checkpoint that a server has: it came with a record and was acknowledged.
struct Witness {
    GenerationId generation;
    AuditPoint point;
    QString instanceId;  ///< of the record
    QString server;
    QDateTime at;  ///< UTC, when the receipt came

    bool operator==(const Witness &) const = default;
};

/// The signed heads of the audit log. Errors: Database's. Thread: the store's.
class Checkpoints {
public:
    Checkpoints(Database &database, AuditLog &audit, const Clock &clock);  // all borrowed

    /// The head of the log as it is now, signed. Nothing is kept. Unavailable: the generation has no key.
    [[nodiscard]] Result<Checkpoint> sign() const;

    /// The same, kept, with an entry that says so. Part of a transaction.
    [[nodiscard]] Result<Checkpoint> keep();

    /// In a transaction of its own.
    [[nodiscard]] Result<Checkpoint> make();

    /// The checkpoints kept here, oldest first.
    [[nodiscard]] Result<QList<Checkpoint>> kept() const;

    /// `submissionXml` with the head of the log as a last element of its root, in a namespace of its own:
    /// servers keep it and otherwise pass it over. A root without content stays as it is.
    [[nodiscard]] Result<QByteArray> stamped(const QByteArray &submissionXml) const;

    /// A server has acknowledged a record: what it carries is witnessed. Part of a transaction.
    [[nodiscard]] Result<> noteWitness(const QByteArray &submissionXml, const QString &instanceId,
                                       const QString &server);

    /// The highest of each generation, in the order of the generations.
    [[nodiscard]] Result<QList<Witness>> witnessed() const;

    /// Oldest first; the last is the present one.
    [[nodiscard]] Result<QList<Generation>> generations() const;

    /// Gives the store a new generation with a key of its own, and tells the log so by an entry `why`, whose
    /// detail the key follows. Part of a transaction.
    [[nodiscard]] Result<> beginGeneration(AuditAction why, const QString &subject,
                                           const QString &detail = {});

    /// For a store from before there were checkpoints: gives its generation a key. Else nothing.
    [[nodiscard]] Result<> ensureKey();

private:
    Result<> giveKey(GenerationId generation, qint64 firstEntry, const crypto::SecretBytes &seed);

    Database &m_database;
    AuditLog &m_audit;
    const Clock &m_clock;
};

}  // namespace amparo::store
