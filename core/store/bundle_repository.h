#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "store/outbox_repository.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace amparo::store {

class Access;
class AuditLog;
class Database;

/// A bundle that has been begun.
struct BundleStart {
    qint64 number = 0;  ///< from 1, never again
    QByteArray id;      ///< 16 random bytes

    bool operator==(const BundleStart &) const = default;
};

/// A batch that was given away on a stick.
struct BundledBatch {
    QByteArray manifest;    ///< as noteBatch() was given it
    QList<qint64> records;  ///< their places in the outbox, in the order of the batch

    bool operator==(const BundledBatch &) const = default;
};

/// A waiting record, and where to go on after it.
struct WaitingRecord {
    qint64 place = 0;  ///< in the outbox
    Outgoing outgoing;
};

/// What a receipt says of one record.
struct BundleVerdict {
    qint64 place = 0;
    std::optional<Receipt> receipt;  ///< nullopt: it was refused, see `error`
    QString error = {};              ///< stable word

    bool operator==(const BundleVerdict &) const = default;
};

/// What became of the records of a batch when its receipt came back.
struct BundleSettling {
    int acknowledged = 0;
    int quarantined = 0;
    int known = 0;  ///< acknowledged before, or erased
    int busy = 0;   ///< being sent over the link at this moment: take the stick once more

    bool operator==(const BundleSettling &) const = default;
};

/// Records that are carried by hand. They stay in the outbox as they are, and go over the link as well if
/// there is one again first: the server takes each once. Errors: Database's; Denied: not for this role
/// (Permission::CarryBundles). Thread: the store's.
class BundleRepository {
public:
    BundleRepository(Database &database, AuditLog &audit, OutboxRepository &outbox, const Access &access,
                     const Clock &clock);  // all borrowed

    /// Begins a bundle; those that were begun and never finished are forgotten.
    [[nodiscard]] Result<BundleStart> begin();

    /// Waiting records in the order of their places, from behind `after` on: at most `most`, and after the
    /// first no more than `mostBytes` hold. Whether they are on a stick already makes no difference: sticks
    /// get lost.
    [[nodiscard]] Result<QList<WaitingRecord>> waiting(qint64 after, int most, qint64 mostBytes);

    /// Keeps what a receipt for a batch will be held against. To be called before the batch leaves.
    [[nodiscard]] Result<> noteBatch(qint64 bundle, const QByteArray &batchId, const BundledBatch &batch);

    /// The bundle is whole and on the stick, with an entry in the log.
    [[nodiscard]] Result<> finish(qint64 bundle, int records);

    /// nullopt: no such batch was given away, or its receipt came long ago.
    [[nodiscard]] Result<std::optional<BundledBatch>> find(const QByteArray &batchId) const;

    /// Takes up a receipt whose signature has been checked, in one transaction. A batch whose records are all
    /// settled is forgotten with it.
    [[nodiscard]] Result<BundleSettling> settle(const QByteArray &batchId,
                                                const QList<BundleVerdict> &verdicts);

    /// Says in the log that bundles of others were carried, or receipts came back.
    [[nodiscard]] Result<> noteBroughtIn(const QString &detail);

    [[nodiscard]] Result<> checkAllowed() const;

private:
    Result<QList<WaitingRecord>> recordsAt(const QList<qint64> &places, qint64 mostBytes);
    Result<> settleOne(const BundleVerdict &verdict, BundleSettling &settling);

    Database &m_database;
    AuditLog &m_audit;
    OutboxRepository &m_outbox;
    const Access &m_access;
    const Clock &m_clock;
};

}  // namespace amparo::store
