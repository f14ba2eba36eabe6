// The transport against the strict server, which runs as a process of its own.

#include "sync/openrosa/openrosa_transport.h"

#include "sync/openrosa/transport_field.h"

using namespace amparo;
using namespace amparo::openrosa::strict;
using amparo::openrosa::OpenRosaTransport;

TEST_CASE("a record arrives byte for byte and its receipt comes back", "[openrosa]")
{
    Field field;
    const Outcome outcome = send(field.transport, aParcel());
    REQUIRE(std::holds_alternative<Accepted>(outcome));
    CHECK(std::get<Accepted>(outcome).status == 201);
    CHECK(std::get<Accepted>(outcome).message == QStringLiteral("full submission upload was successful"));
    CHECK(std::get<Accepted>(outcome).serverTime.has_value());
    CHECK(field.server.archive() ==
          std::map<QString, QByteArray>{{QStringLiteral("uuid:7a3"), aParcel().submissionXml}});
    REQUIRE(eventually([&] { return field.server.count(QStringLiteral("POST")) == 1; }));
    CHECK(field.server.requests().first()[QLatin1String("method")] == QStringLiteral("HEAD"));
    CHECK(field.server.requests().last()[QLatin1String("query")] == QStringLiteral("deviceID=PE-DES-01"));
}

TEST_CASE("202 is a receipt like 201", "[openrosa]")
{
    Field field;
    field.server.inject(QStringLiteral("POST accept-202"));
    const Outcome outcome = send(field.transport, aParcel());
    REQUIRE(std::holds_alternative<Accepted>(outcome));
    CHECK(std::get<Accepted>(outcome).status == 202);
}

TEST_CASE("the room grows with each record that arrives and shrinks with trouble", "[openrosa]")
{
    Field field;
    CHECK(field.transport.room() == 1);
    QMap<QString, Outcome> settled;
    const auto sendAll = [&](int count) {
        QList<Parcel> parcels;
        for (int i = 0; i < count; ++i) {
            Parcel parcel = aParcel();
            const QByteArray id = "uuid:" + QByteArray::number(settled.size() + i);
            parcel.submissionXml.replace("uuid:7a3", id);
            parcel.instanceId = QString::fromLatin1(id);
            parcels.append(parcel);
        }
        const qsizetype before = settled.size();
        field.transport.send(parcels,
                             [&](const QString &id, const Outcome &outcome) { settled[id] = outcome; });
        CHECK(field.transport.room() == 0);
        REQUIRE(eventually([&] { return settled.size() == before + count; }));
    };
    sendAll(1);
    CHECK(field.transport.room() == 2);
    sendAll(2);
    CHECK(field.transport.room() == OpenRosaTransport::mostAtOnce);
    field.server.inject(QStringLiteral("POST delay 50"));  // the others overtake it
    sendAll(4);
    CHECK(field.transport.room() == OpenRosaTransport::mostAtOnce);
    for (auto outcome = settled.cbegin(); outcome != settled.cend(); ++outcome)
        CHECK(std::holds_alternative<Accepted>(*outcome));
    CHECK(field.server.archive().size() == 7);
    CHECK(field.server.count(QStringLiteral("HEAD")) == 1);

    field.server.inject(QStringLiteral("POST status 503 2"));
    CHECK(troubleOf(send(field.transport, aParcel())) == std::pair(Trouble::Busy, Scope::Server));
    CHECK(field.transport.room() == 1);
}

TEST_CASE("all that waited behind a preflight hear what it met", "[openrosa]")
{
    Field field;
    REQUIRE(std::holds_alternative<Accepted>(send(field.transport, aParcel())));
    field.clock.advance(6min);
    field.server.inject(QStringLiteral("HEAD status 503"));
    Parcel other = aParcel();
    other.instanceId = QStringLiteral("uuid:other");
    QStringList unsent;
    field.transport.send({aParcel(), other}, [&](const QString &id, const Outcome &outcome) {
        if (std::holds_alternative<Unsent>(outcome))
            unsent.append(id);
    });
    REQUIRE(eventually([&] { return unsent.size() == 2; }));
    CHECK(unsent == QStringList{aParcel().instanceId, other.instanceId});
    CHECK(field.transport.room() == 1);
}

