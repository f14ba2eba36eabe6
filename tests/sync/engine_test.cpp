// The engine against a server whose answers each test chooses.

#include "sync/engine.h"

#include "support/catch.h"
#include "support/eventually.h"
#include "sync/memory_outbox.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::sync;
using namespace std::chrono_literals;
using amparo::test::eventually;
using amparo::test::MemoryOutbox;
using amparo::test::OutboxContents;
using Scope = Unsent::Scope;
using State = OutboxContents::State;

namespace {

const Unsent offline{Trouble::Offline, Scope::Server};
const Unsent busy{Trouble::Busy, Scope::Server, 503};
const Unsent signIn{Trouble::SignIn, Scope::Server, 401};
const Unsent crash{Trouble::ServerFault, Scope::Record, 500};
const Accepted received{201, QStringLiteral("thanks"), std::nullopt};

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

ServerSettings someSettings()
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

}  // namespace

TEST_CASE("the outbox is emptied, urgent records first, then by age", "[sync]")
{
    Desk desk;
    desk.contents->add(QStringLiteral("a"));
    desk.contents->add(QStringLiteral("b"));
    desk.contents->add(QStringLiteral("urgent"), 1);
    QList<ScreeningId> acknowledged;
    QObject::connect(desk.engine.get(), &Engine::recordAcknowledged, desk.engine.get(),
                     [&](ScreeningId id) { acknowledged.append(id); });
    desk.start();
    REQUIRE(desk.sendsAll());
    CHECK(desk.server.sentIds() ==
          QStringList{QStringLiteral("urgent"), QStringLiteral("a"), QStringLiteral("b")});
    REQUIRE(desk.becomes(
        [](const Status &status) { return status.waiting == 0 && status.lastSuccess.has_value(); }));
    CHECK(acknowledged.size() == 3);
    CHECK(acknowledged.first() == desk.contents->row(QStringLiteral("urgent")).id);
    CHECK(desk.engine->status().link == LinkState::Online);
    CHECK(desk.engine->status().nextAttempt == std::nullopt);

    const auto receipt = desk.contents->row(QStringLiteral("a")).receipt;
    REQUIRE(receipt);
    CHECK(receipt->status == 201);
    CHECK(receipt->message == QStringLiteral("thanks"));
    CHECK(receipt->server == QStringLiteral("https://odk.example.org/v1/projects/1"));
}

TEST_CASE("a record that comes later is sent when the outbox says so", "[sync]")
{
    Desk desk;
    desk.start();
    REQUIRE(desk.becomes([](const Status &status) { return status.link == LinkState::Online; }));
    desk.contents->add(QStringLiteral("a"));
    desk.engine->outboxChanged();
    CHECK(desk.sendsAll());
}

TEST_CASE("[SEC-S2] a record that the server refuses is set aside with its words and the others go on",
          "[sync]")
{
    Desk desk;
    desk.server.answer = [](const Parcel &parcel) -> Outcome {
        if (parcel.instanceId == QStringLiteral("poison"))
            return Rejected{409, QStringLiteral("exists already")};
        return received;
    };
    desk.contents->add(QStringLiteral("poison"));
    desk.contents->add(QStringLiteral("a"));
    desk.start();
    REQUIRE(
        desk.becomes([](const Status &status) { return status.quarantined == 1 && status.waiting == 0; }));
    const auto &poison = desk.contents->row(QStringLiteral("poison"));
    CHECK(poison.state == State::Quarantined);
    CHECK(poison.error == QStringLiteral("rejected-409"));
    CHECK(poison.message == QStringLiteral("exists already"));
    CHECK(desk.contents->row(QStringLiteral("a")).state == State::Accepted);
    CHECK(desk.server.sentIds().count(QStringLiteral("poison")) == 1);
}

