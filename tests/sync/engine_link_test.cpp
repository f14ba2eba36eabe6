// When the engine sends: links that come and go, rules for them, pauses, ends of the program.

#include "sync/engine_desk.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::sync;
using namespace amparo::sync::scripted;
using namespace std::chrono_literals;

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
