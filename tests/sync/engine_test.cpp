// In what order records go, and what a refusal or a trouble of one means for the others.

#include "sync/engine_desk.h"

using namespace amparo;
using namespace amparo::sync;
using namespace amparo::sync::scripted;
using namespace std::chrono_literals;

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