TEST_CASE("records at which the server breaks do not hold up the others", "[sync]")
{
    const int poisonous = GENERATE(1, 3, 7);
    Desk desk;

    desk.server.answer = [](const Parcel &parcel) -> Outcome {
        return parcel.instanceId.startsWith(QStringLiteral("poison")) ? Outcome(crash) : Outcome(received);
    };
    for (int i = 0; i < poisonous; ++i)
        desk.contents->add(QStringLiteral("poison %1").arg(i), 1);
    for (int i = 0; i < 5; ++i)
        desk.contents->add(QStringLiteral("sound %1").arg(i));
    // As backoff() does: the more often a record has failed, the longer it lets others pass.
    desk.policy = [](const Unsent &, int failures) { return 4ms * (1 << std::min(failures, 8)); };
    desk.start();
    CHECK(eventually([&] { return desk.contents->count(State::Accepted) == 5; }));
    CHECK(desk.contents->count(State::Quarantined) == 0);
    CHECK(desk.contents->row(QStringLiteral("poison 0")).error == QStringLiteral("server-fault"));
}

TEST_CASE("a server in trouble ends the batch at its first record", "[sync]")
{
    Desk desk;
    desk.waitLong();
    desk.server.answer = [](const Parcel &) { return busy; };
    for (int i = 0; i < 5; ++i)
        desk.contents->add(QString::number(i));
    desk.start();
    REQUIRE(desk.becomes(
        [](const Status &status) { return status.nextAttempt.has_value() && !status.isSending; }));
    CHECK(desk.server.sent.size() == 1);
    CHECK(desk.engine->status().lastTrouble == Trouble::Busy);
    CHECK(desk.engine->status().lastHttpStatus == 503);
    CHECK(desk.engine->status().waiting == 5);

    SECTION("and a new record does not change that")
    {
        desk.contents->add(QStringLiteral("new"));
        desk.engine->outboxChanged();
        REQUIRE(desk.becomes([](const Status &status) { return status.waiting == 6; }));
        CHECK(desk.server.sent.size() == 1);
    }
    SECTION("until somebody asks to send now")
    {
        desk.server.answer = [](const Parcel &) { return received; };
        desk.engine->sendNow();
        REQUIRE(desk.sendsAll());
        CHECK(desk.becomes([](const Status &status) { return status.lastTrouble == std::nullopt; }));
    }
}

TEST_CASE("as many records are under way as the transport takes, and no more", "[sync]")
{
    Desk desk;
    desk.server.room = 3;
    for (int i = 0; i < 8; ++i)
        desk.contents->add(QString::number(i));
    desk.start();
    REQUIRE(desk.sendsAll());
    CHECK(desk.server.mostAtOnce == 3);
    CHECK(desk.server.sent.size() == 8);
    CHECK(desk.becomes([](const Status &status) { return !status.isSending && status.waiting == 0; }));
}

TEST_CASE("records that fail together count as one failure", "[sync]")
{
    Desk desk;
    desk.server.room = 4;
    QList<int> failures;
    desk.policy = [&](const Unsent &, int count) {
        failures.append(count);
        return 1h;
    };
    desk.server.answer = [](const Parcel &) { return offline; };
    for (int i = 0; i < 4; ++i)
        desk.contents->add(QString::number(i));
    desk.start();
    REQUIRE(
        eventually([&] { return desk.server.sent.size() == 4 && desk.contents->count(State::Queued) == 4; }));
    CHECK(failures == QList<int>{1});
}

