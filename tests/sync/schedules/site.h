#pragma once

#include "sync/bundle/carrying.h"
#include "sync/schedules/post.h"
#include "sync/schedules/schedule.h"

#include <memory>

namespace amparo::test {

/// What a schedule's post has made, and what has to have become of it.
struct Expectation {
    MadeRecord record;
    bool mayBeLost = false;  ///< the post was set back to before it was made, and before it had a receipt
};

/// The far end of a way: a server that any number of posts deliver to, each with faults of its own before it.
///
/// A new server is a class here: how its transport is made, or who carries what, and how one looks
/// afterwards.
class Site {
public:
    virtual ~Site() = default;

    virtual quint16 port() const = 0;

    /// What a new post of this name is configured with, over a link with its own port.
    virtual sync::ServerSettings settingsFor(const QString &post, quint16 linkPort) = 0;
    virtual std::unique_ptr<sync::Transport> makeTransport(const sync::ServerSettings &settings,
                                                           const Clock &clock, Post &post) = 0;

    /// For what is sealed to headquarters: its key, and a station that carries for a post whose key is
    /// `postKey`, over a link with its own port. For servers that take that.
    virtual QByteArray sealKey() const { return {}; }
    virtual bundle::Carrier carrierFor(const QString &, const QByteArray &, quint16) { return {}; }

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
