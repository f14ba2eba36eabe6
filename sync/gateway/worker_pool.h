#pragma once

#include "sync/gateway/postgres.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace amparo::gateway {

/// Threads that wait for the database, each with a connection of its own, so that nobody else has to. A
/// connection that breaks is made anew with the next job.
///
/// Destruction does what is queued first. Thread: any.
class WorkerPool {
public:
    /// What a worker has: its connection, or why there is none (Unavailable).
    using Job = std::function<void(Result<std::reference_wrapper<Connection>>)>;

    WorkerPool(QByteArray database, int workers, int mostWaiting);
    ~WorkerPool();

    /// False: too many wait already; the job is not done.
    [[nodiscard]] bool submit(Job job);

    int waiting() const;

private:
    void work();
    bool next(Job &job);

    const QByteArray m_database;
    const std::size_t m_mostWaiting;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_isEnding = false;
    std::vector<std::thread> m_threads;
};

}  // namespace amparo::gateway
