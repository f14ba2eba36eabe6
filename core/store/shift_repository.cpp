#include "store/shift_repository.h"

#include "store/access.h"
#include "store/audit_log.h"
#include "store/checkpoint.h"
#include "store/database.h"

#include <algorithm>

namespace amparo::store {

namespace {

record::Shift readShift(const Row &row)
{
    return {row.get<ShiftId>(0),
            row.get<OfficerId>(1),
            row.get<QDateTime>(2),
            row.get<std::optional<QDateTime>>(3),
            row.get<std::optional<int>>(4),
            row.get<QString>(5)};
}

}  // namespace

ShiftRepository::ShiftRepository(Database &database, AuditLog &audit, const Access &access,
                                 const Clock &clock)
    : m_database(database), m_audit(audit), m_access(access), m_clock(clock)
{}

Result<record::Shift> ShiftRepository::open()
{
    if (const auto allowed = m_access.check(record::Permission::ManageShift); !allowed)
        return tl::make_unexpected(allowed.error());
    const record::Shift shift{ShiftId::create(), m_access.actor().id, m_clock.utcNow(), {}, {}, {}};
    return inTransaction(m_database, [&] {
        return m_database
            .run("INSERT INTO shift (id, opened_by, opened_at) VALUES (?, ?, ?)", shift.id, shift.openedBy,
                 shift.openedAt)
            .and_then([&](qint64) { return m_audit.append(AuditAction::ShiftOpened, shift.id.toText()); })
            .map([&] { return shift; });
    });
}

Result<std::optional<record::Shift>> ShiftRepository::current() const
{
    return m_database.first(
        "SELECT id, opened_by, opened_at, closed_at, people_checked, handover_notes FROM shift"
        " WHERE closed_at IS NULL",
        readShift);
}

Result<record::Shift> ShiftRepository::close(ShiftId id, std::optional<int> peopleChecked,
                                             const QString &handoverNotes)
{
    if (const auto allowed = m_access.check(record::Permission::ManageShift); !allowed)
        return tl::make_unexpected(allowed.error());
    const auto found = find(id);
    if (!found)
        return tl::make_unexpected(found.error());
    if (!found->has_value())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such shift"));
    record::Shift shift = **found;
    if (shift.closedAt)
        return failure(ErrorCode::Conflict, QStringLiteral("the shift is closed already"));
    shift.closedAt =
        std::max(m_clock.utcNow(), shift.openedAt);  // the clock may have been set back meanwhile
    shift.peopleChecked = peopleChecked;
    shift.handoverNotes = handoverNotes;
    return inTransaction(m_database, [&] {
        return m_database
            .run("UPDATE shift SET closed_at = ?, people_checked = ?, handover_notes = ? WHERE id = ?",
                 shift.closedAt, shift.peopleChecked, shift.handoverNotes, id)
            .and_then([&](qint64) { return m_audit.append(AuditAction::ShiftClosed, id.toText()); })
            .and_then([&] { return Checkpoints(m_database, m_audit, m_clock).keep(); })
            .map([&](const Checkpoint &) { return shift; });
    });
}

Result<std::optional<record::Shift>> ShiftRepository::find(ShiftId id) const
{
    return m_database.first(
        "SELECT id, opened_by, opened_at, closed_at, people_checked, handover_notes FROM shift"
        " WHERE id = ?",
        readShift, id);
}

Result<QList<record::Shift>> ShiftRepository::recent(int limit) const
{
    return m_database.all(
        "SELECT id, opened_by, opened_at, closed_at, people_checked, handover_notes FROM shift"
        " ORDER BY opened_at DESC, rowid DESC LIMIT ?",
        readShift, limit);
}

Result<QList<record::Shift>> ShiftRepository::openedBetween(const QDateTime &from, const QDateTime &to) const
{
    return m_database.all(
        "SELECT id, opened_by, opened_at, closed_at, people_checked, handover_notes FROM shift"
        " WHERE opened_at >= ? AND opened_at < ? ORDER BY opened_at, rowid",
        readShift, from, to);
}

}  // namespace amparo::store
