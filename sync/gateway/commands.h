#pragma once

#include "base/result.h"

#include <QStringList>

namespace amparo::gateway {

/// What amparo-gateway was asked to do, from the words behind the program's name. Prints to standard output.
///
/// Errors: InvalidInput (there is no such command), those of what it does.
[[nodiscard]] Result<> runCommand(const QStringList &words);

/// For people.
QString usage();

}  // namespace amparo::gateway
