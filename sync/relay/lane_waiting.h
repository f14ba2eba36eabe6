#pragma once

#include "exchange/passed_on.h"
#include "store/store_queue.h"

#include <QObject>

#include <functional>

namespace amparo::relay {

/// A record that the relay has and headquarters not yet, by its hashes.
struct WaitingRecord {
    ScreeningId screening;
    QByteArray instanceHash;
    QByteArray contentHash;
    qint64 place = 0;  ///< counts up

    bool operator==(const WaitingRecord &) const = default;
};

/// What a lane's store knows of its records at the relay. Each function returns at once and calls `done`
/// later, and not after this has gone. Errors: the store's. Thread: the transport's.
class LaneWaiting : public QObject {
    Q_OBJECT

public:
    explicit LaneWaiting(store::StoreQueue &queue) : m_queue(queue) {}  // borrowed

    /// The next of them behind `place`, at most `limit`.
    void next(qint64 place, int limit, std::function<void(const Result<QList<WaitingRecord>> &)> done);

    /// Headquarters has the one, and the relay not the other, which goes out again.
    void settle(const QList<std::pair<ScreeningId, store::Receipt>> &confirmed,
                const QList<ScreeningId> &lost, std::function<void(const Result<> &)> done);

    /// Which store this is.
    void storeId(std::function<void(const QByteArray &)> done);

private:
    store::StoreQueue &m_queue;
};

}  // namespace amparo::relay
