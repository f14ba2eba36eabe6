// Hash of an entry: BLAKE2b-256 over the previous hash (32 zero bytes before the first) and the fields in the
// order of AuditEntry, each as text behind its length in bytes (32 bits, little-endian), so that no two
// entries encode alike.
#include "store/audit_log.h"

#include "base/names.h"
#include "crypto/digest.h"
#include "store/database.h"

#include <QtEndian>

namespace amparo::store {

namespace {

constexpr int verifyStep = 5000;  // entries held in memory at once

constexpr Names<AuditAction, 34> actionNames{{
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
    {AuditAction::PassphraseChanged, QLatin1StringView("passphrase-changed")},
    {AuditAction::PassphraseReset, QLatin1StringView("passphrase-reset")},
    {AuditAction::KeyCostRaised, QLatin1StringView("key-cost-raised")},
    {AuditAction::KeyRotated, QLatin1StringView("key-rotated")},
    {AuditAction::RecoveryKeySet, QLatin1StringView("recovery-key-set")},
    {AuditAction::BackupMade, QLatin1StringView("backup-made")},
    {AuditAction::StoreRestored, QLatin1StringView("store-restored")},
    {AuditAction::StoreRecovered, QLatin1StringView("store-recovered")},
    {AuditAction::FormInstalled, QLatin1StringView("form-installed")},
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
    {AuditAction::ReportExported, QLatin1StringView("report-exported")},
    {AuditAction::RecordAcknowledged, QLatin1StringView("record-acknowledged")},
    {AuditAction::RecordQuarantined, QLatin1StringView("record-quarantined")},
    {AuditAction::CardShown, QLatin1StringView("card-shown")},
    {AuditAction::CardGiven, QLatin1StringView("card-given")},
}};

QByteArray hashBeforeFirst() { return QByteArray(crypto::digestSize, '\0'); }

void addField(crypto::Digest &digest, const QByteArray &utf8)
{
    QByteArray length(4, '\0');
    qToLittleEndian(quint32(utf8.size()), length.data());
    digest.add(length);
    digest.add(utf8);
}

QByteArray hashOf(const AuditEntry &entry, const QByteArray &previousHash)
{
    crypto::Digest digest;
    digest.add(previousHash);
    addField(digest, QByteArray::number(entry.sequence));
    addField(digest, entry.at.toUTC().toString(Qt::ISODateWithMs).toUtf8());
    addField(digest, QByteArray::number(qint64(entry.monotonic.count())));
    addField(digest, entry.actor.toText().toUtf8());
    addField(digest, record::roleName(entry.role).toUtf8());
    addField(digest, auditActionName(entry.action).toUtf8());
    addField(digest, entry.subject.toUtf8());
    addField(digest, entry.detail.toUtf8());
    return digest.result();
}

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

struct ChainEnd {
    qint64 sequence = 0;
    QByteArray hash = hashBeforeFirst();
};

}  // namespace

QString auditActionName(AuditAction action) { return nameOf(actionNames, action); }
std::optional<AuditAction> auditActionFromName(QStringView name) { return valueOf(actionNames, name); }

AuditLog::AuditLog(Database &database, const Clock &clock, const record::Officer &actor)
    : m_database(database), m_clock(clock), m_actor(actor.id), m_role(actor.role)
{}

Result<> AuditLog::append(AuditAction action, const QString &subject, const QString &detail)
{
    Q_ASSERT(m_database.isInTransaction());
    const auto last = m_database.first("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1",
                                       [](const Row &row) {
                                           return ChainEnd{row.get<qint64>(0), row.get<QByteArray>(1)};
                                       });
    if (!last)
        return tl::make_unexpected(last.error());
    const ChainEnd end = last->value_or(ChainEnd());
    AuditEntry entry{end.sequence + 1, m_clock.utcNow(), m_clock.monotonic(),
                     m_actor,          m_role,           action,
                     subject,          detail,           {}};
    entry.hash = hashOf(entry, end.hash);
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

Result<QList<AuditEntry>> AuditLog::entriesAfter(qint64 sequence, int limit) const
{
    return m_database.all(
        "SELECT sequence, at, monotonic_ms, actor, role, action, subject, detail, hash FROM audit"
        " WHERE sequence > ? ORDER BY sequence LIMIT ?",
        readEntry, sequence, limit);
}

Result<int> AuditLog::count(AuditAction action, const QString &subject) const
{
    return m_database
        .first(
            "SELECT count(*) FROM audit WHERE action = ? AND subject = ?",
            [](const Row &row) { return row.get<int>(0); }, auditActionName(action), subject)
        .map([](const std::optional<int> &counted) { return counted.value_or(0); });
}

Result<AuditLog::Verdict> AuditLog::verify() const
{
    Verdict verdict{0, std::nullopt, hashBeforeFirst()};
    while (true) {
        const auto entries = entriesAfter(verdict.sound, verifyStep);
        if (!entries)
            return tl::make_unexpected(entries.error());
        for (const AuditEntry &entry : *entries) {
            if (entry.sequence != verdict.sound + 1 || entry.hash != hashOf(entry, verdict.lastHash)) {
                verdict.firstBroken = verdict.sound + 1;
                return verdict;
            }
            verdict.sound = entry.sequence;
            verdict.lastHash = entry.hash;
        }
        if (entries->size() < verifyStep)
            return verdict;
    }
}

}  // namespace amparo::store
