#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace amparo::store {

class Access;
class Approval;
class AuditLog;
class Database;

/// One reason to keep all records of a traveller's encounter.
struct LegalHold {
    EncounterId encounter;
    QString reference;  ///< the code under which the court or the authority keeps the matter; no name
    OfficerId setBy;
    QDateTime setAt;  ///< UTC

    bool operator==(const LegalHold &) const = default;
};

/// What keeps records beyond their term: while a hold stands, neither a term nor a request erases them; the
/// schema itself refuses. To set one loses nothing and is one person's deed, to release one needs two.
///
/// A writing function is one transaction. Errors: Database's; Denied where the role or the approval does not
/// fit. Thread: the store's.
class LegalHoldRepository {
public:
    LegalHoldRepository(Database &database, AuditLog &audit, const Access &access,
                        const Clock &clock);  // all borrowed

    /// Keeps the records of the person whose record `id` is. `reference` is 1 to 40 letters, digits and
    /// `-./_`. NotFound: no such record. Conflict: held under this reference already. InvalidInput.
    [[nodiscard]] Result<> set(ScreeningId id, const QString &reference);

    /// Ends it. `approval` is for ReleaseRecords. NotFound: no such record, or not held under this reference.
    [[nodiscard]] Result<> release(ScreeningId id, const QString &reference, Approval approval);

    /// Those that stand, in the order of their references.
    [[nodiscard]] Result<QList<LegalHold>> list() const;

    [[nodiscard]] Result<bool> isHeld(EncounterId encounter) const;

private:
    Result<EncounterId> encounterOf(ScreeningId id) const;

    Database &m_database;
    AuditLog &m_audit;
    const Access &m_access;
    const Clock &m_clock;
};

}  // namespace amparo::store
