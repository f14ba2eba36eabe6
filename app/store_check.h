#pragma once

#include "store/store_queue.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace amparo::app {

/// The full check of an open store (security design, D3): the seal of every page, some at a time between
/// other jobs; then whether tables and indexes fit each other, which is one job, as long as the store is
/// large. Both can be stopped. It changes nothing; where a seal does not verify, the store is only read from
/// then on.
///
/// Thread: that of its post.
class StoreCheck : public QObject {
    Q_OBJECT

public:
    explicit StoreCheck(store::StoreQueue &queue);  // borrowed; outlives it
    ~StoreCheck() override;

    /// Ends in finished(), or in failed() with Corrupt, Cancelled, or another error of the database's. One at
    /// a time.
    void start();
    void cancel();

    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void pagesChecked(double done);  ///< 0 to 1
    void structureBegan();
    void finished();
    void failed(const amparo::Error &error);

private:
    void checkPages(qint64 first);
    void checkStructure();
    void end(const Result<> &outcome);

    store::StoreQueue &m_queue;
    std::shared_ptr<std::atomic_bool> m_isCancelled;  ///< shared with the job, which may outlive this
    bool m_isRunning = false;
};

}  // namespace amparo::app
