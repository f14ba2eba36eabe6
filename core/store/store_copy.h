#pragma once

#include "crypto/secret.h"
#include "store/database_copy.h"

#include <memory>
#include <optional>

namespace amparo::store {

/// A copy of a store's database under another key, made some pages at a time while the store is used: what is
/// written meanwhile goes into the copy. For a change of key and for backups; Store begins and ends it.
/// Dropped before its end, it leaves nothing. Thread: the store's.
class StoreCopy {
public:
    /// `source` is borrowed until end(). What is left at `path` of an earlier copy is removed. `salt` is what
    /// the copy's maker needs to find its key again. Errors: Database's.
    [[nodiscard]] static Result<StoreCopy> begin(const QString &path, Database &source,
                                                 crypto::SecretBytes key, QByteArray salt = {});
    ~StoreCopy();
    StoreCopy(StoreCopy &&other) noexcept;
    StoreCopy &operator=(StoreCopy &&) = delete;

    /// Copies at most so many pages more. True: all but the last is copied.
    [[nodiscard]] Result<bool> step(int pages);

    double done() const { return m_work ? m_work->done() : 1; }  ///< how much is copied, 0 to 1

    /// Copies what is left and lets go of the source, which may then be written to again.
    [[nodiscard]] Result<> end();

    /// Brings an ended copy whole into its file. This and verify() take as long as the store is large, and
    /// have nothing to do with the source any more: in a thread of choice.
    void settle();

    /// Settles an ended copy, reads it back from its file and examines it in full. Errors: Database's;
    /// Corrupt also where the copy does not hold as much as the source.
    [[nodiscard]] Result<> verify();

    /// Both.
    [[nodiscard]] Result<> complete();

    const QString &path() const { return m_path; }
    Database &database() { return *m_database; }
    const crypto::SecretBytes &key() const { return m_key; }
    const QByteArray &salt() const { return m_salt; }

    struct Taken {
        std::unique_ptr<Database> database;
        crypto::SecretBytes key;
    };
    /// The copy stays.
    Taken take();

private:
    StoreCopy(QString path, Database &source, std::unique_ptr<Database> database, crypto::SecretBytes key,
              QByteArray salt, DatabaseCopy work);

    QString m_path;
    bool m_isTaken = false;
    Database *m_source;      // null once ended
    qint64 m_lastEntry = 0;  // of the source's audit log, at the end
    std::unique_ptr<Database> m_database;
    crypto::SecretBytes m_key;
    QByteArray m_salt;
    std::optional<DatabaseCopy> m_work;
};

/// The number of the newest entry of a store's audit log. Errors: Database's.
[[nodiscard]] Result<qint64> lastAuditEntry(Database &database);

/// Removes a database with its write-ahead log.
void removeDatabase(const QString &path);

}  // namespace amparo::store
