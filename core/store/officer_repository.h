#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "record/officer.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace amparo::store {

class Database;

/// A person's account as whoever manages the accounts sees it.
struct OfficerAccount {
    record::Officer officer;
    bool isSuspended = false;             ///< has no way to the key until there is a new passphrase
    std::optional<QDateTime> lastSignIn;  ///< UTC; nullopt: never

    bool operator==(const OfficerAccount &) const = default;
};

/// The people of this post. They are added through Store, which also gives them a key. Errors: Database's.
/// Thread: the store's.
class OfficerRepository {
public:
    explicit OfficerRepository(Database &database);  // borrowed

    /// By display name; those who have gone are left out.
    [[nodiscard]] Result<QList<record::Officer>> list() const;

    /// Also those who have gone: their names stand on records.
    [[nodiscard]] Result<std::optional<record::Officer>> find(OfficerId id) const;

    /// Those alone who may still act: an older key file can hold a slot of who has gone.
    [[nodiscard]] Result<std::optional<record::Officer>> findActive(OfficerId id) const;

private:
    friend class Store;
    friend class RecoveringAccount;  // of a backup that headquarters' key restores

    [[nodiscard]] Result<> insert(const record::Officer &officer, const crypto::SecretBytes &ownKey,
                                  const QDateTime &at);
    /// Marks as gone and forgets the own key. NotFound: nobody of that id is here.
    [[nodiscard]] Result<> remove(OfficerId id, const QDateTime &at);
    /// NotFound: nobody of that id is here.
    [[nodiscard]] Result<> setRole(OfficerId id, record::Role role);
    /// The key that the store key is sealed to the officer with. NotFound: nobody of that id is here, or a
    /// salvage has lost it.
    [[nodiscard]] Result<crypto::SecretBytes> ownKey(OfficerId id) const;
    /// To an officer who has none.
    [[nodiscard]] Result<> giveOwnKey(OfficerId id, const crypto::SecretBytes &ownKey);

    Database &m_database;
};

}  // namespace amparo::store
