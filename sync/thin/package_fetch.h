#pragma once

#include "base/clock.h"
#include "exchange/package.h"
#include "sync/server_settings.h"
#include "sync/transport.h"

namespace amparo::thin {

/// What a post has of headquarters' packages.
struct PackagesHeld {
    quint64 keys = 0;                           ///< number of the list of keys
    QMap<exchange::Channel, quint64> versions;  ///< by channel
    QMap<exchange::Channel, QByteArray>
        signedBytes;  ///< what further ones are packed against; may be missing
};

/// What a thin server has that the post has not.
struct FetchedPackages {
    QList<QByteArray> signedBytes;  ///< lists of keys and packages; whose they are is for others to check
    std::optional<sync::Unsent> trouble;  ///< the link or the server gave out; what came before is good
    sync::Traffic traffic;
};

/// Fetches lists of keys and the latest package of each channel. Waits for the network with an event loop of
/// its own, so it is for a thread where nothing else waits: the pool's, or a command's. A request that hears
/// nothing for as long as `patience` is given up. `clock` is borrowed.
FetchedPackages fetchPackages(const sync::ServerSettings &settings, const PackagesHeld &held,
                              const Clock &clock,
                              std::chrono::milliseconds patience = std::chrono::seconds(120));

}  // namespace amparo::thin
