#pragma once

#include "app/cli/command.h"
#include "crypto/passphrase.h"
#include "store/store.h"

namespace amparo::cli {

/// The options by which every command that needs a post's store finds and opens it: --store, --officer,
/// --passphrase-file. A passphrase is never an argument, since other people on the computer can see those.
QList<Option> storeOptions(QList<Option> further = {});

/// --store, else AMPARO_STORE, else the platform's folder for application data.
QString storeFolder(const Arguments &arguments);

/// The first line of the file that `option` names, or of standard input for `-`: what must not stand in the
/// arguments. Errors: InvalidInput (no such option, empty), those of readInput().
[[nodiscard]] Result<QString> readSecretLine(const Arguments &arguments, const QString &option);

/// Likewise, as a passphrase; the working copies are wiped.
[[nodiscard]] Result<crypto::Passphrase> readPassphrase(const Arguments &arguments, const QString &option);

/// Who signs in: --officer, else AMPARO_OFFICER. Errors: InvalidInput, nobody is named.
[[nodiscard]] Result<QString> signInName(const Arguments &arguments);

/// The one to sign in with: --passphrase-file, else AMPARO_PASSPHRASE_FILE. Errors: likewise.
[[nodiscard]] Result<crypto::Passphrase> signInPassphrase(const Arguments &arguments);

/// Errors: those of Store::open(), InvalidInput where --officer or the passphrase is missing.
[[nodiscard]] Result<std::unique_ptr<store::Store>> openStore(const Arguments &arguments);
/// The same for who needs the passphrase again: standard input gives it once.
[[nodiscard]] Result<std::unique_ptr<store::Store>> openStore(const Arguments &arguments,
                                                              const crypto::Passphrase &passphrase);

/// Who signs in as `login`. Errors: NotFound, and the store's.
[[nodiscard]] Result<record::Officer> findOfficer(store::Store &store, const QString &login);

}  // namespace amparo::cli