TEST_CASE("what was under way before the trouble does not end the wait", "[sync]")
{
    Desk desk;
    desk.server.room = 3;
    desk.waitLong();
    const Unsent refused = GENERATE(busy, signIn);
    desk.server.answer = [refused](const Parcel &parcel) {
        return parcel.instanceId == QStringLiteral("a") ? Outcome(refused) : Outcome(received);
    };
    for (const auto *id : {"a", "b", "c", "d", "e"})
        desk.contents->add(QString::fromLatin1(id));
    desk.start();
    REQUIRE(eventually([&] { return desk.contents->count(State::Accepted) == 2; }));
    REQUIRE(desk.becomes([](const Status &status) { return !status.isSending && status.waiting == 3; }));
    CHECK(desk.server.sentIds() ==
          QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    CHECK(desk.engine->status().lastTrouble == refused.trouble);
    desk.server.answer = [](const Parcel &) { return received; };
    desk.engine->sendNow();
    CHECK(desk.sendsAll());
}

TEST_CASE("one failing record after the other is taken for the server's trouble", "[sync]")
{
    Desk desk;
    desk.waitLong();
    desk.server.answer = [](const Parcel &) { return crash; };
    for (int i = 0; i < 10; ++i)
        desk.contents->add(QString::number(i));
    desk.start();
    REQUIRE(desk.becomes(
        [](const Status &status) { return status.nextAttempt.has_value() && !status.isSending; }));
    CHECK(desk.server.sent.size() == 3);
}

TEST_CASE("[SEC-S3] a matter of signing in stops everything and asks", "[sync]")
{
    Desk desk;
    desk.server.answer = [](const Parcel &) { return signIn; };
    desk.contents->add(QStringLiteral("a"));
    desk.contents->add(QStringLiteral("b"));
    desk.start();
    REQUIRE(desk.becomes([](const Status &status) { return status.link == LinkState::NeedsSignIn; }));
    CHECK(desk.server.sent.size() == 1);
    CHECK(desk.engine->status().nextAttempt == std::nullopt);
    desk.server.answer = [](const Parcel &) { return received; };

    SECTION("until the settings change") { desk.engine->configure(someSettings()); }
    SECTION("until somebody asks to send now") { desk.engine->sendNow(); }

    CHECK(desk.sendsAll());
}

TEST_CASE("when the link is back the records go by themselves", "[sync]")
{
    Desk desk;
    desk.server.answer = [&](const Parcel &) {
        return desk.server.sent.size() <= 5 ? Outcome(offline) : Outcome(received);
    };
    desk.contents->add(QStringLiteral("a"));
    desk.start();
    REQUIRE(desk.sendsAll());
    CHECK(desk.server.sent.size() == 6);
    CHECK(desk.becomes([](const Status &status) { return status.link == LinkState::Online; }));
}

TEST_CASE("with nothing to send the server is asked whether it is there", "[sync]")
{
    Desk desk;
    desk.server.probeAnswer = Unsent{Trouble::Portal, Scope::Server, 200};
    desk.waitLong();
    desk.start();
    REQUIRE(desk.becomes([](const Status &status) { return status.link == LinkState::Portal; }));
    CHECK(desk.server.probes == 1);
    CHECK(desk.engine->status().lastTrouble == Trouble::Portal);

    desk.server.probeAnswer.reset();
    desk.engine->sendNow();
    REQUIRE(desk.becomes([](const Status &status) { return status.link == LinkState::Online; }));
    CHECK(desk.engine->status().lastContact.has_value());
    CHECK(desk.engine->status().lastTrouble == std::nullopt);
}

TEST_CASE("outside the hours urgent records go, and the others when the rules allow", "[sync]")
{
    Desk desk;
    desk.contents->add(QStringLiteral("a"));
    desk.contents->add(QStringLiteral("urgent"), store::OutboxRepository::urgentPriority);
    const QTime now = systemClock().utcNow().toLocalTime().time();
    SyncPolicy policy;
    policy.hours = {{now.addSecs(7200), now.addSecs(10800)}};
    policy.urgentAnyTime = GENERATE(true, false);
    desk.engine->setPolicy(policy);
    desk.start();
    REQUIRE(desk.becomes(
        [](const Status &status) { return status.hold && status.nextAttempt && !status.isSending; }));
    CHECK(desk.engine->status().hold == Hold::Hours);
    CHECK(desk.server.sentIds() ==
          (policy.urgentAnyTime ? QStringList{QStringLiteral("urgent")} : QStringList{}));
    CHECK(desk.server.probes == 0);
    const qint64 seconds = systemClock().utcNow().secsTo(*desk.engine->status().nextAttempt);
    CHECK(seconds > 7000);
    CHECK(seconds <= 7200);

    desk.engine->sendNow();  // is no way around the rules
    desk.contents->add(QStringLiteral("urgent too"), store::OutboxRepository::urgentPriority);
    desk.engine->outboxChanged();
    if (policy.urgentAnyTime)
        REQUIRE(eventually([&] { return desk.contents->count(State::Accepted) == 2; }));
    CHECK_FALSE(desk.server.sentIds().contains(QStringLiteral("a")));
    desk.engine->setPolicy({});
    REQUIRE(desk.sendsAll());
    CHECK(desk.becomes([](const Status &status) { return !status.hold; }));
}

TEST_CASE("what a day may cost is counted over restarts of the program", "[sync]")
{
    Desk desk;
    SyncPolicy policy;
    policy.bytesPerDay = 300;  // a record costs 110
    for (int i = 0; i < 5; ++i)
        desk.contents->add(QString::number(i));
    const auto isHeld = [](const Status &status) {
        return status.hold == Hold::DailyBudget && !status.isSending;
    };
    desk.engine->setPolicy(policy);
    desk.start();
    REQUIRE(desk.becomes(isHeld));
    CHECK(desk.server.sent.size() == 3);
    CHECK(desk.engine->status().bytesToday == 330);
    CHECK(eventually([&] { return desk.contents->use.sent == 300 && desk.contents->use.received == 30; }));

    desk.restart();
    desk.engine->setPolicy(policy);
    desk.start();
    REQUIRE(desk.becomes(isHeld));
    CHECK(desk.server.sent.size() == 3);
    CHECK(desk.engine->status().bytesToday == 330);
}

TEST_CASE("a link that is paid by use carries urgent records alone", "[sync]")
{
    Desk desk;
    desk.engine->setMetered(true);
    desk.contents->add(QStringLiteral("a"));
    desk.contents->add(QStringLiteral("urgent"), store::OutboxRepository::urgentPriority);
    desk.start();
    REQUIRE(desk.becomes(
        [](const Status &status) { return status.hold == Hold::MeteredLink && status.waiting == 1; }));
    CHECK(desk.server.sentIds() == QStringList{QStringLiteral("urgent")});
    desk.engine->setMetered(false);
    CHECK(desk.sendsAll());
}

TEST_CASE("a paused engine finishes what it has begun and begins nothing", "[sync]")
{
    Desk desk;
    desk.contents->add(QStringLiteral("a"));
    desk.contents->add(QStringLiteral("b"));
    desk.server.answer = [&](const Parcel &) {
        desk.engine->pause();
        return received;
    };
    desk.start();
    REQUIRE(desk.becomes([](const Status &status) { return status.isPaused && status.waiting == 1; }));
    CHECK(desk.server.sentIds() == QStringList{QStringLiteral("a")});
    CHECK(desk.engine->status().nextAttempt == std::nullopt);

    desk.server.answer = [](const Parcel &) { return received; };
    desk.engine->resume();
    CHECK(desk.sendsAll());
}

TEST_CASE("[SEC-S1] what was being sent when the program ended is sent again", "[sync]")
{
    Desk desk;
    desk.contents->add(QStringLiteral("a"));
    desk.server.answer = [](const Parcel &) { return std::nullopt; };
    desk.start();
    REQUIRE(eventually([&] { return desk.server.sent.size() == 1; }));
    REQUIRE(desk.contents->row(QStringLiteral("a")).state == State::Sending);

    desk.server.answer = [](const Parcel &) { return received; };
    desk.restart();
    desk.start();
    REQUIRE(desk.sendsAll());
    CHECK(desk.server.sent[0] == desk.server.sent[1]);
}

TEST_CASE("new settings break off what is under way and begin anew", "[sync]")
{
    Desk desk;
    desk.contents->add(QStringLiteral("a"));
    desk.server.answer = [](const Parcel &) { return std::nullopt; };
    desk.start();
    REQUIRE(desk.becomes([](const Status &status) { return status.isSending; }));
    desk.server.answer = [](const Parcel &) { return received; };

    SECTION("at another server")
    {
        desk.engine->configure(someSettings());
        REQUIRE(desk.sendsAll());
        CHECK(desk.server.sent.size() == 2);
    }
    SECTION("or not at all, if there is none")
    {
        desk.engine->configure(std::nullopt);
        REQUIRE(desk.becomes([](const Status &status) { return !status.isConfigured && !status.isSending; }));
        CHECK(desk.engine->status().waiting == 1);
        CHECK(desk.engine->status().link == LinkState::Unknown);
    }
}

TEST_CASE("[SEC-S2] a receipt that cannot be written down is fetched again", "[sync]")
{
    Desk desk;
    desk.contents->add(QStringLiteral("a"));
    desk.outbox->failNext("acknowledge");
    desk.start();
    REQUIRE(desk.becomes([](const Status &status) { return status.storeError == ErrorCode::DiskFull; }));
    CHECK(desk.engine->status().lastSuccess == std::nullopt);
    desk.engine->sendNow();
    REQUIRE(desk.sendsAll());
    CHECK(desk.server.sent[0] == desk.server.sent[1]);
    CHECK(desk.becomes([](const Status &status) { return status.storeError == std::nullopt; }));
}

TEST_CASE("a store that cannot be read is tried again and said", "[sync]")
{
    Desk desk;
    desk.contents->add(QStringLiteral("a"));
    const auto transition = GENERATE(as<QByteArray>(), "take", "postpone");
    desk.outbox->failNext(transition);
    desk.server.answer = [](const Parcel &) { return busy; };
    desk.start();
    REQUIRE(desk.becomes([](const Status &status) { return status.storeError.has_value(); }));
    CHECK(desk.engine->status().nextAttempt.has_value());
    desk.server.answer = [](const Parcel &) { return received; };
    desk.engine->sendNow();
    CHECK(desk.sendsAll());
}

TEST_CASE("whatever the server says, each record ends accepted or set aside, with the same bytes each time",
          "[sync]")
{
    rc::check([] {
        Desk desk;
        const int records = *rc::gen::inRange(1, 6);
        desk.server.room = *rc::gen::inRange(1, 5);
        for (int i = 0; i < records; ++i)
            desk.contents->add(QString::number(i), *rc::gen::inRange(0, 2));
        auto outcomes = *rc::gen::container<std::vector<Outcome>>(
            *rc::gen::inRange(0, 12),
            rc::gen::element<Outcome>(offline, busy, crash, received, Rejected{400, {}},
                                      Unsent{Trouble::Interrupted, Scope::Record},
                                      Unsent{Trouble::Portal, Scope::Server, 200}));
        desk.server.answer = [outcomes](const Parcel &) mutable -> Outcome {
            if (outcomes.empty())
                return received;
            const Outcome outcome = outcomes.back();
            outcomes.pop_back();
            return outcome;
        };
        const auto before = desk.contents->rows;
        desk.start();
        RC_ASSERT(eventually([&] {
            return desk.contents->count(State::Accepted) + desk.contents->count(State::Quarantined) ==
                   records;
        }));
        for (const auto &row : before) {
            for (const Parcel &parcel : desk.server.sent) {
                if (parcel.instanceId == row.parcel.instanceId)
                    RC_ASSERT(parcel == row.parcel);
            }
            RC_ASSERT(desk.server.sentIds().contains(row.parcel.instanceId));
        }
    });
}
