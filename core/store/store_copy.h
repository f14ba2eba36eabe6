#pragma once

#include "crypto/secret.h"
#include "store/database.h"

#include <memory>
#include <optional>

namespace amparo::store {

/// A copy of a store's database under another key, made some pages at a time while the store is used: what is
/// written meanwhile goes into the copy. For a change of key and for backups; Store begins and ends it.
/// Dropped before its end, it leaves nothing. Thread: the store's.
class StoreCopy {
public:
    /// `source` is borrowed. What is left at `path` of an earlier copy is removed. Errors: Database's.
    [[nodiscard]] static Result<StoreCopy> begin(const QString &path, Database &source,
                                                 crypto::SecretBytes key);
    ~StoreCopy();
    StoreCopy(StoreCopy &&other) noexcept;
    StoreCopy &operator=(StoreCopy &&) = delete;

    /// Copies at most so many pages more. True: all but the last is copied.
    [[nodiscard]] Result<bool> step(int pages);

    /// Ends the copy, reads it back from its file and examines it in full. The source must not be written to
    /// any more. Errors: Database's; Corrupt also where the copy does not hold as much as the source.
    [[nodiscard]] Result<> complete();

    const QString &path() const { return m_path; }
    Database &database() { return *m_database; }
    const crypto::SecretBytes &key() const { return m_key; }

    struct Taken {
        std::unique_ptr<Database> database;
        crypto::SecretBytes key;
    };
    /// The copy stays.
    Taken take();

private:
    StoreCopy(QString path, Database &source, std::unique_ptr<Database> database, crypto::SecretBytes key,
              DatabaseCopy work);

    QString m_path;
    bool m_isTaken = false;
    Database *m_source;
    std::unique_ptr<Database> m_database;
    crypto::SecretBytes m_key;
    std::optional<DatabaseCopy> m_work;
};

/// Removes a database with its write-ahead log.
void removeDatabase(const QString &path);

}  // namespace amparo::store
