#pragma once

#include "store/key_slots.h"
#include "store/sign_in_throttle.h"
#include "store/store.h"
#include "store/upgrade.h"

namespace amparo::store {

// What making, opening and recovering a store have in common; for the sources of this room.

struct Store::Parts {
    QString folder;
    StoreId id;
    quint32 keyNumber;
    const Clock &clock;
    FolderLock lock;
    crypto::SecretBytes key;
    std::unique_ptr<Database> database;
    record::Post post;
    record::Officer officer;
    std::unique_ptr<Database> readings = nullptr;  ///< of a damaged store
};

/// What is read of a database before there is a store.
struct Content {
    std::unique_ptr<Database> database;
    record::Post post;
    record::Officer officer;
};

/// Corrupt: the key file belongs to another store. Denied: nobody of that id is here.
[[nodiscard]] Result<Content> whoAndWhere(std::unique_ptr<Database> database, const KeyFile &keys,
                                          OfficerId officer);

QString databasePath(const QString &folder, quint32 keyNumber);

/// Conflict: Store::tracesIn() has found something, which the detail names.
[[nodiscard]] Result<> checkNoTraces(const QString &folder);

/// The database of a store, at this program's schema version.
struct OpenedDatabase {
    std::unique_ptr<Database> database;
    std::optional<Upgrade> upgrade;  ///< on the way there
};
/// Of one that has been made. TooNew: the detail names the backup before the upgrade, where there is one.
[[nodiscard]] Result<OpenedDatabase> openDatabase(const UpgradedStore &store);

/// What the log has of an upgrade: "from=18 to=19 entry=1234".
QString upgradeDetail(const Upgrade &upgrade);

/// Corrupt: the key file belongs to another store.
[[nodiscard]] Result<record::Post> readPost(Database &database, StoreId expected);

/// InvalidInput: names are missing, or the passphrase is flawed.
[[nodiscard]] Result<> checkOfficer(const record::Officer &officer, const crypto::Passphrase &passphrase);
[[nodiscard]] Result<> checkPassphrase(const crypto::Passphrase &passphrase, const QString &loginName);

/// What a passphrase that fits gives.
struct Entry {
    SlotKeys keys;
    FailedTries tries;  ///< in a row, this one included
};

/// What the log has of the tries before the one that fitted: "failed-before=2".
QString failedBefore(const FailedTries &tries);

/// One try, counted by the throttle of `folder`. Denied: name or passphrase is wrong, or the wait after
/// failures is not over.
[[nodiscard]] Result<Entry> enter(const KeyFile &keys, const QString &folder, const QString &loginName,
                                  const crypto::Passphrase &passphrase, const Clock &clock);

/// Removes what a change of key that was broken off has left in `folder` of other keys' databases.
void removeOtherDatabases(const QString &folder, quint32 keyNumber);

record::Officer withFoldedName(record::Officer officer);

}  // namespace amparo::store
