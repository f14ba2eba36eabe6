#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "record/officer.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <limits>
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
    PinWiped,  ///< detail: why
    OfficerAdded,
    OfficerRemoved,
    OfficerSuspended,   ///< until somebody gives them a new passphrase
    RoleChanged,        ///< subject: whose, detail: the new one
    PassphraseChanged,  ///< by the officer, with the one before
    PassphraseReset,    ///< by an administrator, for somebody who has forgotten it
    KeyCostRaised,
    KeyRotated,
    RecoveryKeySet,
    BackupMade,
    BackupRemoved,   ///< by the schedule; detail: its last entry
    StoreRestored,   ///< from a backup
    StoreSalvaged,   ///< made of what could be read of a damaged one
    StoreRecovered,  ///< opened with headquarters' key
    StoreUpgraded,   ///< to a later schema; detail: from which to which, and the last entry of the backup
                     ///< before
    FormInstalled,
    FormReceived,       ///< a version that the server publishes
    FormFilesReceived,  ///< other files of a version that is there
    ShiftOpened,
    ShiftClosed,
    DraftDiscarded,  ///< by its officer; detail: why, and how many signs it held
    ScreeningFinalised,
    AdviceOverridden,  ///< a decision that departs from what the model advised; detail: the advice
    TakenOver,         ///< by a second line; subject: its interview, detail: from whom
    ScreeningRead,
    RecordsListed,      ///< names of several people were shown; detail: how many
    PolicySet,          ///< detail: which
    DeedApproved,       ///< by a second person; subject: who, detail: what
    EncounterLookedUp,  ///< subject: the draft; detail: kinds and counts of what was found
    Searched,           ///< detail: a keyed hash of the words
    ReportExported,
    RecordsExported,  ///< with names; detail: how many
    RecordAcknowledged,
    RecordQuarantined,
    RecordErased,    ///< detail: the reason; its tombstone is beside
    RecordHeld,      ///< with all of its traveller; detail: the reference
    RecordReleased,  ///< likewise
    ConsentGiven,    ///< subject: the consent, detail: recipient and scope
    ConsentWithdrawn,
    RecordShared,          ///< with who helps; subject: the consent, detail: recipient and what
    CardShown,             ///< a help card on the screen; subject: the shift, detail: card and language
    CardGiven,             ///< as a leaflet; likewise
    SigningKeyMade,        ///< for checkpoints, in a store from before there were any
    CheckpointMade,        ///< detail: its entry
    AuditRead,             ///< by a person; detail: what
    OtherComputerNoticed,  ///< the store was moved, or it is a clone
    OlderCopyNoticed,      ///< the store was set back to an older state; detail: the entries known and found
    CopyNoticed,     ///< by the server: it has batches that this store never gave out; detail: the numbers
    MarkMissing,     ///< what the last session left beside the store is gone or not its own
    RecordRequeued,  ///< an acknowledged record goes out again: the server lacks it
    BundleOut,       ///< records on a stick, sealed; subject: its number, detail: how many
    BundleIn,        ///< a stick came in; detail: receipts for own records, or what of others was carried on
    ClockChanged,    ///< detail: seconds by which the time of day was set forward, or back
    LaneAdded,       ///< another workstation may deliver here; subject: the lane, detail: renewed
    LaneRemoved,
    RecordsArrived,  ///< from a lane; subject: the lane, detail: the batch and counts
    PackageKeysSet,  ///< whose packages count; detail: the number of the list, or by hand
    PackageTaken,    ///< from headquarters; subject: the channel, detail: number and files
};

/// Stable words: "store-created", "signed-in" …
QString auditActionName(AuditAction action);
std::optional<AuditAction> auditActionFromName(QStringView name);
QList<AuditAction> allAuditActions();

/// Who did what to what, and the hash that ties it to all before it.
struct AuditEntry {
    qint64 sequence = 0;  ///< from 1, without gaps but those of AuditLog::lost()
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

/// A place in the chain: an entry, and the hash that stands for it and for all before it.
struct AuditPoint {
    qint64 sequence = 0;  ///< 0: before the first entry
    QByteArray hash = QByteArray(32, '\0');

