#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/key_wrap.h"
#include "record/officer.h"
#include "record/post.h"
#include "store/access.h"
#include "store/audit_log.h"
#include "store/backup_schedule.h"
#include "store/batch_repository.h"
#include "store/bundle_repository.h"
#include "store/checkpoint.h"
#include "store/consent_repository.h"
#include "store/database.h"
#include "store/encounter_index.h"
#include "store/encounter_repository.h"
#include "store/erasure_repository.h"
#include "store/folder_lock.h"
#include "store/form_repository.h"
#include "store/key_file.h"
#include "store/lane_record_repository.h"
#include "store/lane_repository.h"
#include "store/legal_hold_repository.h"
#include "store/link_use_repository.h"
#include "store/officer_repository.h"
#include "store/outbox_repository.h"
#include "store/package_repository.h"
#include "store/quick_unlock.h"
#include "store/screening_repository.h"
#include "store/sealed_draft.h"
#include "store/setting_repository.h"
#include "store/shift_repository.h"
#include "store/store_copy.h"
#include "store/training_repository.h"

#include <chrono>
#include <functional>
#include <memory>

namespace amparo::store {

/// What a store found out about its own past when it was opened. It has then begun a new generation, and asks
/// the server again about each record without a receipt.
struct PastTrouble {
    enum class Kind {
        OlderCopy,      ///< entries of the log that were there when it was last closed are gone
        OtherComputer,  ///< it was last closed on another computer: moved, or a clone
    };
    Kind kind = Kind::OlderCopy;
    qint64 knownEntry = 0;  ///< the last of the log when it was last closed
    qint64 foundEntry = 0;

    bool operator==(const PastTrouble &) const = default;
};

/// How the present life of a store began, see Generation.
struct Beginning {
    GenerationId generation;
    AuditAction why = AuditAction::StoreCreated;
    QDateTime at;  ///< UTC

    bool operator==(const Beginning &) const = default;
};

/// The records of one post, opened by one officer: an encrypted database with its key file in a folder of its
/// own.
///
/// The folder holds `store.amparo` (and `-wal` while it is open; `store-2.amparo` after its key was changed),
/// `keys.amparo` with its previous generation, `signin.amparo`, `mark.amparo` and `store.lock`; nothing in it
/// is readable without a passphrase but login names and the costs of their keys. One program has it open at a
/// time. Destruction closes it and wipes the key; another officer opens it anew.
///
/// Thread: one at a time; StoreQueue gives it a thread of its own.
class Store {
public:
    static bool existsIn(const QString &folder);

    /// Files in `folder` that are a store's or were, by name. A new store beside them would take them for its
    /// own or remove them, and they may be evidence: none is made until somebody has moved them away.
    static QStringList tracesIn(const QString &folder);

    /// Makes a store in `folder`, which is made as well, and opens it for `first`, who is its administrator.
    ///
    /// Errors: Conflict (tracesIn() has found something), InvalidInput (flawed passphrase, see
    /// passphraseFlaw(); no login name; not an administrator; a post without a code), DiskFull, ReadOnly.
    /// After an error there is no store.
    [[nodiscard]] static Result<std::unique_ptr<Store>>
    create(const QString &folder, const record::Post &post, const record::Officer &first,
           const crypto::Passphrase &passphrase, const Clock &clock, const crypto::KdfParameters &kdf = {});

    /// Opens the store for one officer. Takes as long as that officer's key is meant to, whether or not it
    /// succeeds. A store that is damaged is opened to be read only, see isDamaged(). One of an older schema
    /// is backed up beside itself and upgraded, see upgrade().
    ///
    /// Errors: NotFound (no store), Denied (name or passphrase is wrong, which of them is not said; or
    /// signInWait() is not over), Locked (another program has it), Corrupt, TooNew, DiskFull, ReadOnly,
    /// Conflict (upgrade()'s), Unavailable.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &folder, const QString &loginName,
                                                             const crypto::Passphrase &passphrase,
                                                             const Clock &clock);

    /// How long open() refuses this name after failures; zero: not at all.
    [[nodiscard]] static Result<std::chrono::seconds>
    signInWait(const QString &folder, const QString &loginName, const Clock &clock);

    /// The same of this store, while it is open.
    [[nodiscard]] Result<std::chrono::seconds> signInWait(const QString &loginName) const;

