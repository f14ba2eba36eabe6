#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "record/consent.h"

#include <QList>

namespace amparo::store {

class Access;
class AuditLog;
class Database;
class ScreeningRepository;

/// What people allowed to be told to whom (security design, R4).
///
/// It reaches as far as the one who acts reads records. A writing function is one transaction. Errors:
/// Database's; Denied: not for this role; NotFound: no such record or consent within reach. Thread: the
/// store's.
class ConsentRepository {
public:
    ConsentRepository(Database &database, AuditLog &audit, const Access &access,
                      ScreeningRepository &screenings, const Clock &clock);  // all borrowed

    /// The person said yes, just now. `recipient` is an institution's id in the directory: 1 to 80 letters,
    /// digits and `-._`. InvalidInput: no scope, or no such id.
    [[nodiscard]] Result<record::Consent> give(ScreeningId record, QList<record::ConsentScope> scope,
                                               const QString &recipient);

    /// The person takes it back. Conflict: that has been done.
    [[nodiscard]] Result<> withdraw(record::ConsentId id);

    /// Those of a record, oldest first.
    [[nodiscard]] Result<QList<record::Consent>> ofRecord(ScreeningId record) const;

    /// Called before anything of a person leaves the post for `recipient`, and logged: whatever is shared
    /// names the consent it rests on. Denied: it is withdrawn, for another recipient, or does not cover all
    /// of `what`.
    [[nodiscard]] Result<> share(record::ConsentId id, const QString &recipient,
                                 const QList<record::ConsentScope> &what);

private:
    Result<record::Consent> find(record::ConsentId id) const;
    Result<> checkReach(ScreeningId record) const;

    Database &m_database;
    AuditLog &m_audit;
    const Access &m_access;
    ScreeningRepository &m_screenings;
    const Clock &m_clock;
};

}  // namespace amparo::store
