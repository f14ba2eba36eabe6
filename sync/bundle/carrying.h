#pragma once

#include "base/clock.h"
#include "sync/bundle/stick.h"
#include "sync/server_settings.h"
#include "sync/transport.h"

#include <functional>

namespace amparo::bundle {

/// Who carries: this station, as the gateway knows it.
struct Carrier {
    sync::ServerSettings server;
    QByteArray storeId;     ///< exchange::idBytes
    QByteArray generation;  ///< exchange::idBytes
    QByteArray serverKey;   ///< under the gateway's receipts; empty: not known yet

    bool operator==(const Carrier &) const = default;
};

/// A bundle of which something was not taken.
struct RefusedBundle {
    QString folder;
    QString
        why;  ///< the gateway's word, as "need-key"; "damaged": a file is missing or not what the list says

    bool operator==(const RefusedBundle &) const = default;
};

/// What came of carrying.
struct Carried {
    int batches = 0;  ///< that the gateway has now, with their receipts on the stick
    int records = 0;  ///< in those
    int known = 0;    ///< batches that had their receipts on the stick already
    QList<RefusedBundle> refused;
    std::optional<sync::Unsent> trouble;  ///< the link or the gateway gave out; what came before is good

    bool operator==(const Carried &) const = default;
};

/// Brings the batches of other posts to the gateway, unread, and writes its receipts beside them. What has a
/// receipt is passed over, and a batch that the gateway has already costs one question: begun again after
/// whatever happened, it ends the same.
///
/// Waits for the network with an event loop of its own, so it is for a thread where nothing else waits: the
/// pool's, or a command's. `clock` is borrowed. `progress` hears how many records are there, in that thread;
/// false: end it here.
Carried carry(const QList<FoundBundle> &bundles, const Carrier &carrier, const Clock &clock,
              const std::function<bool(int records)> &progress = {},
              std::chrono::milliseconds patience = std::chrono::seconds(60));

}  // namespace amparo::bundle
