#include "sync/relay/relay.h"

#include "sync/relay/lane_desk.h"
#include "sync/relay/relay_listener.h"

#include <QLoggingCategory>

namespace amparo::relay {

namespace {

Q_LOGGING_CATEGORY(lcRelay, "amparo.relay")

}  // namespace

struct Relay::Server {
    Server(store::StoreQueue &queue, std::shared_ptr<const store::RelayKeys> keys, const FormReader &forms,
           const Clock &clock)
        : desk(queue, std::move(keys), forms, clock), listener(desk)
    {}

    LaneDesk desk;
    RelayListener listener;  // before the desk is gone
};

Relay::Relay(store::StoreQueue &queue, FormReader forms, const Clock &clock)
    : m_queue(queue), m_forms(std::move(forms)), m_clock(clock)
{
    m_thread.setObjectName(QStringLiteral("amparo-relay"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

Relay::~Relay()
{
    QMetaObject::invokeMethod(&m_worker, [this] {
        m_server.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void Relay::configure(const std::optional<RelaySettings> &settings)
{
    const int round = ++m_round;
    if (!settings) {
        QMetaObject::invokeMethod(&m_worker, [this] { m_server.reset(); });
        return heard(std::nullopt, std::nullopt);
    }
    m_queue.run(
        this,
        [](store::Store &store) {
            return store.lanes().keys().map([](store::RelayKeys &&keys) {
                return std::make_shared<const store::RelayKeys>(std::move(keys));
            });
        },
        [this, round, settings = *settings](const Result<std::shared_ptr<const store::RelayKeys>> &keys) {
            if (round != m_round)
                return;
            if (keys)
                open(settings, *keys);
            else
                heard(std::nullopt, keys.error());
        });
}

void Relay::open(const RelaySettings &settings, std::shared_ptr<const store::RelayKeys> keys)
{
    QMetaObject::invokeMethod(&m_worker, [this, settings, keys = std::move(keys)] {
        m_server.reset();
        auto server = std::make_unique<Server>(m_queue, keys, m_forms, m_clock);
        connect(&server->desk, &LaneDesk::recordsArrived, this, &Relay::recordsArrived);
        const auto port = server->listener.open(settings);
        if (port)
            m_server = std::move(server);
        RelaySettings found = settings;
        found.port = port.value_or(settings.port);
        QMetaObject::invokeMethod(this, [this, port, found] {
            if (!port)
                qCWarning(lcRelay) << "does not listen:" << codeName(port.error().code);
            heard(port ? std::optional(addressOf(found)) : std::nullopt,
                  port ? std::nullopt : std::optional(port.error()));
        });
    });
}

void Relay::heard(const std::optional<QUrl> &address, const std::optional<Error> &trouble)
{
    m_address = address;
    m_trouble = trouble;
    Q_EMIT changed();
}

}  // namespace amparo::relay
