#pragma once

#include "sync/engine.h"

#include "support/catch.h"
#include "support/eventually.h"
#include "sync/memory_outbox.h"

/// The engine against a server whose answers each test chooses.
namespace amparo::sync::scripted {

using namespace std::chrono_literals;
using amparo::test::eventually;
using amparo::test::MemoryOutbox;
using amparo::test::OutboxContents;
using Scope = Unsent::Scope;
using State = OutboxContents::State;

inline const Unsent offline{Trouble::Offline, Scope::Server};
inline const Unsent busy{Trouble::Busy, Scope::Server, 503};
inline const Unsent signIn{Trouble::SignIn, Scope::Server, 401};
inline const Unsent crash{Trouble::ServerFault, Scope::Record, 500};
inline const Accepted received{201, QStringLiteral("thanks"), std::nullopt};

/// What the server would say, and what it was sent. Outlives the transports that ask it.
struct Server {
    std::function<std::optional<Outcome>(const Parcel &)> answer = [](const Parcel &) { return received; };
    std::optional<Unsent> probeAnswer;
    QList<Parcel> sent;
    int probes = 0;
    int room = 1;        // records at once
    int mostAtOnce = 0;  // seen

    QStringList sentIds() const
    {
        QStringList ids;
        for (const Parcel &parcel : sent)
            ids.append(parcel.instanceId);
        return ids;
    }
};

class ScriptedTransport final : public QObject, public Transport {
public:
    explicit ScriptedTransport(Server &server) : m_server(server) {}

    int room() const override { return m_server.room - m_underWay; }
    Traffic traffic() const override { return m_traffic; }
    void send(const QList<Parcel> &parcels, Settled settled) override
    {
        CHECK_FALSE(m_isProbing);
        CHECK(parcels.size() <= room());
        m_underWay += int(parcels.size());
        m_server.mostAtOnce = std::max(m_server.mostAtOnce, m_underWay);
        for (const Parcel &parcel : parcels) {
            m_server.sent.append(parcel);
            m_traffic.sent += 100;
            m_traffic.received += 10;
            if (const auto outcome = m_server.answer(parcel))
                later([this, settled, id = parcel.instanceId, outcome] {
                    --m_underWay;
                    settled(id, *outcome);
                });
        }
    }
    void probe(std::function<void(const std::optional<Unsent> &)> done) override
    {
        CHECK(m_underWay == 0);
        CHECK_FALSE(m_isProbing);
        m_isProbing = true;
        ++m_server.probes;
        later([this, done, answer = m_server.probeAnswer] {
            m_isProbing = false;
            done(answer);
        });
    }

private:
    void later(std::function<void()> call) { QMetaObject::invokeMethod(this, call, Qt::QueuedConnection); }

    Server &m_server;
    bool m_isProbing = false;
    int m_underWay = 0;
    Traffic m_traffic;
};

inline ServerSettings someSettings()
{
    return {QUrl(QStringLiteral("https://odk.example.org/v1/projects/1")), AppUser{QStringLiteral("t")}, {}};
}

/// An engine between an outbox and a server. Waits are short, unless the test says otherwise.
struct Desk {
    Server server;
    std::shared_ptr<OutboxContents> contents = std::make_shared<OutboxContents>();
    BackoffPolicy policy = [](const Unsent &, int) { return 1ms; };
    MemoryOutbox *outbox = nullptr;  // the engine's
    std::unique_ptr<Engine> engine;

    Desk() { restart(); }

    void restart()
    {
        auto made = std::make_unique<MemoryOutbox>(contents, systemClock());
        outbox = made.get();
        engine = std::make_unique<Engine>(
            std::move(made),
            [this](const ServerSettings &) { return std::make_unique<ScriptedTransport>(server); },
            systemClock(), [this](const Unsent &unsent, int failures) { return policy(unsent, failures); });
    }
    void waitLong()
    {
        policy = [](const Unsent &, int) { return 1h; };
    }
    void start() { engine->configure(someSettings()); }
    bool becomes(const std::function<bool(const Status &)> &condition)
    {
        return eventually([&] { return condition(engine->status()); });
    }
    bool sendsAll()
    {
        return eventually([&] { return contents->count(State::Accepted) == contents->rows.size(); });
    }
};

}  // namespace amparo::sync::scripted