    bool operator==(const AuditPoint &) const = default;
};

/// Entries that went with damaged pages. The salvage that could not save them has written down which.
struct LostEntries {
    qint64 first = 0;
    qint64 last = 0;
    qint64 salvage = 0;  ///< its entry

    bool operator==(const LostEntries &) const = default;
};

/// Which entries are looked for; what is not set leaves all.
struct AuditFilter {
    std::optional<QDateTime> since;   ///< UTC; then or later
    std::optional<QDateTime> before;  ///< UTC; earlier
    std::optional<AuditAction> action;
    std::optional<OfficerId> actor;

    bool operator==(const AuditFilter &) const = default;
};

enum class AuditOrder { OldestFirst, NewestFirst };

/// Some of the entries that were looked for. A rare one may lie far off: a page can be empty and not the
/// last.
struct AuditPage {
    QList<AuditEntry> entries;
    std::optional<qint64> next;  ///< where to go on; nullopt: that was the last

    bool operator==(const AuditPage &) const = default;
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

    /// Denied: the table does not open the log to this role.
    [[nodiscard]] Result<> checkReadable() const;

    /// At most `most` entries in one short step, from the beginning of the order or from where a page before
    /// ended. To begin is itself an entry. Errors: checkReadable()'s, Database's.
    [[nodiscard]] Result<AuditPage> page(const AuditFilter &filter, AuditOrder order,
                                         std::optional<qint64> from, int most);

    /// UTC, with the passphrase; nullopt: never.
    [[nodiscard]] Result<std::optional<QDateTime>> lastSignIn(OfficerId officer) const;

    /// How many entries say that of that subject.
    [[nodiscard]] Result<int> count(AuditAction action, const QString &subject) const;

    /// What is wrong with the first entry that does not fit. An entry that was moved or put in between shows
    /// as changed.
    enum class Fault { Changed, Missing };

    struct Verdict {
        qint64 sound = 0;                   ///< up to this entry all hashes fit
        std::optional<qint64> firstBroken;  ///< sequence of the first that does not
        QByteArray lastHash;                ///< of the last sound entry
        std::optional<Fault> fault = {};    ///< where there is a firstBroken
        bool isComplete = true;             ///< false: stopped before the end, nothing wrong so far

        AuditPoint point() const { return {sound, lastHash}; }  ///< from where to go on
        bool operator==(const Verdict &) const = default;
    };

    /// Asked every few thousand entries with the last sound one; false stops.
    using GoOn = std::function<bool(qint64 sequence)>;

    /// Recomputes the chain after `from`, which is known to be sound, in time linear in what follows. It goes
    /// on after lost() entries.
    ///
    /// What alone it finds is whether the log agrees with itself. Who can write the whole log anew, or put an
    /// older one back, is found by checkpoints kept elsewhere: checkpoint.h.
    [[nodiscard]] Result<Verdict> verify(const AuditPoint &from = {}, const GoOn &goOn = {}) const;

    /// What salvages could not save, oldest first. That they are missing is known, and no fault.
    [[nodiscard]] Result<QList<LostEntries>> lost() const;

    /// The newest entry; sequence 0: there is none.
    [[nodiscard]] Result<AuditPoint> head() const;

    /// Whether the log has this very entry. Says nothing of those before it: verify() does.
    [[nodiscard]] Result<bool> stands(const AuditPoint &point) const;

    /// Entries from there on are of the present start of this computer, so that their monotonic times and
    /// those to come can be compared: an entry that shows that the clock was set by more than five minutes is
    /// preceded by one that says so. Before, only a clock that was set back shows.
    void compareTimesFrom(qint64 sequence) { m_comparableFrom = sequence; }

private:
    friend class Store;          // how its generations began
    friend class AuditLogProbe;  // tests/support: whoever is signed in

    struct Last;
    Result<std::optional<AuditEntry>> find(qint64 sequence) const;
    Result<> insert(Last &last, const QDateTime &at, AuditAction action, const QString &subject,
                    const QString &detail);

    Database &m_database;
    const Clock &m_clock;
    OfficerId m_actor;
    record::Role m_role;
    qint64 m_comparableFrom = std::numeric_limits<qint64>::max();
};

}  // namespace amparo::store