    /// Lets the acting officer come back with a PIN once the store was locked, until the open shift ends and
    /// within QuickUnlock::longest of the sign-in with the passphrase. Errors: InvalidInput (see
    /// crypto::pinFlaw()), Conflict (no shift is open), Denied (that sign-in is too long ago, or the post's
    /// policy allows no PIN), Unavailable.
    [[nodiscard]] Result<QuickUnlock> setPin(const crypto::Passphrase &pin);

    /// Opens the store again for the officer of `quick`, as open() does. Errors: Denied (a wrong PIN, or it
    /// has ended: `quick` tells), those of open().
    [[nodiscard]] static Result<std::unique_ptr<Store>>
    unlock(const QString &folder, QuickUnlock &quick, const crypto::Passphrase &pin, const Clock &clock);

    /// Writes down what happened to PINs, whoever's, while the store was closed.
    [[nodiscard]] Result<> recordPinEvents(const QList<PinEvent> &events);

    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    StoreId id() const { return m_storeId; }
    const record::Post &post() const { return m_post; }
    /// Which of the post's stores this is: made anew when it is restored from a backup.
    [[nodiscard]] Result<GenerationId> generation() const;
    /// When and why that was made.
    [[nodiscard]] Result<Beginning> beginning() const;
    /// Found when it was opened: tell whoever has signed in.
    const std::optional<PastTrouble> &pastTrouble() const { return m_pastTrouble; }

    /// The server has a batch of this number from a generation of ours. Where this store never gave that
    /// number out, or it is the one that its sender holds `unused`, the store was set back with its mark, or
    /// a copy of it is at work elsewhere: then it begins a new generation, as where it finds that out by
    /// itself, and answers true. Errors: Database's.
    [[nodiscard]] Result<bool> compareWithServer(GenerationId generation, quint64 lastBatch,
                                                 std::optional<quint64> unused = std::nullopt);

    const record::Officer &officer() const { return m_officer; }  ///< who has opened it

    /// Gives another officer an account and a key. For administrators.
    ///
    /// Errors: Denied (the acting officer is none), Conflict (the login name is taken), InvalidInput (flawed
    /// passphrase, no names), DiskFull, ReadOnly.
    [[nodiscard]] Result<> addOfficer(const record::Officer &officer, const crypto::Passphrase &passphrase,
                                      const crypto::KdfParameters &kdf = {});

    /// All accounts, by display name. For administrators. Errors: Denied, Database's, the key file's.
    [[nodiscard]] Result<QList<OfficerAccount>> accounts() const;

    /// Another role, from the next sign-in on. For administrators, of whom one always stays, since nobody
    /// changes their own. Errors: Denied, NotFound, DiskFull, ReadOnly.
    [[nodiscard]] Result<> changeRole(OfficerId id, record::Role role);

    /// Takes the way to the key away and keeps the account: resetPassphrase() gives it back. As to copies of
    /// the key file, see removeOfficer(). For administrators. Errors: Denied (the acting officer is none, or
    /// is meant), NotFound, DiskFull, ReadOnly.
    [[nodiscard]] Result<> suspendOfficer(OfficerId id);

    /// Takes an account away: its way to the key goes at once, the name stays on the records. Whoever copied
    /// the key file before still opens this store with it until the key is changed: offer that next. For
    /// administrators. Errors: Denied (the acting officer is none, or is meant), NotFound, DiskFull,
    /// ReadOnly.
    [[nodiscard]] Result<> removeOfficer(OfficerId id);

    /// A new passphrase for who has opened the store. Errors: Denied (`current` is wrong, which is counted
    /// like at a sign-in; or signInWait() is not over), InvalidInput (flawed), DiskFull, ReadOnly.
    [[nodiscard]] Result<> changePassphrase(const crypto::Passphrase &current, const crypto::Passphrase &next,
                                            const crypto::KdfParameters &kdf = {});

    /// A new passphrase for somebody who has forgotten theirs, or was suspended. For administrators. Errors:
    /// Denied, NotFound, InvalidInput (flawed), DiskFull, ReadOnly.
    [[nodiscard]] Result<> resetPassphrase(OfficerId id, const crypto::Passphrase &next,
                                           const crypto::KdfParameters &kdf = {});

