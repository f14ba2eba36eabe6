#pragma once

#include "reference/notice.h"
#include "reference/reference.h"
#include "store/store.h"

namespace amparo::app {

// What is looked up at a post, as headquarters has given it last. Errors: the store's. Thread: the store's.

/// The files of the directory and the help cards: those of headquarters over those that are compiled in.
[[nodiscard]] Result<QMap<QString, QByteArray>> referenceFiles(store::Store &store);

/// The same, read; those that are compiled in where the store fails: whom to call must always be there.
reference::Reference postReference(store::Store &store);

/// What headquarters tells whoever is signed in on a day. A newer version of the program is told to
/// administrators alone, and to nobody where that is ruled out (managed_settings.h).
[[nodiscard]] Result<QList<reference::Notice>> noticesFor(store::Store &store, QDate day);

}  // namespace amparo::app
