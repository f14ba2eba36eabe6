#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThread>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace amparo {

/// Calls `done(job())` in the thread of `receiver`, from which this is called; `start` brings the work to
/// where `job` runs. If the receiver dies first, the job still runs and `done` does not. A job captures
/// values: no widget, no `this`.
template <class Start, class Job, class Done>
void runElsewhere(QObject *receiver, Start start, Job job, Done done)
{
    Q_ASSERT(receiver->thread() == QThread::currentThread());
    using Answer = std::invoke_result_t<Job>;
    auto promise = std::make_shared<QPromise<Answer>>();  // shared: std::function wants copies
    auto *watcher = new QFutureWatcher<Answer>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         done(watcher->future().takeResult());
                     });
    watcher->setFuture(promise->future());
    start(std::function<void()>([promise, job = std::move(job)]() mutable {
        promise->start();
        promise->addResult(job());
        promise->finish();
    }));
}

/// As runElsewhere(), in a thread of the pool, which the program ends only after.
template <class Job, class Done> void runInPool(QObject *receiver, Job job, Done done)
{
    runElsewhere(
        receiver, [](std::function<void()> work) { QThreadPool::globalInstance()->start(std::move(work)); },
        std::move(job), std::move(done));
}

}  // namespace amparo