    /// What opening a key is to cost from now on. Who costs less gets it at the next sign-in. For
    /// administrators; another cost than was set before needs an approval of SetPolicies. Errors: Denied,
    /// InvalidInput (below the floor).
    [[nodiscard]] Result<> setKeyCost(const crypto::KdfParameters &kdf,
                                      std::optional<Approval> approval = std::nullopt);

    /// What the one who has opened the store may do.
    const Access &access() const { return m_access; }

    /// A second person's yes to a deed of the one who has opened the store. Takes as long as that person's
    /// key is meant to, and wrong passphrases are counted like those of a sign-in. Errors: Denied (name or
    /// passphrase is wrong, the wait is not over, it is the same person, or that role does not approve this),
    /// Unavailable.
    [[nodiscard]] Result<Approval> approve(record::Permission permission, const QString &loginName,
                                           const crypto::Passphrase &passphrase);

    /// After how long the desktop locks, see lock_time.h. For administrators. Errors: Denied, InvalidInput
    /// (shorter or longer than there may be).
    [[nodiscard]] Result<> setLockTime(std::chrono::minutes time,
                                       std::optional<Approval> approval = std::nullopt);

    /// Whether officers may set a PIN; where not, those that were set open nothing any more. For
    /// administrators. Errors: Denied.
    [[nodiscard]] Result<> setPinAllowed(bool isAllowed, std::optional<Approval> approval = std::nullopt);

    /// Headquarters' public key, to which the store key is sealed from now on. For administrators.
    /// Errors: Denied, InvalidInput (no such key), DiskFull, ReadOnly.
    [[nodiscard]] Result<> setRecoveryKey(const QByteArray &publicKey);
    /// nullopt: none is set. Errors: readKeyFile()'s.
    [[nodiscard]] Result<std::optional<QByteArray>> recoveryKey() const;

    /// Opens a store whose passphrases are lost with the other half of its recovery key, and gives
    /// `administrator` an account. The store must not be open. Errors: NotFound (no store, or no recovery
    /// key), Denied (another key), Conflict (the login name is taken), Corrupt (also where damage was met, so
    /// that the store is only read), those of open() and addOfficer().
    [[nodiscard]] static Result<> recover(const QString &folder, const crypto::SecretBytes &recoveryKey,
                                          const record::Officer &administrator,
                                          const crypto::Passphrase &passphrase, const Clock &clock,
                                          const crypto::KdfParameters &kdf = {});

    /// Begins to change the store key, for administrators and shift leads. step() it to its end, with other
    /// work in between as it comes, then hand it to finishKeyRotation(). Dropped, it leaves all as it was.
    /// Errors: Denied, DiskFull (there must be room for a second copy), ReadOnly.
    [[nodiscard]] Result<StoreCopy> beginKeyRotation();

    /// Whether an account was removed or suspended since the last change of key.
    [[nodiscard]] Result<bool> isKeyChangeAdvised() const;

    /// From its success on only the new key opens the store, and every officer's passphrase gives it. After
    /// an error all is as it was. Errors: Database's, DiskFull, ReadOnly.
    [[nodiscard]] Result<> finishKeyRotation(StoreCopy copy);

    /// Begins a backup in a folder of its own, `folder`, for administrators and shift leads. step() it to its
    /// end, then hand it to finishBackup(). Errors: Denied, Conflict (the folder exists), DiskFull, ReadOnly.
    [[nodiscard]] Result<StoreCopy> beginBackup(const QString &folder);

    /// From its success on the folder holds the whole backup, read back and examined. Errors:
    /// verifyBackupCopy()'s, DiskFull, ReadOnly; the folder then holds none.
    [[nodiscard]] Result<BackupInfo> finishBackup(StoreCopy copy);

    /// The last step of that alone, for a copy that has been ended and has passed verifyBackupCopy(), which
    /// takes long.
    [[nodiscard]] Result<BackupInfo> sealBackup(StoreCopy copy);

    /// nullopt: nobody has set one. Corrupt: it cannot be read.
    [[nodiscard]] Result<std::optional<BackupSchedule>> backupSchedule() const;

    /// For administrators; another than was set before needs an approval of SetPolicies. Errors: Denied,
    /// InvalidInput (checkSchedule(), or the store's own folder), DiskFull, ReadOnly.
    [[nodiscard]] Result<> setBackupSchedule(const BackupSchedule &schedule,
                                             std::optional<Approval> approval = std::nullopt);
    [[nodiscard]] Result<> removeBackupSchedule(std::optional<Approval> approval = std::nullopt);
    [[nodiscard]] Result<BackupStatus> backupStatus() const;

