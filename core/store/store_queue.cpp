#include "store/store_queue.h"

namespace amparo::store {

StoreQueue::StoreQueue(std::unique_ptr<Store> store) : m_store(std::move(store))
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

StoreQueue::~StoreQueue()
{
    // The last job: what was queued before it has run. The store is closed where it was used.
    post([this] {
        m_store.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void StoreQueue::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(&m_worker, std::move(work), Qt::QueuedConnection);
}

}  // namespace amparo::store
