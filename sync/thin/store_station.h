#pragma once

#include "sync/thin/station.h"

#include <QObject>

namespace amparo::store {
class StoreQueue;
}

namespace amparo::thin {

/// The post as its store knows it. `queue` is borrowed; `address` is the server's, without secrets.
class StoreStation final : public QObject, public Station {
public:
    StoreStation(store::StoreQueue &queue, QString address);

    void nextBatch(std::function<void(const Result<Sender> &)> done) override;
    void keepServerKey(const QByteArray &publicKey) override;

private:
    store::StoreQueue &m_queue;
    QString m_address;
};

}  // namespace amparo::thin
