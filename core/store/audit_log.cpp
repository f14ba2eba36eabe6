#include "store/audit_log.h"

#include "base/names.h"
#include "record/permission.h"
#include "store/audit_chain.h"
#include "store/database.h"

#include <algorithm>

namespace amparo::store {

namespace {

constexpr std::chrono::minutes toleratedClockError(5);
constexpr qint64 pageStep = 20'000;  // entries that one page looks at: some 20 ms

constexpr Names<AuditAction, 66> actionNames{{
    {AuditAction::StoreCreated, QLatin1StringView("store-created")},
    {AuditAction::SignedIn, QLatin1StringView("signed-in")},
    {AuditAction::SignedOut, QLatin1StringView("signed-out")},
    {AuditAction::Locked, QLatin1StringView("locked")},
    {AuditAction::Unlocked, QLatin1StringView("unlocked")},
    {AuditAction::PinSet, QLatin1StringView("pin-set")},
    {AuditAction::PinFailed, QLatin1StringView("pin-failed")},
    {AuditAction::PinWiped, QLatin1StringView("pin-wiped")},
    {AuditAction::OfficerAdded, QLatin1StringView("officer-added")},
    {AuditAction::OfficerRemoved, QLatin1StringView("officer-removed")},
    {AuditAction::OfficerSuspended, QLatin1StringView("officer-suspended")},
    {AuditAction::RoleChanged, QLatin1StringView("role-changed")},
    {AuditAction::PassphraseChanged, QLatin1StringView("passphrase-changed")},
    {AuditAction::PassphraseReset, QLatin1StringView("passphrase-reset")},
    {AuditAction::KeyCostRaised, QLatin1StringView("key-cost-raised")},
    {AuditAction::KeyRotated, QLatin1StringView("key-rotated")},
    {AuditAction::RecoveryKeySet, QLatin1StringView("recovery-key-set")},
    {AuditAction::BackupMade, QLatin1StringView("backup-made")},
    {AuditAction::BackupRemoved, QLatin1StringView("backup-removed")},
    {AuditAction::StoreRestored, QLatin1StringView("store-restored")},
    {AuditAction::StoreSalvaged, QLatin1StringView("store-salvaged")},
    {AuditAction::StoreRecovered, QLatin1StringView("store-recovered")},
    {AuditAction::StoreUpgraded, QLatin1StringView("store-upgraded")},
    {AuditAction::FormInstalled, QLatin1StringView("form-installed")},
    {AuditAction::FormReceived, QLatin1StringView("form-received")},
    {AuditAction::FormFilesReceived, QLatin1StringView("form-files-received")},
    {AuditAction::ShiftOpened, QLatin1StringView("shift-opened")},
    {AuditAction::ShiftClosed, QLatin1StringView("shift-closed")},
    {AuditAction::DraftDiscarded, QLatin1StringView("draft-discarded")},
    {AuditAction::ScreeningFinalised, QLatin1StringView("screening-finalised")},
    {AuditAction::AdviceOverridden, QLatin1StringView("advice-overridden")},
    {AuditAction::TakenOver, QLatin1StringView("taken-over")},
    {AuditAction::ScreeningRead, QLatin1StringView("screening-read")},
    {AuditAction::RecordsListed, QLatin1StringView("records-listed")},
    {AuditAction::PolicySet, QLatin1StringView("policy-set")},
    {AuditAction::DeedApproved, QLatin1StringView("deed-approved")},
    {AuditAction::EncounterLookedUp, QLatin1StringView("encounter-looked-up")},
    {AuditAction::Searched, QLatin1StringView("searched")},
    {AuditAction::ReportExported, QLatin1StringView("report-exported")},
    {AuditAction::RecordsExported, QLatin1StringView("records-exported")},
    {AuditAction::RecordAcknowledged, QLatin1StringView("record-acknowledged")},
    {AuditAction::RecordQuarantined, QLatin1StringView("record-quarantined")},
    {AuditAction::RecordErased, QLatin1StringView("record-erased")},
    {AuditAction::RecordHeld, QLatin1StringView("record-held")},
    {AuditAction::RecordReleased, QLatin1StringView("record-released")},
    {AuditAction::ConsentGiven, QLatin1StringView("consent-given")},
    {AuditAction::ConsentWithdrawn, QLatin1StringView("consent-withdrawn")},
    {AuditAction::RecordShared, QLatin1StringView("record-shared")},
    {AuditAction::CardShown, QLatin1StringView("card-shown")},
    {AuditAction::CardGiven, QLatin1StringView("card-given")},
    {AuditAction::SigningKeyMade, QLatin1StringView("signing-key-made")},
    {AuditAction::CheckpointMade, QLatin1StringView("checkpoint-made")},
    {AuditAction::AuditRead, QLatin1StringView("audit-read")},
    {AuditAction::OtherComputerNoticed, QLatin1StringView("other-computer-noticed")},
    {AuditAction::OlderCopyNoticed, QLatin1StringView("older-copy-noticed")},
    {AuditAction::CopyNoticed, QLatin1StringView("copy-noticed")},
    {AuditAction::MarkMissing, QLatin1StringView("mark-missing")},
    {AuditAction::RecordRequeued, QLatin1StringView("record-requeued")},
    {AuditAction::BundleOut, QLatin1StringView("bundle-out")},
    {AuditAction::BundleIn, QLatin1StringView("bundle-in")},
    {AuditAction::ClockChanged, QLatin1StringView("clock-changed")},
    {AuditAction::LaneAdded, QLatin1StringView("lane-added")},
    {AuditAction::LaneRemoved, QLatin1StringView("lane-removed")},
    {AuditAction::RecordsArrived, QLatin1StringView("records-arrived")},
    {AuditAction::PackageKeysSet, QLatin1StringView("package-keys-set")},
    {AuditAction::PackageTaken, QLatin1StringView("package-taken")},
}};

AuditEntry readEntry(const Row &row)
{
    const auto role = record::roleFromName(row.get<QString>(4));
    const auto action = auditActionFromName(row.get<QString>(5));
    if (!role || !action)
        row.markMalformed();
    return {row.get<qint64>(0),
            row.get<QDateTime>(1),
            std::chrono::milliseconds(row.get<qint64>(2)),
            row.get<OfficerId>(3),
            role.value_or(record::Role::Officer),
            action.value_or(AuditAction::StoreCreated),
            row.get<QString>(6),
            row.get<QString>(7),
            row.get<QByteArray>(8)};
}

QString codeOf(const AuditFilter &filter)
{
    QStringList code{QStringLiteral("list")};
    if (filter.since)
        code.append(QStringLiteral("since=") + filter.since->toString(Qt::ISODate));
    if (filter.before)
        code.append(QStringLiteral("before=") + filter.before->toString(Qt::ISODate));
    if (filter.action)
        code.append(QStringLiteral("action=") + auditActionName(*filter.action));
    if (filter.actor)
        code.append(QStringLiteral("actor=") + filter.actor->toText());
    return code.join(u' ');
}

}  // namespace

QString auditActionName(AuditAction action) { return nameOf(actionNames, action); }
std::optional<AuditAction> auditActionFromName(QStringView name) { return valueOf(actionNames, name); }

QList<AuditAction> allAuditActions()
{
    QList<AuditAction> actions;
    for (const auto &[action, name] : actionNames)
        actions.append(action);
    return actions;
}

AuditLog::AuditLog(Database &database, const Clock &clock, const record::Officer &actor)
    : m_database(database), m_clock(clock), m_actor(actor.id), m_role(actor.role)
{}

/// What the next entry follows.
struct AuditLog::Last {
    AuditPoint point;
    QDateTime at;
    std::chrono::milliseconds monotonic{0};
};

Result<> AuditLog::append(AuditAction action, const QString &subject, const QString &detail)
{
    Q_ASSERT(m_database.isInTransaction());
    const auto found =
        m_database.first("SELECT sequence, hash, at, monotonic_ms FROM audit ORDER BY sequence DESC LIMIT 1",
                         [](const Row &row) {
                             return Last{{row.get<qint64>(0), row.get<QByteArray>(1)},
                                         row.get<QDateTime>(2),
                                         std::chrono::milliseconds(row.get<qint64>(3))};
                         });
    if (!found)
        return tl::make_unexpected(found.error());
    const QDateTime now = m_clock.utcNow();
    Last last = found->value_or(Last{{}, now, m_clock.monotonic()});
    // Time that has passed by the clock that cannot be set; where that is not known, at least none.
    const bool isKnown = last.point.sequence >= m_comparableFrom;
    const std::chrono::milliseconds passed =
        isKnown ? m_clock.monotonic() - last.monotonic : std::chrono::milliseconds(0);
    const std::chrono::milliseconds set(last.at.addMSecs(passed.count()).msecsTo(now));
    if (set < -toleratedClockError || (isKnown && set > toleratedClockError)) {
        const auto seconds = std::chrono::round<std::chrono::seconds>(set).count();
        if (const auto told = insert(last, now, AuditAction::ClockChanged, {}, QString::number(seconds));
            !told)
            return told;
    }
    m_comparableFrom = std::min(m_comparableFrom, last.point.sequence + 1);
    return insert(last, now, action, subject, detail);
}

Result<> AuditLog::insert(Last &last, const QDateTime &at, AuditAction action, const QString &subject,
                          const QString &detail)
{
    AuditEntry entry{
        last.point.sequence + 1, at, m_clock.monotonic(), m_actor, m_role, action, subject, detail, {}};
    entry.hash = entryHash(entry, last.point.hash);
    last = {{entry.sequence, entry.hash}, entry.at, entry.monotonic};
    return m_database
        .run("INSERT INTO audit (sequence, at, monotonic_ms, actor, role, action, subject, detail, hash)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
             entry.sequence, entry.at, qint64(entry.monotonic.count()), entry.actor,
             record::roleName(entry.role), auditActionName(entry.action), entry.subject, entry.detail,
             entry.hash)
        .map([](qint64) {});
}

Result<> AuditLog::record(AuditAction action, const QString &subject, const QString &detail)
{
    return inTransaction(m_database, [&] { return append(action, subject, detail); });
}

Result<std::optional<AuditEntry>> AuditLog::find(qint64 sequence) const
{
    return m_database.first(
        "SELECT sequence, at, monotonic_ms, actor, role, action, subject, detail, hash FROM audit"
        " WHERE sequence = ?",
        readEntry, sequence);
}

Result<> AuditLog::checkReadable() const
{
    if (record::may(m_role, record::Permission::ReadAudit))
        return {};
    return failure(ErrorCode::Denied, QStringLiteral("not for this role: read-audit"));
}

// A step looks at so many entries and no more, since the store has other work: where few fit, pages are
// short.
Result<AuditPage> AuditLog::page(const AuditFilter &filter, AuditOrder order, std::optional<qint64> from,
                                 int most)
{
    const Result<> begun = checkReadable().and_then(
        [&] { return from ? Result<>() : record(AuditAction::AuditRead, {}, codeOf(filter)); });
    const auto head = begun ? this->head() : tl::make_unexpected(begun.error());
    if (!head)
        return tl::make_unexpected(head.error());
    const bool isUp = order == AuditOrder::OldestFirst;
    const qint64 first = from.value_or(isUp ? 1 : head->sequence);
    const qint64 last =
        isUp ? std::min(first + pageStep - 1, head->sequence) : std::max<qint64>(first - pageStep + 1, 1);
    const char *sql =
        isUp ? "SELECT sequence, at, monotonic_ms, actor, role, action, subject, detail, hash FROM audit"
               " WHERE sequence BETWEEN ?1 AND ?2 AND (?3 IS NULL OR at >= ?3) AND (?4 IS NULL OR at < ?4)"
               " AND (?5 IS NULL OR action = ?5) AND (?6 IS NULL OR actor = ?6) ORDER BY sequence LIMIT ?7"
             : "SELECT sequence, at, monotonic_ms, actor, role, action, subject, detail, hash FROM audit"
               " WHERE sequence BETWEEN ?1 AND ?2 AND (?3 IS NULL OR at >= ?3) AND (?4 IS NULL OR at < ?4)"
               " AND (?5 IS NULL OR action = ?5) AND (?6 IS NULL OR actor = ?6) ORDER BY sequence DESC LIMIT "
               "?7";
    const auto action = filter.action ? std::optional(auditActionName(*filter.action)) : std::nullopt;
    const auto found = m_database.all(sql, readEntry, std::min(first, last), std::max(first, last),
                                      filter.since, filter.before, action, filter.actor, most);
    if (!found)
        return tl::make_unexpected(found.error());
    const qint64 seen = found->size() == most ? found->last().sequence : last;
    const qint64 next = isUp ? seen + 1 : seen - 1;
    return AuditPage{*found, next < 1 || next > head->sequence ? std::nullopt : std::optional(next)};
}

Result<std::optional<QDateTime>> AuditLog::lastSignIn(OfficerId officer) const
{
    return m_database.first(
        "SELECT at FROM audit WHERE subject = ? AND action = 'signed-in'"
        " ORDER BY sequence DESC LIMIT 1",
        [](const Row &row) { return row.get<QDateTime>(0); }, officer.toText());
}

Result<int> AuditLog::count(AuditAction action, const QString &subject) const
{
    return m_database
        .first(
            "SELECT count(*) FROM audit WHERE action = ? AND subject = ?",
            [](const Row &row) { return row.get<int>(0); }, auditActionName(action), subject)
        .map([](const std::optional<int> &counted) { return counted.value_or(0); });
}

Result<AuditLog::Verdict> AuditLog::verify(const AuditPoint &from, const GoOn &goOn) const
{
    const auto isThere = stands(from);
    if (!isThere)
        return tl::make_unexpected(isThere.error());
    if (!*isThere)
        return Verdict{from.sequence, from.sequence, from.hash, Fault::Changed};
    return verifyChain(m_database, from, goOn);
}

Result<QList<LostEntries>> AuditLog::lost() const
{
    return knownGaps(m_database).map([](const KnownGaps &known) {
        QList<LostEntries> lost;
        for (const AuditGap &gap : known.list)
            lost.append({gap.first, gap.last, known.salvage});
        return lost;
    });
}

Result<AuditPoint> AuditLog::head() const
{
    return m_database
        .first("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1",
               [](const Row &row) {
                   return AuditPoint{row.get<qint64>(0), row.get<QByteArray>(1)};
               })
        .map([](const std::optional<AuditPoint> &last) { return last.value_or(AuditPoint()); });
}

Result<bool> AuditLog::stands(const AuditPoint &point) const
{
    if (point.sequence == 0)
        return point == AuditPoint();
    return m_database.value<bool>("SELECT count(*) FROM audit WHERE sequence = ? AND hash = ?",
                                  point.sequence, point.hash);
}

}  // namespace amparo::store