    /// A backup by the schedule is the station's duty, whoever is signed in: an administrator has said where
    /// it goes, and it opens for nobody to whom the store does not. Begins it, or goes on with it; true: take
    /// it. Errors: NotFound (no schedule, or its folder is not there), DiskFull, ReadOnly; what was copied is
    /// removed.
    [[nodiscard]] Result<bool> stepScheduledBackup(int pages);

    double scheduledBackupDone() const
    {
        return m_scheduledBackup ? m_scheduledBackup->done() : 0;
    }  ///< 0 to 1

    /// Removes what was copied, if anything was.
    void dropScheduledBackup();

    /// Ends the copy and hands it over: verifyBackupCopy() wherever there is time, then sealBackup().
    [[nodiscard]] Result<std::shared_ptr<StoreCopy>> takeScheduledBackup();

    /// Removes what the schedule keeps no longer, see expired(), and backups before upgrades that are past
    /// their term, see expiredUpgradeBackups(); answers how many. Corrupt: the store is damaged.
    [[nodiscard]] Result<int> expireBackups();

    /// What the store did not take of the acting officer's, for when it is open again for the same officer: a
    /// new passphrase or store key changes nothing about that. Errors: sealDraft(): Unavailable (the officer's
    /// own key could not be read when the store was opened); openDraft(): likewise, Denied (another officer's).
    [[nodiscard]] Result<SealedDraft> sealDraft(const UnsavedDraft &draft) const;
    [[nodiscard]] Result<UnsavedDraft> openDraft(const SealedDraft &draft) const;

    /// How long records stay; the usual terms where nobody has set others. Corrupt: they cannot be read, and
    /// nothing is erased.
    [[nodiscard]] Result<record::RetentionPolicy> retentionPolicy() const;

    /// For administrators; `approval` is for SetPolicies, since a shorter term erases. Errors: Denied,
    /// InvalidInput (checkPolicy()), DiskFull, ReadOnly.
    [[nodiscard]] Result<> setRetentionPolicy(const record::RetentionPolicy &policy, Approval approval);

    /// One step of what the terms erase, at most `most` drafts and as many records, and nothing left of them
    /// in the write-ahead log. Again until it is done; broken off anywhere, it goes on the next time. The
    /// station's duty, whoever is signed in. `zone` is the post's. Errors: retentionPolicy()'s, Database's.
    [[nodiscard]] Result<RetentionStep> applyRetention(const QTimeZone &zone, int most = 100);

    /// Whether the clock shows a time that this post has come to by working: within 14 days something was
    /// logged more than 20 hours ago. After a leap ahead it is so again a day later, by when people have seen
    /// a wrong date; terms that nobody watches over wait for it.
    [[nodiscard]] Result<bool> isClockSteady() const;

    OfficerRepository &officers() { return m_officers; }
    FormRepository &forms() { return m_forms; }
    ShiftRepository &shifts() { return m_shifts; }
    ScreeningRepository &screenings() { return m_screenings; }
    EncounterIndex &encounterIndex() { return m_encounterIndex; }
    EncounterRepository &encounters() { return m_encounters; }
    OutboxRepository &outbox() { return m_outbox; }
    LinkUseRepository &linkUse() { return m_linkUse; }
    BatchRepository &batches() { return m_batches; }
    BundleRepository &bundles() { return m_bundles; }
    SettingRepository &settings() { return m_settings; }
    TrainingRepository &training() { return m_training; }
    ErasureRepository &erasures() { return m_erasures; }
    ConsentRepository &consents() { return m_consents; }
    LaneRepository &lanes() { return m_lanes; }
    LaneRecordRepository &laneRecords() { return m_laneRecords; }
    PackageRepository &packages() { return m_packages; }
    LegalHoldRepository &legalHolds() { return m_legalHolds; }
    AuditLog &audit() { return m_audit; }
    Checkpoints &checkpoints() { return m_checkpoints; }

    /// See Database::checkIntegrity().
    [[nodiscard]] Result<> checkIntegrity(Database::Check check, const std::function<bool()> &goOn = {})
    {
        return m_database->checkIntegrity(check, goOn);
    }

