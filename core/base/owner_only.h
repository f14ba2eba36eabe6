#pragma once

#include "base/result.h"

#include <QString>

namespace amparo {

/// Leaves a file or a folder to its owner: mode 0600 or 0700 on Unix; on Windows a list of its own that names
/// the user, the system and the administrators, who can read everything anyhow, and that whatever is made in
/// such a folder inherits. False: the system would not. A stick's file system that knows no owners is no
/// failure on Windows. Thread: any.
bool keepToOwner(const QString &path);

/// Makes a folder, with those above it; it is its owner's alone, unless it was there before. False: the
/// system would not. Thread: any.
bool makeOwnFolder(const QString &path);

/// Makes an empty file for its owner alone, from its first moment on. NotFound, ReadOnly, DiskFull,
/// Unavailable (there is one already, among others). Thread: any.
[[nodiscard]] Result<> makeOwnFile(const QString &path);

}  // namespace amparo
