#pragma once

#include "base/result.h"

#include <utility>

namespace amparo::store {

/// Keeps a store's folder to one program: the desktop and the command line never write side by side. The
/// system lets go of it when the program ends, however it ends.
class FolderLock {
public:
    /// Errors: Locked (another program has it), ReadOnly, Unavailable. Thread: any.
    [[nodiscard]] static Result<FolderLock> take(const QString &folder);

    ~FolderLock();
    FolderLock(FolderLock &&other) noexcept : m_handle(std::exchange(other.m_handle, none)) {}
    FolderLock &operator=(FolderLock &&) = delete;

private:
    static constexpr qintptr none = -1;
    explicit FolderLock(qintptr handle) : m_handle(handle) {}

    qintptr m_handle;
};

}  // namespace amparo::store
