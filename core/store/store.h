#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/key_wrap.h"
#include "record/officer.h"
#include "record/post.h"
#include "store/audit_log.h"
#include "store/database.h"
#include "store/folder_lock.h"
#include "store/form_repository.h"
#include "store/key_file.h"
#include "store/officer_repository.h"
#include "store/outbox_repository.h"
#include "store/screening_repository.h"
#include "store/setting_repository.h"
#include "store/shift_repository.h"

#include <chrono>
#include <memory>

namespace amparo::store {

/// The records of one post, opened by one officer: an encrypted database with its key file in a folder of its
/// own.
///
/// The folder holds `store.amparo` (and `-wal` while it is open), `keys.amparo` with its previous generation,
/// `signin.amparo` and `store.lock`; nothing in it is readable without a passphrase but login names and the
/// costs of their keys. One program has it open at a time. Destruction closes it and wipes the key; another
/// officer opens it anew.
///
/// Thread: one at a time; StoreQueue gives it a thread of its own.
class Store {
public:
    static bool existsIn(const QString &folder);

    /// Makes a store in `folder`, which is made as well, and opens it for `first`, who is its administrator.
    ///
    /// Errors: Conflict (there is a store, or a part of one), InvalidInput (flawed passphrase, see
    /// passphraseFlaw(); no login name; not an administrator; a post without a code), DiskFull, ReadOnly.
    /// After an error there is no store.
    [[nodiscard]] static Result<std::unique_ptr<Store>>
    create(const QString &folder, const record::Post &post, const record::Officer &first,
           const crypto::Passphrase &passphrase, const Clock &clock, const crypto::KdfParameters &kdf = {});

    /// Opens the store for one officer. Takes as long as that officer's key is meant to, whether or not it
    /// succeeds.
    ///
    /// Errors: NotFound (no store), Denied (name or passphrase is wrong, which of them is not said; or
    /// signInWait() is not over), Locked (another program has it), Corrupt, TooNew, DiskFull, ReadOnly,
    /// Unavailable.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &folder, const QString &loginName,
                                                             const crypto::Passphrase &passphrase,
                                                             const Clock &clock);

    /// How long open() refuses this name after failures; zero: not at all.
    [[nodiscard]] static Result<std::chrono::seconds>
    signInWait(const QString &folder, const QString &loginName, const Clock &clock);

    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    const record::Post &post() const { return m_post; }
    const record::Officer &officer() const { return m_officer; }  ///< who has opened it

    /// Gives another officer an account and a key. For administrators.
    ///
    /// Errors: Denied (the acting officer is none), Conflict (the login name is taken), InvalidInput (flawed
    /// passphrase, no names), DiskFull, ReadOnly.
    [[nodiscard]] Result<> addOfficer(const record::Officer &officer, const crypto::Passphrase &passphrase,
                                      const crypto::KdfParameters &kdf = {});

    OfficerRepository &officers() { return m_officers; }
    FormRepository &forms() { return m_forms; }
    ShiftRepository &shifts() { return m_shifts; }
    ScreeningRepository &screenings() { return m_screenings; }
    OutboxRepository &outbox() { return m_outbox; }
    SettingRepository &settings() { return m_settings; }
    AuditLog &audit() { return m_audit; }

    [[nodiscard]] Result<> checkIntegrity(Database::Check check) { return m_database->checkIntegrity(check); }

private:
    struct Parts;
    explicit Store(Parts parts);
    Result<> insertFirstRows(StoreId id);

    QString m_folder;
    const Clock &m_clock;
    FolderLock m_lock;
    crypto::SecretBytes m_key;
    std::unique_ptr<Database> m_database;
    record::Post m_post;
    record::Officer m_officer;

    AuditLog m_audit;
    OfficerRepository m_officers;
    FormRepository m_forms;
    ShiftRepository m_shifts;
    ScreeningRepository m_screenings;
    OutboxRepository m_outbox;
    SettingRepository m_settings;
};

}  // namespace amparo::store
