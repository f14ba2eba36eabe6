#pragma once

#include "sync/memory_outbox.h"
#include "sync/schedules/schedule.h"
#include "sync/server_settings.h"
#include "sync/transport.h"
#include "thin_server/memory_station.h"

#include <memory>

namespace amparo::test {

/// What a schedule's post has made, and what has to have become of it.
struct Expectation {
    OutboxContents::Row row;
    bool mayBeLost = false;  ///< the post was set back to before it was made, and before it had a receipt
};

/// The far end of a way: a server that any number of posts deliver to, each with faults of its own before it.
///
/// A new way, bundles on a stick for instance, is a class here: how its transport is made, or who carries
/// what, and how one looks afterwards.
class Site {
public:
    virtual ~Site() = default;

    virtual quint16 port() const = 0;

    /// What a new post of this name is configured with, over a link with its own port.
    virtual sync::ServerSettings settingsFor(const QString &post, quint16 linkPort) = 0;
    virtual std::unique_ptr<sync::Transport> makeTransport(const sync::ServerSettings &settings,
                                                           const Clock &clock,
                                                           std::shared_ptr<StationContents> station) = 0;

    /// SIGKILL, and back again.
    virtual void killServer() = 0;
    virtual void killDatabase() = 0;

    /// What is wrong with what arrived from a post, in words; empty: each record is there once, byte for
    /// byte, and each receipt is good.
    virtual QString flawOf(const QString &post, const QList<Expectation> &expectations) = 0;
};

std::unique_ptr<Site> makeOpenRosaSite();
/// With a PostgreSQL of its own.
std::unique_ptr<Site> makeGatewaySite();

}  // namespace amparo::test
