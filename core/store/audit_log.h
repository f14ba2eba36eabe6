#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "record/officer.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace amparo::store {

class Database;

enum class AuditAction {
    StoreCreated,
    SignedIn,   ///< with the passphrase
    SignedOut,  ///< or the program was closed
    Locked,     ///< detail: why
    Unlocked,   ///< with the PIN
    PinSet,
    PinFailed,
    PinWiped,     ///< detail: why
    OfficerAdded,
    OfficerRemoved,
    PassphraseChanged,  ///< by the officer, with the one before
    PassphraseReset,    ///< by an administrator, for somebody who has forgotten it
    KeyCostRaised,
    KeyRotated,
    RecoveryKeySet,
    BackupMade,
    StoreRestored,   ///< from a backup
    StoreRecovered,  ///< opened with headquarters' key
    FormInstalled,
    ShiftOpened,
    ShiftClosed,
    DraftDiscarded,
    ScreeningFinalised,
    AdviceOverridden,  ///< a decision that departs from what the model advised; detail: the advice
    TakenOver,         ///< by a second line; subject: its interview, detail: from whom
    ScreeningRead,
    RecordsListed,  ///< names of several people were shown; detail: how many
    PolicySet,      ///< detail: which
    DeedApproved,   ///< by a second person; subject: who, detail: what
    ReportExported,
    RecordAcknowledged,
    RecordQuarantined,
    CardShown,  ///< a help card on the screen; subject: the shift, detail: card and language
    CardGiven,  ///< as a leaflet; likewise
};

/// Stable words: "store-created", "signed-in" …
QString auditActionName(AuditAction action);
std::optional<AuditAction> auditActionFromName(QStringView name);

/// Who did what to what, and the hash that ties it to all before it.
struct AuditEntry {
    qint64 sequence = 0;  ///< from 1, without gaps
    QDateTime at;         ///< UTC
    std::chrono::milliseconds monotonic{0};
    OfficerId actor;
    record::Role role = record::Role::Officer;
    AuditAction action = AuditAction::StoreCreated;
    QString subject;  ///< id of what was acted on; empty where there is none
    QString detail;   ///< codes only, no personal data
    QByteArray hash;  ///< BLAKE2b-256 over the hash before it and all of the above

    bool operator==(const AuditEntry &) const = default;
};

/// The log that can be added to and read, and nothing else: triggers refuse changes, and a change made behind
/// their back breaks the chain. Errors: Database's. Thread: the store's.
class AuditLog {
public:
    /// `actor` is who has opened the store. Database and clock are borrowed.
    AuditLog(Database &database, const Clock &clock, const record::Officer &actor);

    /// Adds an entry to the transaction that makes the act itself.
    [[nodiscard]] Result<> append(AuditAction action, const QString &subject, const QString &detail = {});

    /// Adds an entry in a transaction of its own, for an act that changes nothing in the store: a read, an
    /// export.
    [[nodiscard]] Result<> record(AuditAction action, const QString &subject, const QString &detail = {});

    /// The entries after `sequence`, oldest first, at most `limit`.
    [[nodiscard]] Result<QList<AuditEntry>> entriesAfter(qint64 sequence, int limit) const;

    /// How many entries say that of that subject.
    [[nodiscard]] Result<int> count(AuditAction action, const QString &subject) const;

    struct Verdict {
        qint64 sound = 0;                   ///< entries, from the first on, whose hashes fit
        std::optional<qint64> firstBroken;  ///< sequence of the first that was changed, moved or left out
        QByteArray lastHash;  ///< of the last sound entry: what a receipt would be compared with

        bool operator==(const Verdict &) const = default;
    };
    /// Recomputes the whole chain.
    [[nodiscard]] Result<Verdict> verify() const;

private:
    Database &m_database;
    const Clock &m_clock;
    OfficerId m_actor;
    record::Role m_role;
};

}  // namespace amparo::store
