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

    /// Whether a record is on no stick yet that was finished and is not settled, or on one: it goes again,
    /// since sticks get lost, but after the others.
    enum class Which { OnNone, OnStick };

    /// Waiting records of that kind in the order of their places, from behind `after` on: at most `most`, and
    /// after the first no more than `mostBytes` hold.
    [[nodiscard]] Result<QList<WaitingRecord>> waiting(Which which, qint64 after, int most, qint64 mostBytes);

    /// Keeps what a receipt for a batch will be held against. To be called before the batch leaves.
    [[nodiscard]] Result<> noteBatch(qint64 bundle, const QByteArray &batchId, const BundledBatch &batch);

    /// A batch that was noted did not get onto the stick.
    [[nodiscard]] Result<> dropBatch(const QByteArray &batchId);

    /// The bundle is whole and on the stick, with an entry in the log.
    [[nodiscard]] Result<> finish(qint64 bundle, int records);

    /// nullopt: no such batch was given away, or its receipt came long ago.
    [[nodiscard]] Result<std::optional<BundledBatch>> find(const QByteArray &batchId) const;

    /// Takes up a receipt whose signature has been checked, in one transaction. The batch is forgotten with
    /// it.
    [[nodiscard]] Result<BundleSettling> settle(const QByteArray &batchId,
                                                const QList<BundleVerdict> &verdicts);

    /// Forgets the batches whose records all have receipts, by whatever way they came, and what only bundles
    /// hold that 200 later ones have followed: of sticks that never come back nothing stays for good. A
    /// receipt that comes later yet is unknown and changes nothing. Done with each begin(), each settle() and
    /// each run of the retention.
    [[nodiscard]] Result<> forgetSettled();

    /// Says in the log that bundles of others were carried, or receipts came back.
    [[nodiscard]] Result<> noteBroughtIn(const QString &detail);

    [[nodiscard]] Result<> checkAllowed() const;

private:
    Result<QList<WaitingRecord>> recordsAt(const QList<qint64> &places, qint64 mostBytes);
    Result<> deleteSettled();  // in a transaction
    Result<> settleOne(const BundleVerdict &verdict, BundleSettling &settling);

    Database &m_database;
    AuditLog &m_audit;
    OutboxRepository &m_outbox;
    const Access &m_access;
    const Clock &m_clock;
};

}  // namespace amparo::store