    /// Pages are of `pageSizeInBytes`.
    [[nodiscard]] Result<qint64> pageCount() { return m_database->pageCount(); }

    /// Tries the seals of `count` pages from `first` on (they count from 1), so that a large store can be
    /// examined between other jobs. The answer: where to go on; nullopt: that was the last. Corrupt: there is
    /// damage; from then on the store is only read, now and whenever it is opened.
    [[nodiscard]] Result<std::optional<qint64>> checkPages(qint64 first, qint64 count);

    /// Damage was met: each writing fails as ReadOnly. Who reads what is logged in `readings.amparo`, a
    /// database of its own under the store's key, from the next opening on. See salvageStore().
    bool isDamaged() const { return m_isDamaged; }

    /// How much room there is. Makes the reserve again where it was spent and there is room for it.
    DiskRoom diskRoom();
    qint64 bytesAvailable() const { return m_database->reserve()->bytesAvailable(); }  ///< on its disk
    /// For tests, which choose how much is free.
    void setDiskSpace(std::unique_ptr<DiskSpace> space);

private:
    struct Parts;
    explicit Store(Parts parts);
    static Result<std::unique_ptr<Store>> openWith(const QString &folder, const KeyFile &keys,
                                                   FolderLock lock, crypto::SecretBytes key,
                                                   OfficerId officer, const Clock &clock);
    Result<> insertFirstRows(const crypto::SecretBytes &ownKey);
    void readDraftKey();
    Result<> checkDraftKey() const;
    QByteArray draftContext() const;
    Result<> settlePast();
    Result<> beginNewLife(AuditAction why, const QString &detail);
    Result<> leaveMark();
    void tryToLeaveMark();
    Result<> adoptKeyCost(const KeyFile &keys, const crypto::SecretBytes &ownKey,
                          const crypto::Passphrase &passphrase);
    Result<StoreCopy> copyInto(const QString &folder);
    Result<int> removeBackups(const QList<KeptBackup> &backups);
    Result<> checkNotDamaged() const;
    Result<> checkManages(OfficerId id) const;
    Result<> adviseKeyChange(OfficerId because);
    Result<KeyFile> keysFor(const crypto::SecretBytes &newKey);
    Result<> appendPinEvents(const QList<PinEvent> &events);
    Result<> changeKeys(const std::function<Result<>(KeyFile &)> &work);
    Result<> giveSlot(const record::Officer &officer, const crypto::SecretBytes &ownKey,
                      const crypto::Passphrase &passphrase, const crypto::KdfParameters &kdf,
                      const std::function<Result<>()> &act);
    Result<> keepOwnKey(const crypto::SecretBytes &ownKey);
    Result<record::Officer> account(OfficerId id) const;

    static Result<std::unique_ptr<Store>> openDamaged(const QString &folder, const KeyFile &keys,
                                                      FolderLock lock, crypto::SecretBytes key,
                                                      OfficerId officer, const Clock &clock);

    QString m_folder;
    StoreId m_storeId;
    quint32 m_keyNumber;
    const Clock &m_clock;
    FolderLock m_lock;
    crypto::SecretBytes m_key;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Database> m_readings;  // null: the log is in the store itself
    bool m_isDamaged = false;
    record::Post m_post;
    record::Officer m_officer;
    FullSignIn m_fullSignIn;
    crypto::SecretBytes m_draftKey;  // empty: the officer's own key could not be read
    bool m_hasMark = false;  // what stood beside the store has been looked at
    std::optional<PastTrouble> m_pastTrouble;

    Access m_access;
    AuditLog m_audit;
    Checkpoints m_checkpoints;
    OfficerRepository m_officers;
    FormRepository m_forms;
    ShiftRepository m_shifts;
    EncounterIndex m_encounterIndex;
    ScreeningRepository m_screenings;
    EncounterRepository m_encounters;
    OutboxRepository m_outbox;
    LinkUseRepository m_linkUse;
    BatchRepository m_batches;
    BundleRepository m_bundles;
    SettingRepository m_settings;
    TrainingRepository m_training;
    ErasureRepository m_erasures;
    LegalHoldRepository m_legalHolds;
    ConsentRepository m_consents;
    LaneRepository m_lanes;
    LaneRecordRepository m_laneRecords;
    PackageRepository m_packages;
    std::optional<StoreCopy> m_scheduledBackup;  // borrows the database
};

}  // namespace amparo::store
