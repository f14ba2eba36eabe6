#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "store/checkpoint.h"

namespace amparo::store {

class AuditLog;
class Database;

/// Who sends a batch, and what it says of the sender's past.
struct BatchSender {
    StoreId store;
    GenerationId generation;
    quint64 sequence =
        1;  ///< counts the generation's batches: a server that knows a later one has met another copy
    QByteArray checkpoint;    ///< the head of the audit log, signed (checkpoint_text.h: toXml())
    bool isFirstLife = true;  ///< false: the store was restored, set back or copied before this generation

    bool operator==(const BatchSender &) const = default;
};

/// What the post and a server that takes batches know of each other. Errors: Database's. Thread: the store's.
class BatchRepository {
public:
    BatchRepository(Database &database, AuditLog &audit, const Clock &clock);  // all borrowed

    /// For the next batch: no sequence comes twice, whatever becomes of the batch. Unavailable too: the
    /// generation has no key to sign with.
    [[nodiscard]] Result<BatchSender> next();

    /// The number that next() gave out last in this generation; 0: none.
    [[nodiscard]] Result<quint64> lastGiven(GenerationId generation) const;

    /// The key with which the server at this address signs its receipts (Ed25519); nullopt: it has shown none
    /// yet.
    [[nodiscard]] Result<std::optional<QByteArray>> serverKey(const QString &address) const;

    /// Keeps the first key that a server has shown, and says so in the audit log. Conflict: it has another.
    [[nodiscard]] Result<> keepServerKey(const QString &address, const QByteArray &publicKey);

    /// The public half (Ed25519) of the key under what the post seals. Made when it is first asked for, with
    /// an entry in the log; the same ever after, also in a store that was restored from a backup.
    [[nodiscard]] Result<QByteArray> sealingKey();

    /// The secret half. NotFound: sealingKey() was never asked for.
    [[nodiscard]] Result<crypto::SecretBytes> sealingSeed() const;

private:
    Result<quint64> count(GenerationId generation);

    Database &m_database;
    AuditLog &m_audit;
    const Clock &m_clock;
};

}  // namespace amparo::store
