#include "sync/gateway/worker_pool.h"

namespace amparo::gateway {

namespace {

constexpr std::chrono::milliseconds pauseAfterLoss{500};

/// A worker's connection. After a failure it does not ask a server that is down again for every job that
/// waits.
class OwnConnection {
public:
    explicit OwnConnection(const QByteArray &database) : m_database(database) {}

    Result<std::reference_wrapper<Connection>> get()
    {
        if (m_connection && m_connection->isAlive())
            return std::ref(*m_connection);
        m_connection.reset();
        const auto now = std::chrono::steady_clock::now();
        if (now < m_notBefore)
            return failure(ErrorCode::Unavailable, QStringLiteral("no connection to the database"));
        auto opened = Connection::open(m_database);
        if (!opened) {
            m_notBefore = std::chrono::steady_clock::now() + pauseAfterLoss;
            return tl::make_unexpected(opened.error());
        }
        m_connection = std::move(*opened);
        return std::ref(*m_connection);
    }

private:
    const QByteArray &m_database;
    std::unique_ptr<Connection> m_connection;
    std::chrono::steady_clock::time_point m_notBefore;
};

}  // namespace

WorkerPool::WorkerPool(QByteArray database, int workers, int mostWaiting)
    : m_database(std::move(database)), m_mostWaiting(std::size_t(mostWaiting))
{
    for (int i = 0; i < workers; ++i)
        m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

bool WorkerPool::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() >= m_mostWaiting)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

int WorkerPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_jobs.size());
}

bool WorkerPool::next(Job &job)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isEnding || !m_jobs.empty(); });
    if (m_jobs.empty())
        return false;
    job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return true;
}

void WorkerPool::work()
{
    OwnConnection connection(m_database);
    for (Job job; next(job); job = nullptr) {
        const auto own = connection.get();
        job(own);
        if (own)
            own->get().rollBack();  // whatever a job leaves open
    }
}

}  // namespace amparo::gateway
