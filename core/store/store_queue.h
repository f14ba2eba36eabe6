#pragma once

#include "base/background.h"
#include "store/store.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <utility>

namespace amparo::store {

/// Runs jobs on the store's thread, in the order given. Destruction finishes what is queued first, then
/// closes the store.
class StoreQueue {
public:
    explicit StoreQueue(std::unique_ptr<Store> store);
    ~StoreQueue();
    StoreQueue(const StoreQueue &) = delete;
    StoreQueue &operator=(const StoreQueue &) = delete;

    /// Calls `done(job(store))` in the thread of `receiver`, from which run() is called. If the receiver dies
    /// first, the job still runs and `done` does not. A job captures values: no widget, no `this`.
    template <class Job, class Done> void run(QObject *receiver, Job job, Done done);

private:
    void post(std::function<void()> work);

    std::unique_ptr<Store> m_store;
    QThread m_thread;
    QObject m_worker;  // lives in m_thread: jobs are events to it
};

template <class Job, class Done> void StoreQueue::run(QObject *receiver, Job job, Done done)
{
    runElsewhere(
        receiver, [this](std::function<void()> work) { post(std::move(work)); },
        [job = std::move(job), store = m_store.get()]() mutable { return job(*store); }, std::move(done));
}

}  // namespace amparo::store
