#pragma once

#include "sync/thin/station.h"

#include <QObject>

namespace amparo::store {
class StoreQueue;
}

namespace amparo::thin {

/// The post as its store knows it. `queue` is borrowed; `address` is the server's, without secrets; `sealKey`
/// is headquarters' X25519 key, empty where nothing is sealed.
class StoreStation final : public QObject, public Station {
public:
    StoreStation(store::StoreQueue &queue, QString address, QByteArray sealKey = {});

    void nextBatch(std::function<void(const Result<Sender> &)> done) override;
    void compare(const QByteArray &generation, quint64 sequence, std::optional<quint64> unused,
                 std::function<void(const Result<bool> &)> done) override;
    void keepServerKey(const QByteArray &publicKey) override;
    void findForm(const QString &formId, const QString &version,
                  std::function<void(const QByteArray &)> done) override;
    void seal(const QByteArray &frame, const exchange::Manifest &manifest,
              std::function<void(const Result<QByteArray> &)> done) override;

private:
    store::StoreQueue &m_queue;
    QString m_address;
    QByteArray m_sealKey;
};

}  // namespace amparo::thin
