#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "record/shift.h"

#include <QList>

#include <optional>

namespace amparo::store {

class Access;
class AuditLog;
class Database;

/// The turns of duty of this post, one open at a time. A writing function is one transaction. Errors:
/// Database's. Thread: the store's.
class ShiftRepository {
public:
    ShiftRepository(Database &database, AuditLog &audit, const Access &access,
                    const Clock &clock);  // all borrowed

    /// Begins one in the name of who acts. Denied: not for this role. Conflict: a shift is open already.
    [[nodiscard]] Result<record::Shift> open();

    /// The open shift, if there is one.
    [[nodiscard]] Result<std::optional<record::Shift>> current() const;

    /// A closed shift stays as it is. Denied: not for this role. NotFound, Conflict: closed already.
    [[nodiscard]] Result<record::Shift> close(ShiftId id, std::optional<int> peopleChecked,
                                              const QString &handoverNotes);

    [[nodiscard]] Result<std::optional<record::Shift>> find(ShiftId id) const;

    /// The last `limit` shifts, newest first, the open one included.
    [[nodiscard]] Result<QList<record::Shift>> recent(int limit) const;

    /// Shifts that began in [from, to), oldest first.
    [[nodiscard]] Result<QList<record::Shift>> openedBetween(const QDateTime &from,
                                                             const QDateTime &to) const;

private:
    Database &m_database;
    AuditLog &m_audit;
    const Access &m_access;
    const Clock &m_clock;
};

}  // namespace amparo::store
