#pragma once

#include "crypto/secret.h"
#include "store/database.h"
#include "store/key_file.h"

#include <memory>

namespace amparo::store {

/// A new key for a store that is in use: the database is copied under the new key beside the old one, some
/// pages at a time; what is written meanwhile goes into the copy. Then the key file names the copy, which is
/// the one moment that counts: killed before it, the store is the old one, after it the new one, each whole.
///
/// Store begins and ends it. Thread: the store's.
class KeyRotation {
public:
    /// Errors: Database's.
    [[nodiscard]] static Result<KeyRotation> begin(const QString &folder, Database &source,
                                                   quint32 newKeyNumber);
    /// Removes the copy, unless it has been taken.
    ~KeyRotation();
    KeyRotation(KeyRotation &&other) noexcept;
    KeyRotation &operator=(KeyRotation &&) = delete;

    /// Copies at most so many pages more. True: all but the last is copied.
    [[nodiscard]] Result<bool> step(int pages);

    /// Ends the copy and examines it in full. The source must not be written to any more.
    /// Errors: Database's; Corrupt also where the copy does not hold as much as the source.
    [[nodiscard]] Result<> complete();

    Database &copy() { return *m_copy; }
    const crypto::SecretBytes &key() const { return m_key; }
    quint32 keyNumber() const { return m_keyNumber; }

    struct Taken {
        std::unique_ptr<Database> database;
        crypto::SecretBytes key;
    };
    /// The copy is the store from now on.
    Taken take();

private:
    KeyRotation(QString path, Database &source, std::unique_ptr<Database> copy, crypto::SecretBytes key,
                quint32 keyNumber, DatabaseCopy work);

    QString m_path;  ///< of the copy, while it is to be removed
    Database *m_source;
    std::unique_ptr<Database> m_copy;
    crypto::SecretBytes m_key;
    quint32 m_keyNumber;
    std::optional<DatabaseCopy> m_work;
};

/// Removes a database with its write-ahead log.
void removeDatabase(const QString &path);

/// Removes what other keys' databases a broken-off rotation has left in `folder`.
void removeOtherDatabases(const QString &folder, quint32 keyNumber);

}  // namespace amparo::store