TEST_CASE("attachments arrive with the record, over as many POSTs as the server's size asks for",
          "[openrosa]")
{
    Field field({QStringLiteral("--accept-length"), QStringLiteral("50000")});
    const Attachment first{QStringLiteral("one.jpg"), QStringLiteral("image/jpeg"), QByteArray(40'000, '\0')};
    const Attachment second{QStringLiteral("två.jpg"), QStringLiteral("image/jpeg"),
                            QByteArray(40'000, '\r')};
    CHECK(std::holds_alternative<Accepted>(send(field.transport, aParcel("x", {first, second}))));
    CHECK(field.server.attachment(QStringLiteral("uuid:7a3"), first.name) == first.content);
    CHECK(field.server.attachment(QStringLiteral("uuid:7a3"), second.name) == second.content);
    CHECK(eventually([&] { return field.server.count(QStringLiteral("POST"), 201) == 2; }));
}

TEST_CASE("the same record again is accepted and kept once, another one under its name is rejected",
          "[openrosa]")
{
    Field field;
    CHECK(std::holds_alternative<Accepted>(send(field.transport, aParcel())));
    CHECK(std::holds_alternative<Accepted>(send(field.transport, aParcel())));
    const Outcome other = send(field.transport, aParcel("other"));
    REQUIRE(std::holds_alternative<Rejected>(other));
    CHECK(std::get<Rejected>(other).status == 409);
    CHECK(field.server.archive().at(QStringLiteral("uuid:7a3")) == aParcel().submissionXml);
}

TEST_CASE("one preflight serves several records until it grows old", "[openrosa]")
{
    Field field;
    send(field.transport, aParcel());
    send(field.transport, aParcel());
    field.clock.advance(5min - 1s);
    send(field.transport, aParcel());
    CHECK(field.server.count(QStringLiteral("HEAD")) == 1);
    field.clock.advance(1s);
    send(field.transport, aParcel());
    CHECK(eventually([&] { return field.server.count(QStringLiteral("POST")) == 4; }));
    CHECK(field.server.count(QStringLiteral("HEAD")) == 2);
}

TEST_CASE("what the server answers to a record is told apart", "[openrosa]")
{
    struct Row {
        const char *fault;
        std::pair<Trouble, Scope> trouble;
    };
    const auto row = GENERATE(values<Row>({
        {"POST html 200", {Trouble::Portal, Scope::Server}},
        {"POST status 200", {Trouble::WrongAddress, Scope::Server}},
        {"POST status 204", {Trouble::Portal, Scope::Server}},
        {"POST redirect 302 https://portal.example.org/", {Trouble::Portal, Scope::Server}},
        {"POST status 401", {Trouble::SignIn, Scope::Server}},
        {"POST status 403", {Trouble::SignIn, Scope::Record}},
        {"POST html 404", {Trouble::WrongAddress, Scope::Record}},
        {"POST status 423", {Trouble::Busy, Scope::Record}},
        {"POST status 429 7", {Trouble::Busy, Scope::Server}},
        {"POST status 500", {Trouble::ServerFault, Scope::Record}},
        {"POST status 503", {Trouble::ServerFault, Scope::Server}},
        {"POST html 511", {Trouble::Portal, Scope::Server}},
        {"POST garbage", {Trouble::Interrupted, Scope::Record}},
        {"always POST lose-response", {Trouble::Interrupted, Scope::Record}},
        {"always POST cut-response", {Trouble::Interrupted, Scope::Record}},
        {"always POST close-before-body", {Trouble::Interrupted, Scope::Record}},
        {"always POST close-mid-body", {Trouble::Interrupted, Scope::Record}},
    }));
    CAPTURE(row.fault);
    Field field;
    field.server.inject(QLatin1String(row.fault));
    CHECK(troubleOf(send(field.transport, aParcel(QByteArray(300'000, 'x')))) == row.trouble);
    field.server.inject(QStringLiteral("clear"));
    // Whatever it was, the next attempt begins with a preflight and arrives.
    CHECK(std::holds_alternative<Accepted>(send(field.transport, aParcel(QByteArray(300'000, 'x')))));
    CHECK(field.server.archive().size() == 1);
    CHECK(eventually([&] { return field.server.count(QStringLiteral("HEAD"), 204) == 2; }));
}

TEST_CASE("a record that the server refuses comes back with its words", "[openrosa]")
{
    const int status = GENERATE(400, 404, 409, 413);
    Field field;
    field.server.inject(QStringLiteral("POST status %1").arg(status));
    CHECK(send(field.transport, aParcel()) ==
          Outcome(Rejected{status, QStringLiteral("as the script says: %1").arg(status)}));
}

TEST_CASE("what the preflight says stops the record from going out", "[openrosa]")
{
    struct Row {
        const char *fault;
        Trouble trouble;
    };
    const auto row = GENERATE(values<Row>({
        {"HEAD html 200", Trouble::Portal},
        {"HEAD redirect 302 https://portal.example.org/", Trouble::Portal},
        {"HEAD status 401", Trouble::SignIn},
        {"HEAD status 403", Trouble::SignIn},
        {"HEAD status 404", Trouble::WrongAddress},
        {"HEAD status 429 3", Trouble::Busy},
        {"HEAD status 500", Trouble::ServerFault},
        {"HEAD hang", Trouble::Offline},
    }));
    CAPTURE(row.fault);
    Field field;
    field.server.inject(QLatin1String(row.fault));
    CHECK(troubleOf(send(field.transport, aParcel())) == std::pair(row.trouble, Scope::Server));
    CHECK(field.server.count(QStringLiteral("POST")) == 0);
    CHECK(field.server.archive().empty());
}

TEST_CASE("Retry-After of a busy server is handed on", "[openrosa]")
{
    Field field;
    field.server.inject(QStringLiteral("POST status 429 7"));
    const Outcome outcome = send(field.transport, aParcel());
    REQUIRE(std::holds_alternative<Unsent>(outcome));
    CHECK(std::get<Unsent>(outcome).retryAfter == 7s);
}

TEST_CASE("a silent server is given up", "[openrosa]")
{
    Field field;
    field.server.inject(QStringLiteral("POST hang"));
    CHECK(troubleOf(send(field.transport, aParcel())) == std::pair(Trouble::Interrupted, Scope::Record));
}

TEST_CASE("a slow answer is waited for", "[openrosa]")
{
    Field field;
    field.server.inject(QStringLiteral("POST delay 300"));
    CHECK(std::holds_alternative<Accepted>(send(field.transport, aParcel())));
}

TEST_CASE("a preflight may move the address on the same host and keeps the query", "[openrosa]")
{
    Field field;
    const QString there = field.server.baseUrl().toString() + QStringLiteral("/submission");
    const QString fault =
        GENERATE(as<QString>(), QStringLiteral("HEAD relocate %1"), QStringLiteral("HEAD redirect 307 %1"));
    field.server.inject(fault.arg(there));
    CHECK(std::holds_alternative<Accepted>(send(field.transport, aParcel())));
    REQUIRE(eventually([&] { return field.server.count(QStringLiteral("POST")) == 1; }));
    CHECK(field.server.requests().last()[QLatin1String("query")] == QStringLiteral("deviceID=PE-DES-01"));
}

TEST_CASE("without a server there is no link", "[openrosa]")
{
    Field field;
    CHECK(probe(field.transport) == std::nullopt);
    field.server.kill();
    CHECK(probe(field.transport) == Unsent{Trouble::Offline, Scope::Server});
    field.server.start();
    CHECK(probe(field.transport) == std::nullopt);
}

TEST_CASE("a transport that goes away takes its request with it and stays silent", "[openrosa]")
{
    Field field;
    field.server.inject(QStringLiteral("POST hang"));
    bool wasCalled = false;
    {
        OpenRosaTransport transport(settingsFor(field.server.baseUrl()), field.clock);
        transport.send({aParcel()}, [&](const QString &, const Outcome &) { wasCalled = true; });
        REQUIRE(eventually([&] { return field.server.count(QStringLiteral("POST")) == 1; }));
    }
    CHECK(probe(field.transport) == std::nullopt);
    CHECK_FALSE(wasCalled);
}
