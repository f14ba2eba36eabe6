#pragma once

#include "app/asking_rhythm.h"
#include "store/store_queue.h"
#include "sync/thin/package_fetch.h"

#include <QObject>

namespace amparo::app {

/// Where a post asks for headquarters' packages, and what it has of them; nullopt: its server is none that
/// has any, or nobody has said whose packages count. Errors: the store's. Thread: the store's.
struct PackageQuestion {
    sync::ServerSettings server;
    thin::PackagesHeld held;
};
[[nodiscard]] Result<std::optional<PackageQuestion>> packageQuestion(store::Store &store);

/// Asks the gateway for headquarters' packages, in the rhythm of AskingRhythm, or more often the post's
/// relay, which costs no link. Thread: that of its post.
class PackageUpdates : public QObject {
    Q_OBJECT

public:
    PackageUpdates(store::StoreQueue &queue, const Clock &clock);  // both borrowed; the queue outlives it

    /// How things stand now, as often as that changes.
    void heed(const sync::Status &status);

Q_SIGNALS:
    /// To be taken up (package_intake.h), if they are headquarters'.
    void fetched(const QList<QByteArray> &signedBytes);

private:
    void fetch(const PackageQuestion &question);
    void note(const thin::FetchedPackages &packages, std::chrono::milliseconds interval);

    store::StoreQueue &m_queue;
    const Clock &m_clock;
    AskingRhythm m_rhythm;
};

}  // namespace amparo::app
