// The transport against the strict server, which runs as a process of its own.

#include "sync/openrosa/openrosa_transport.h"

#include "openrosa_server/server_process.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/fixed_clock.h"
#include "support/openssl_tool.h"

#include <QTcpServer>

using namespace amparo;
using namespace amparo::sync;
using namespace std::chrono_literals;
using amparo::openrosa::OpenRosaTransport;
using amparo::test::eventually;
using amparo::test::FixedClock;
using amparo::test::require;
using amparo::test::ServerProcess;
using Scope = Unsent::Scope;

namespace {

Parcel aParcel(const QByteArray &answer = "ñ", QList<Attachment> attachments = {})
{
    QByteArray files;
    for (const Attachment &attachment : attachments)
        files += "<photo>" + attachment.name.toUtf8() + "</photo>";
    return {QStringLiteral("uuid:7a3"), QStringLiteral("checklist"),
            "<?xml version=\"1.0\"?>\r\n<data id=\"checklist\" "
            "xmlns:orx=\"http://openrosa.org/xforms\"><orx:meta>"
            "<orx:instanceID>uuid:7a3</orx:instanceID></orx:meta>" +
                files + "<a>" + answer + "</a></data>\n",
            attachments};
}

ServerSettings settingsFor(const QUrl &url)
{
    ServerSettings settings = require(parseServerAddress(url.toString()));
    settings.deviceId = QStringLiteral("PE-DES-01");
    return settings;
}

Outcome send(Transport &transport, const Parcel &parcel)
{
    std::optional<Outcome> outcome;
    transport.send({parcel}, [&](const QString &, const Outcome &result) { outcome = result; });
    REQUIRE_FALSE(outcome.has_value());
    REQUIRE(eventually([&] { return outcome.has_value(); }));
    return *outcome;
}

std::optional<Unsent> probe(Transport &transport)
{
    std::optional<std::optional<Unsent>> answer;
    transport.probe([&](const std::optional<Unsent> &result) { answer = result; });
    REQUIRE(eventually([&] { return answer.has_value(); }));
    return *answer;
}

/// Trouble and scope of what was not sent.
std::pair<Trouble, Scope> troubleOf(const Outcome &outcome)
{
    REQUIRE(std::holds_alternative<Unsent>(outcome));
    return {std::get<Unsent>(outcome).trouble, std::get<Unsent>(outcome).scope};
}

struct Field {
    explicit Field(const QStringList &options = {}) : server(options) {}

    ServerProcess server;
    FixedClock clock;
    OpenRosaTransport transport{settingsFor(server.baseUrl()), clock, 1s};
};

}  // namespace

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

TEST_CASE("with a name and a password records go one after the other", "[openrosa]")
{
    Field field({QStringLiteral("--auth"), QStringLiteral("digest"), QStringLiteral("--user"),
                 QStringLiteral("ana"), QStringLiteral("--password"), QStringLiteral("llave")});
    ServerSettings settings = settingsFor(field.server.baseUrl());
    settings.access = Login{QStringLiteral("ana"), QStringLiteral("llave")};
    OpenRosaTransport transport(settings, field.clock, 1s);
    REQUIRE(std::holds_alternative<Accepted>(send(transport, aParcel())));
    CHECK(transport.room() == 1);
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

TEST_CASE("[SEC-S7] a preflight that points to another host does not take the record there", "[openrosa]")
{
    QTcpServer elsewhere;
    REQUIRE(elsewhere.listen(QHostAddress(QStringLiteral("127.0.0.2"))));
    Field field;
    field.server.inject(
        QStringLiteral("HEAD relocate http://127.0.0.2:%1/submission").arg(elsewhere.serverPort()));
    CHECK(std::holds_alternative<Accepted>(send(field.transport, aParcel())));
    CHECK_FALSE(elsewhere.hasPendingConnections());
    CHECK(field.server.archive().size() == 1);
}

TEST_CASE("[SEC-S7] a certificate that proves nothing is never accepted", "[openrosa]")
{
    QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("key.pem"));
    const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
    test::openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                   QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                   QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
    Field field({QStringLiteral("--certificate"), certificate, QStringLiteral("--key"), key});
    CHECK(probe(field.transport) == Unsent{Trouble::Untrusted, Scope::Server});
    CHECK(troubleOf(send(field.transport, aParcel())) == std::pair(Trouble::Untrusted, Scope::Server));
    CHECK(field.server.requests().isEmpty());
}

TEST_CASE("a name and password sign in by Digest, once for both requests", "[openrosa]")
{
    Field field({QStringLiteral("--auth"), QStringLiteral("digest"), QStringLiteral("--user"),
                 QStringLiteral("ana"), QStringLiteral("--password"), QStringLiteral("llave")});
    ServerSettings settings = settingsFor(field.server.baseUrl());

    SECTION("with the right password")
    {
        settings.access = Login{QStringLiteral("ana"), QStringLiteral("llave")};
        OpenRosaTransport transport(settings, field.clock);
        CHECK(std::holds_alternative<Accepted>(send(transport, aParcel())));
        CHECK(eventually([&] { return field.server.requests().size() == 3; }));
        CHECK(field.server.count(QStringLiteral("HEAD"), 401) == 1);
        CHECK(field.server.count(QStringLiteral("POST"), 201) == 1);
    }
    SECTION("and not with a wrong one")
    {
        settings.access = Login{QStringLiteral("ana"), QStringLiteral("clave")};
        OpenRosaTransport transport(settings, field.clock);
        CHECK(troubleOf(send(transport, aParcel())) == std::pair(Trouble::SignIn, Scope::Server));
        CHECK(eventually([&] { return field.server.count(QStringLiteral("HEAD"), 401) == 2; }));
    }
    SECTION("and not without")
    {
        CHECK(probe(field.transport) == Unsent{Trouble::SignIn, Scope::Server, 401});
    }
}

TEST_CASE("[SEC-S7] Basic is not spoken over a link in clear", "[openrosa]")
{
    Field field({QStringLiteral("--auth"), QStringLiteral("basic"), QStringLiteral("--user"),
                 QStringLiteral("ana"), QStringLiteral("--password"), QStringLiteral("llave")});
    ServerSettings settings = settingsFor(field.server.baseUrl());
    settings.access = Login{QStringLiteral("ana"), QStringLiteral("llave")};
    OpenRosaTransport transport(settings, field.clock);
    CHECK(probe(transport) == Unsent{Trouble::SignIn, Scope::Server, 401});
    REQUIRE(eventually([&] { return field.server.requests().size() == 1; }));
    CHECK_FALSE(field.server.requests().first()[QLatin1String("authorization")].toBool());
}

TEST_CASE("a wrong token is a matter of signing in, a wrong address is not", "[openrosa]")
{
    Field field;
    ServerSettings settings = settingsFor(field.server.baseUrl());
    SECTION("token")
    {
        settings.access = AppUser{QStringLiteral("stolen")};
        OpenRosaTransport transport(settings, field.clock);
        CHECK(probe(transport) == Unsent{Trouble::SignIn, Scope::Server, 403});
    }
    SECTION("address")
    {
        settings.address.setPath(QStringLiteral("/somewhere"));
        settings.access = {};
        OpenRosaTransport transport(settings, field.clock);
        CHECK(probe(transport) == Unsent{Trouble::WrongAddress, Scope::Server, 404});
    }
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
