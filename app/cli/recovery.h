#pragma once

#include "app/cli/open_store.h"

namespace amparo::cli {

/// storeOptions(), and those by which headquarters comes in with its key and makes itself an account:
/// --secret and
/// --secret-passphrase-file, --login and --new-passphrase-file.
QList<Option> recoveryOptions();

/// Whether --secret is there, of a command that others use as well.
bool namesRecoveryKey(const Arguments &arguments);

/// What the options name. Takes as long as the key of --secret is meant to. Failures: one of them is missing,
/// those of readRecoverySecret().
[[nodiscard]] tl::expected<store::Recovery, Failure> readRecovery(const Arguments &arguments);

/// Says that the account is there, and what to do next.
QString admitted(const store::Recovery &recovery);

}  // namespace amparo::cli
