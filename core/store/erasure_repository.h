#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "record/counts.h"
#include "record/retention.h"
#include "store/outbox_repository.h"

#include <QTimeZone>

#include <optional>

namespace amparo::store {

class Access;
class Approval;
class AuditLog;
class Database;

/// A tombstone with the receipt that outlives the record; the server's own words go with the record, for
/// nobody knows what they say.
struct Erased {
    qint64 sequence = 0;  ///< the record's place among all
    record::Tombstone tombstone;
    std::optional<Receipt> receipt;  ///< without message; nullopt: it never had one

    bool operator==(const Erased &) const = default;
};

/// What one step of eraseDue() did.
struct RetentionStep {
    int drafts = 0;
    int records = 0;
    bool isDone = true;  ///< false: there is more that is due

    bool operator==(const RetentionStep &) const = default;
};

/// How records end: by their term, or before it (security design, R1, R2).
///
/// An erased record leaves a tombstone (record::Tombstone, its receipt) and its share in the counts of its
/// shift and day (record::Counts), and nothing else. The schema has one way for it: to write the tombstone is
/// to erase, refused while the record is held or being sent. What freed pages hold is overwritten
/// (secure_delete); scrub() does the same for the write-ahead log. The audit log goes on naming the record by
/// its id.
///
/// The records of one encounter are about one person, so all its final ones are erased at once. A draft
/// nobody goes on with is erased alone. A writing function is one transaction. Errors: Database's; Denied
/// where the role or the approval does not fit. Thread: the store's.
class ErasureRepository {
public:
    ErasureRepository(Database &database, AuditLog &audit, const Access &access,
                      const Clock &clock);  // all borrowed

    /// Erases of what is due by `policy` at most `most` drafts and as many encounters. Nobody's deed but the
    /// station's duty, so whoever is signed in may have it run. `zone` is the post's: its days are counted.
    [[nodiscard]] Result<RetentionStep> eraseDue(const record::RetentionPolicy &policy, const QTimeZone &zone,
                                                 int most);

    /// How much eraseDue() would erase, step after step; changes nothing.
    [[nodiscard]] Result<RetentionStep> countDue(const record::RetentionPolicy &policy) const;

    /// Erases all records of the person whose record `id` is, before their term. `approval` is for
    /// EraseRecords. NotFound: no such record. Conflict: one is under hold, or being sent right now.
    /// InvalidInput: `reason` is a term.
    [[nodiscard]] Result<> erase(ScreeningId id, record::ErasureReason reason, const QTimeZone &zone,
                                 Approval approval);

    /// Empties the write-ahead log, which still holds pages as they were. After erasing.
    [[nodiscard]] Result<> scrub();

    [[nodiscard]] Result<std::optional<Erased>> find(ScreeningId id) const;
    /// Those after `sequence`, in the order of the records, at most `limit`: for a sheet that reconciles with
    /// the server.
    [[nodiscard]] Result<QList<Erased>> erasedAfter(qint64 sequence, int limit) const;

    /// When somebody was last erased before their term; nullopt: nobody yet.
    [[nodiscard]] Result<std::optional<QDateTime>> lastBeforeTerm() const;

    [[nodiscard]] Result<record::Counts> countsOfShift(ShiftId shift) const;
    [[nodiscard]] Result<record::Counts> countsOfDay(QDate day) const;

private:
    Result<int> eraseFinal(EncounterId encounter, record::ErasureReason reason, const QTimeZone &zone);
    Result<> eraseDrafts(EncounterId encounter, record::ErasureReason reason);
    Result<> bury(qint64 sequence, ScreeningId id, record::ErasureReason reason);
    Result<> keepCounts(const QList<record::Screening> &person, const QTimeZone &zone);
    Result<> addCounts(const QString &period, const record::Counts &counts);
    Result<record::Counts> counts(const QString &period) const;

    Database &m_database;
    AuditLog &m_audit;
    const Access &m_access;
    const Clock &m_clock;
};

}  // namespace amparo::store
