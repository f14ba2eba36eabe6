#pragma once

#include "app/cli/open_store.h"

namespace amparo::cli {

/// storeOptions(), and those by which a deed of two people names the second: --second and
/// --second-passphrase-file.
QList<Option> twoPeopleOptions(QList<Option> further = {});

/// The second person's yes to a deed that may do without; nullopt: nobody is named. Errors: those of
/// Store::approve(), InvalidInput where the passphrase is missing.
[[nodiscard]] Result<std::optional<store::Approval>>
approvalIfNamed(const Arguments &arguments, store::Store &store, record::Permission permission);

/// The second person's yes. Errors: those of Store::approve(), InvalidInput where an option is missing.
[[nodiscard]] Result<store::Approval> approvalOf(const Arguments &arguments, store::Store &store,
                                                 record::Permission permission);

}  // namespace amparo::cli
