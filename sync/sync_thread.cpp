#include "sync/sync_thread.h"

namespace amparo::sync {

SyncThread::SyncThread(OutboxFactory makeOutbox, TransportFactory makeTransport, const Clock &clock,
                       BackoffPolicy backoff)
{
    m_thread.setObjectName(QStringLiteral("amparo-sync"));
    m_worker.moveToThread(&m_thread);
    connect(this, &SyncThread::statusChanged, this, [this](const Status &status) { m_status = status; });
    m_thread.start();
    QMetaObject::invokeMethod(&m_worker, [this, makeOutbox = std::move(makeOutbox),
                                          makeTransport = std::move(makeTransport), &clock,
                                          backoff = std::move(backoff)] {
        m_engine = std::make_unique<Engine>(makeOutbox(), makeTransport, clock, backoff);
        connect(m_engine.get(), &Engine::statusChanged, this, &SyncThread::statusChanged);
        connect(m_engine.get(), &Engine::recordAcknowledged, this, &SyncThread::recordAcknowledged);
    });
}

SyncThread::~SyncThread()
{
    QMetaObject::invokeMethod(&m_worker, [this] {
        m_engine.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void SyncThread::configure(const std::optional<ServerSettings> &settings)
{
    post([settings](Engine &engine) { engine.configure(settings); });
}

void SyncThread::setPolicy(const SyncPolicy &policy)
{
    post([policy](Engine &engine) { engine.setPolicy(policy); });
}

void SyncThread::setMetered(bool isMetered)
{
    post([isMetered](Engine &engine) { engine.setMetered(isMetered); });
}

void SyncThread::sendNow()
{
    post([](Engine &engine) { engine.sendNow(); });
}

void SyncThread::pause()
{
    post([](Engine &engine) { engine.pause(); });
}

void SyncThread::resume()
{
    post([](Engine &engine) { engine.resume(); });
}

void SyncThread::outboxChanged()
{
    post([](Engine &engine) { engine.outboxChanged(); });
}

void SyncThread::post(std::function<void(Engine &)> call)
{
    QMetaObject::invokeMethod(&m_worker, [this, call = std::move(call)] { call(*m_engine); });
}

}  // namespace amparo::sync
