#include "store/consent_repository.h"

#include "store/access.h"
#include "store/audit_log.h"
#include "store/database.h"
#include "store/screening_repository.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace amparo::store {

namespace {

using record::Consent;
using record::ConsentId;
using record::ConsentScope;

#define AMPARO_CONSENT_COLUMNS                                                                               \
    "SELECT c.id, s.id, c.scope, c.recipient, c.officer, c.given_at, c.withdrawn_at"                         \
    " FROM consent c JOIN screening s USING (sequence) "

QString scopeText(const QList<ConsentScope> &scope)
{
    QStringList names;
    for (const ConsentScope each : scope)
        names.append(record::consentScopeName(each));
    return names.join(u' ');
}

Consent readConsent(const Row &row)
{
    Consent consent{row.get<ConsentId>(0),
                    row.get<ScreeningId>(1),
                    {},
                    row.get<QString>(3),
                    row.get<OfficerId>(4),
                    row.get<QDateTime>(5),
                    row.get<std::optional<QDateTime>>(6)};
    for (const QString &name : row.get<QString>(2).split(u' ')) {
        const auto scope = record::consentScopeFromName(name);
        scope ? consent.scope.append(*scope) : row.markMalformed();
    }
    return consent;
}

bool isInstitutionId(const QString &text)
{
    static const QRegularExpression id(QStringLiteral("\\A[A-Za-z0-9._-]{1,80}\\z"));
    return id.match(text).hasMatch();
}

}  // namespace

ConsentRepository::ConsentRepository(Database &database, AuditLog &audit, const Access &access,
                                     ScreeningRepository &screenings, const Clock &clock)
    : m_database(database), m_audit(audit), m_access(access), m_screenings(screenings), m_clock(clock)
{}

Result<Consent> ConsentRepository::give(ScreeningId record, QList<ConsentScope> scope,
                                        const QString &recipient)
{
    if (const auto allowed = m_access.check(record::Permission::Screen); !allowed)
        return tl::make_unexpected(allowed.error());
    std::sort(scope.begin(), scope.end());
    scope.erase(std::unique(scope.begin(), scope.end()), scope.end());
    if (scope.isEmpty() || !isInstitutionId(recipient))
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("a consent names what may be told, and an institution of the directory"));
    if (const auto reached = checkReach(record); !reached)
        return tl::make_unexpected(reached.error());
    const Consent consent{ConsentId::create(), record,           scope, recipient,
                          m_access.actor().id, m_clock.utcNow(), {}};
    return inTransaction(m_database, [&]() -> Result<Consent> {
        return m_database
            .run("INSERT INTO consent (id, sequence, scope, recipient, officer, given_at)"
                 " SELECT ?, sequence, ?, ?, ?, ? FROM screening WHERE id = ?",
                 consent.id, scopeText(scope), recipient, consent.officer, consent.givenAt, record)
            .and_then([&](qint64) {
                return m_audit.append(AuditAction::ConsentGiven, consent.id.toText(),
                                      recipient + u' ' + scopeText(scope));
            })
            .map([&] { return consent; });
    });
}

Result<> ConsentRepository::withdraw(ConsentId id)
{
    if (const auto allowed = m_access.check(record::Permission::Screen); !allowed)
        return allowed;
    const auto consent = find(id);
    if (!consent)
        return tl::make_unexpected(consent.error());
    if (consent->withdrawnAt)
        return failure(ErrorCode::Conflict, QStringLiteral("the consent is withdrawn already"));
    return inTransaction(m_database, [&] {
        return m_database.run("UPDATE consent SET withdrawn_at = ? WHERE id = ?", m_clock.utcNow(), id)
            .and_then([&](qint64) { return m_audit.append(AuditAction::ConsentWithdrawn, id.toText()); });
    });
}

Result<QList<Consent>> ConsentRepository::ofRecord(ScreeningId record) const
{
    return checkReach(record).and_then([&] {
        return m_database.all(AMPARO_CONSENT_COLUMNS "WHERE s.id = ? ORDER BY c.given_at, c.id", readConsent,
                              record);
    });
}

Result<> ConsentRepository::share(ConsentId id, const QString &recipient, const QList<ConsentScope> &what)
{
    const auto consent = find(id);
    if (!consent)
        return tl::make_unexpected(consent.error());
    if (consent->withdrawnAt || consent->recipient != recipient || what.isEmpty() || !consent->covers(what))
        return failure(ErrorCode::Denied, QStringLiteral("the person's consent does not reach so far"));
    return m_audit.record(AuditAction::RecordShared, id.toText(), recipient + u' ' + scopeText(what));
}

Result<Consent> ConsentRepository::find(ConsentId id) const
{
    const auto found = m_database.first(AMPARO_CONSENT_COLUMNS "WHERE c.id = ?", readConsent, id);
    if (!found)
        return tl::make_unexpected(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such consent"));
    return checkReach((*found)->record).map([&] { return **found; });
}

/// The screenings know how far the one who acts reads, and log it.
Result<> ConsentRepository::checkReach(ScreeningId record) const
{
    return m_screenings.find(record).and_then([](const auto &found) -> Result<> {
        if (!found)
            return failure(ErrorCode::NotFound, QStringLiteral("there is no such record"));
        return {};
    });
}

}  // namespace amparo::store
