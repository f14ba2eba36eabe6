#pragma once

#include "store/store_queue.h"

#include <QObject>

#include <memory>
#include <optional>

namespace amparo::app {

/// A change of the store's key (security design, K7) in small jobs through the store's queue, so that other
/// work comes in between. The last step copies what is left, reads the copy back and takes it: that is one
/// job, as long as the store is large. Cancelled, dropped or killed before its end, all is as it was.
///
/// Thread: that of its post.
class KeyChange : public QObject {
    Q_OBJECT

public:
    explicit KeyChange(store::StoreQueue &queue);  // borrowed; outlives it
    ~KeyChange() override;

    /// Ends in finished(), or in failed() with the errors of Store::beginKeyRotation() and
    /// finishKeyRotation(), or Cancelled. One at a time.
    void start();
    void cancel();  ///< up to the last step

    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void runningChanged(bool isRunning);
    void copied(double done);  ///< 0 to 1
    void lastStepBegan();
    void finished();
    void failed(const amparo::Error &error);

private:
    /// In the store's thread alone.
    using Slot = std::shared_ptr<std::optional<store::StoreCopy>>;

    void step();
    void finish();
    void end(const Result<> &outcome);

    store::StoreQueue &m_queue;
    Slot m_copy;
    bool m_isRunning = false;
    bool m_isCancelled = false;
};

}  // namespace amparo::app
