#include "store/database_copy.h"

#include <sqlite3.h>

#include <algorithm>

namespace amparo::store {

Result<DatabaseCopy> DatabaseCopy::begin(Database &source, Database &target)
{
    sqlite3_backup *handle = sqlite3_backup_init(target.m_handle, "main", source.m_handle, "main");
    if (handle == nullptr)
        return tl::make_unexpected(target.error(sqlite3_extended_errcode(target.m_handle), "copy"));
    return DatabaseCopy(target, handle);
}

DatabaseCopy::~DatabaseCopy()
{
    if (m_handle != nullptr)
        sqlite3_backup_finish(m_handle);
}

DatabaseCopy::DatabaseCopy(DatabaseCopy &&other) noexcept
    : m_target(other.m_target), m_handle(std::exchange(other.m_handle, nullptr))
{}

Result<bool> DatabaseCopy::step(int pages)
{
    // How many pages there are is known after the first one.
    const bool hasBegun = sqlite3_backup_pagecount(m_handle) > 0;
    const int most = hasBegun ? sqlite3_backup_remaining(m_handle) - 1 : 1;
    if (most <= 0)
        return true;
    const int code = sqlite3_backup_step(m_handle, std::min(pages, most));
    if (code != SQLITE_OK)
        return tl::make_unexpected(m_target->error(code, "copy"));
    return sqlite3_backup_remaining(m_handle) <= 1;
}

Result<> DatabaseCopy::finish()
{
    const int code = sqlite3_backup_step(m_handle, -1);
    if (code != SQLITE_DONE)
        return tl::make_unexpected(m_target->error(code, "copy"));
    return {};
}

double DatabaseCopy::done() const
{
    const int all = sqlite3_backup_pagecount(m_handle);
    return all > 0 ? 1.0 - double(sqlite3_backup_remaining(m_handle)) / all : 0.0;
}

}  // namespace amparo::store
