#pragma once

#include "store/database.h"

struct sqlite3_backup;

namespace amparo::store {

/// Copies a database into another, whose key may differ, some pages at a time. What the source's connection
/// writes meanwhile goes into the copy as well. Both are borrowed; the target is not to be used before the
/// copy is complete. Errors: Database's. Thread: the databases'.
class DatabaseCopy {
public:
    [[nodiscard]] static Result<DatabaseCopy> begin(Database &source, Database &target);
    ~DatabaseCopy();
    DatabaseCopy(DatabaseCopy &&other) noexcept;
    DatabaseCopy &operator=(DatabaseCopy &&) = delete;

    /// Copies at most so many pages more. True: only the last page is left. It stays back, because from the
    /// end on SQLite takes no further changes into the copy.
    [[nodiscard]] Result<bool> step(int pages);

    /// Copies what is left. What the source writes afterwards is not in the copy.
    [[nodiscard]] Result<> finish();

    double done() const;  ///< how much is copied, 0 to 1; grows, unless the source does

private:
    DatabaseCopy(Database &target, sqlite3_backup *handle) : m_target(&target), m_handle(handle) {}

    Database *m_target;
    sqlite3_backup *m_handle;
};

}  // namespace amparo::store
