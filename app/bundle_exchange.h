#pragma once

#include "base/clock.h"
#include "store/store.h"
#include "sync/bundle/carrying.h"
#include "sync/bundle/receipts.h"

#include <functional>

namespace amparo::app {

/// How this station stands to sticks: what its settings and its store say.
struct StickSettings {
    QByteArray sealKey;  ///< headquarters', empty: nothing can go out
    std::optional<bundle::Carrier>
        carrier;                     ///< nullopt: no thin server is set, so that nothing can be carried
    bundle::ReceiptOrigin receipts;  ///< serverKey empty: no receipt can be checked

    bool operator==(const StickSettings &) const = default;
};

/// Errors: Denied, the store's. Thread: the store's.
[[nodiscard]] Result<StickSettings> stickSettings(store::Store &store);

/// What was found on a stick, parted by whose it is. Thread: as bundle::readStick().
struct StickContent {
    QList<bundle::FoundBundle> others;       ///< to be carried to the gateway
    QList<bundle::BroughtReceipt> receipts;  ///< for what this store has given away
    int own = 0;                             ///< bundles of this store
    int damaged = 0;                         ///< bundles whose list is none

    bool operator==(const StickContent &) const = default;
};

/// Errors: bundle::readStick()'s.
[[nodiscard]] Result<StickContent> readStickFor(const QString &place, const QByteArray &storeId);

/// Says in the log what was carried; nothing was: says nothing. Thread: the store's.
[[nodiscard]] Result<> noteCarried(store::Store &store, const bundle::Carried &carried);

}  // namespace amparo::app
