#include "sync/gateway/forwarder.h"

#include "sync/backoff.h"
#include "sync/gateway/log.h"
#include "sync/gateway/metrics.h"
#include "sync/openrosa/openrosa_transport.h"

#include <QRandomGenerator>

#include <utility>

namespace amparo::gateway {

namespace {

constexpr std::chrono::seconds whenEmpty{2};
constexpr std::chrono::seconds afterLoss{5};

}  // namespace

Forwarder::Forwarder(QByteArray database, sync::ServerSettings server, Metrics &metrics)
    : m_database(std::move(database)), m_server(std::move(server)), m_metrics(metrics), m_timer(this)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, this, &Forwarder::work);
}

Forwarder::~Forwarder()
{
    m_transport.reset();  // what is under way is broken off, and its claim given back
    if (!hasConnection())
        return;
    for (const ForwardQueue::Entry &entry : std::as_const(m_underWay))
        (void)ForwardQueue(*m_connection).postpone(entry, {});
}

void Forwarder::start()
{
    m_transport = std::make_unique<openrosa::OpenRosaTransport>(m_server, systemClock());
    work();
}

bool Forwarder::hasConnection()
{
    if (m_connection && m_connection->isAlive())
        return true;
    auto opened = Connection::open(m_database);
    m_connection = opened ? std::move(*opened) : nullptr;
    return m_connection != nullptr;
}

void Forwarder::pause(std::chrono::milliseconds delay)
{
    if (!m_timer.isActive() || m_timer.remainingTime() > delay.count())
        m_timer.start(delay);
}

void Forwarder::work()
{
    const int room = m_transport->room();
    if (room == 0)
        return;  // whatever settles next comes back here
    if (!hasConnection())
        return pause(afterLoss);
    const auto entries = ForwardQueue(*m_connection).take(room);
    if (!entries) {
        logLine(Level::Warning, QStringLiteral("forward-queue"),
                {{QStringLiteral("detail"), entries.error().detail}});
        return pause(afterLoss);
    }
    if (entries->isEmpty())
        return pause(whenEmpty);
    send(*entries);
}

void Forwarder::send(const QList<ForwardQueue::Entry> &entries)
{
    QList<sync::Parcel> parcels;
    for (const ForwardQueue::Entry &entry : entries) {
        // Two posts may have used the same instanceID; the transport tells records apart by it. One after the
        // other.
        if (m_underWay.contains(entry.parcel.instanceId)) {
            (void)ForwardQueue(*m_connection).postpone(entry, afterLoss);
            continue;
        }
        m_underWay.insert(entry.parcel.instanceId, entry);
        parcels.append(entry.parcel);
    }
    if (parcels.isEmpty())
        return pause(afterLoss);
    m_transport->send(parcels, [this](const QString &instanceId, const sync::Outcome &outcome) {
        settle(instanceId, outcome);
    });
}

void Forwarder::settle(const QString &instanceId, const sync::Outcome &outcome)
{
    const ForwardQueue::Entry entry = m_underWay.take(instanceId);
    const auto *unsent = std::get_if<sync::Unsent>(&outcome);
    const bool isServersTrouble = unsent && unsent->scope == sync::Unsent::Scope::Server;
    m_failures = isServersTrouble ? m_failures + 1 : 0;
    const auto noted = hasConnection() ? note(entry, outcome)
                                       : failure(ErrorCode::Unavailable, QStringLiteral("no connection"));
    if (!noted)  // it is sent again when its claim runs out, and the server knows it
        logLine(Level::Warning, QStringLiteral("forward-queue"),
                {{QStringLiteral("detail"), noted.error().detail}});
    pause(isServersTrouble ? backoff(*unsent, m_failures, QRandomGenerator::global()->generateDouble())
                           : std::chrono::milliseconds(0));
}

Result<> Forwarder::note(const ForwardQueue::Entry &entry, const sync::Outcome &outcome)
{
    ForwardQueue queue(*m_connection);
    if (std::holds_alternative<sync::Accepted>(outcome)) {
        m_metrics.countForwarded("accepted");
        return queue.finish(entry);
    }
    if (const auto *rejected = std::get_if<sync::Rejected>(&outcome)) {
        m_metrics.countForwarded("refused");
        logLine(Level::Warning, QStringLiteral("forward-refused"),
                {{QStringLiteral("post"), entry.postId}, {QStringLiteral("status"), rejected->status}});
        return queue.refuse(entry, rejected->status);
    }
    const auto &unsent = std::get<sync::Unsent>(outcome);
    m_metrics.countForwarded("postponed");
    logLine(Level::Info, QStringLiteral("forward-postponed"),
            {{QStringLiteral("post"), entry.postId},
             {QStringLiteral("trouble"), troubleName(unsent.trouble)},
             {QStringLiteral("status"), unsent.status},
             {QStringLiteral("attempts"), entry.attempts}});
    return queue.postpone(entry,
                          backoff(unsent, entry.attempts, QRandomGenerator::global()->generateDouble()));
}

}  // namespace amparo::gateway
