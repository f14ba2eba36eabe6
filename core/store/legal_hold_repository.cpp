#include "store/legal_hold_repository.h"

#include "store/access.h"
#include "store/audit_log.h"
#include "store/database.h"

#include <QRegularExpression>

namespace amparo::store {

namespace {

/// A reference goes into the audit log, which is kept for ever: it has no room for a name.
Result<> checkReference(const QString &reference)
{
    static const QRegularExpression code(QStringLiteral("\\A[A-Za-z0-9./_-]{1,40}\\z"));
    if (code.match(reference).hasMatch())
        return {};
    return failure(ErrorCode::InvalidInput,
                   QStringLiteral("a reference is 1 to 40 letters, digits and -./_, without spaces"));
}

}  // namespace

LegalHoldRepository::LegalHoldRepository(Database &database, AuditLog &audit, const Access &access,
                                         const Clock &clock)
    : m_database(database), m_audit(audit), m_access(access), m_clock(clock)
{}

Result<> LegalHoldRepository::set(ScreeningId id, const QString &reference)
{
    if (const auto allowed = m_access.check(record::Permission::HoldRecords).and_then([&] {
            return checkReference(reference);
        });
        !allowed)
        return allowed;
    return inTransaction(m_database, [&] {
        return encounterOf(id)
            .and_then([&](EncounterId encounter) {
                return m_database.run(
                    "INSERT INTO legal_hold (encounter, reference, set_by, set_at) VALUES (?, ?, ?, ?)",
                    encounter, reference, m_access.actor().id, m_clock.utcNow());
            })
            .and_then(
                [&](qint64) { return m_audit.append(AuditAction::RecordHeld, id.toText(), reference); });
    });
}

Result<> LegalHoldRepository::release(ScreeningId id, const QString &reference, Approval approval)
{
    if (const auto allowed = m_access.check(record::Permission::ReleaseRecords).and_then([&] {
            return approval.check(record::Permission::ReleaseRecords);
        });
        !allowed)
        return allowed;
    return inTransaction(m_database, [&] {
        return encounterOf(id)
            .and_then([&](EncounterId encounter) {
                return m_database.run("DELETE FROM legal_hold WHERE encounter = ? AND reference = ?",
                                      encounter, reference);
            })
            .and_then([&](qint64 released) -> Result<> {
                if (released == 0)
                    return failure(ErrorCode::NotFound,
                                   QStringLiteral("the record is not held under this reference"));
                return m_audit.append(AuditAction::RecordReleased, id.toText(), reference);
            });
    });
}

Result<QList<LegalHold>> LegalHoldRepository::list() const
{
    return m_database.all(
        "SELECT encounter, reference, set_by, set_at FROM legal_hold ORDER BY reference, encounter",
        [](const Row &row) {
            return LegalHold{row.get<EncounterId>(0), row.get<QString>(1), row.get<OfficerId>(2),
                             row.get<QDateTime>(3)};
        });
}

Result<bool> LegalHoldRepository::isHeld(EncounterId encounter) const
{
    return m_database.value<bool>("SELECT EXISTS (SELECT 1 FROM legal_hold WHERE encounter = ?)", encounter);
}

Result<EncounterId> LegalHoldRepository::encounterOf(ScreeningId id) const
{
    const auto encounter = m_database.first(
        "SELECT encounter FROM screening WHERE id = ?",
        [](const Row &row) { return row.get<EncounterId>(0); }, id);
    if (!encounter)
        return tl::make_unexpected(encounter.error());
    if (!*encounter)
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such record"));
    return **encounter;
}

}  // namespace amparo::store
