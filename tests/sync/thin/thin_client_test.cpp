// The client against a gateway on the loopback address.

#include "sync/thin/thin_client.h"

#include "crypto/random.h"
#include "exchange/frame.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "thin_server/thin_server.h"

using namespace amparo;
using namespace amparo::thin;
using namespace std::chrono_literals;
using amparo::test::eventually;
using amparo::test::require;
using amparo::test::ThinServer;
using sync::Trouble;
using sync::Unsent;

namespace {

/// A frame that does not pack: two records and a picture of noise.
QByteArray aFrame(qsizetype size)
{
    exchange::Batch batch{QByteArray(16, 's'), QByteArray(16, 'g'), 1, {}, {}};
    batch.items.append({QStringLiteral("a"), QStringLiteral("form"), {}, "<a/>", {}});
    batch.items.append({QStringLiteral("b"),
                        QStringLiteral("form"),
                        {},
                        "<b/>",
                        {{QStringLiteral("noise"), {}, crypto::randomBytes(size)}}});
    return require(
        exchange::encode(batch).and_then([](const QByteArray &bytes) { return exchange::pack(bytes); }));
}

struct ClientField {
    Judgement upload(const QByteArray &frame)
    {
        std::optional<Judgement> judgement;
        client.upload(frame, [&](const Judgement &result) { judgement = result; });
        REQUIRE_FALSE(judgement.has_value());
        REQUIRE(eventually([&] { return judgement.has_value(); }));
        return *judgement;
    }

    std::variant<Hello, Unsent> hello()
    {
        std::optional<std::variant<Hello, Unsent>> answer;
        client.hello(QByteArray(16, 's'), QByteArray(16, 'g'), {},
                     [&](const std::variant<Hello, Unsent> &result) { answer = result; });
        REQUIRE(eventually([&] { return answer.has_value(); }));
        return *answer;
    }

    /// The requests as "PUT 0 ?1".
    QStringList requests() const
    {
        QStringList lines;
        for (const test::ThinRequest &request : server.requests())
            lines.append(QString::fromLatin1(request.method + ' ' + request.offset.value_or("-") + ' ' +
                                             request.complete.value_or("-")));
        return lines;
    }

    ThinServer server;
    ThinClient client{require(sync::parseServerAddress(server.url().toString())), systemClock(), 5s};
};

bool isStored(const Judgement &judgement) { return std::holds_alternative<Stored>(judgement); }

Trouble troubleOf(const Judgement &judgement)
{
    REQUIRE(std::holds_alternative<Unsent>(judgement));
    CHECK(std::get<Unsent>(judgement).scope == Unsent::Scope::Server);
    return std::get<Unsent>(judgement).trouble;
}

}  // namespace

TEST_CASE("a small frame goes out in one request and its receipt comes back", "[thin]")
{
    ClientField field;
    const QByteArray frame = aFrame(100);
    const Judgement judgement = field.upload(frame);
    REQUIRE(isStored(judgement));
    CHECK(require(exchange::decodeBatchReceipt(std::get<Stored>(judgement).receipt)).batchId ==
          exchange::nameOf(frame));
    CHECK(std::get<Stored>(judgement).serverTime.has_value());
    CHECK(field.requests() == QStringList{QStringLiteral("PUT - -")});
}

TEST_CASE("a large frame goes out in pieces that join", "[thin]")
{
    ClientField field;
    REQUIRE(isStored(field.upload(aFrame(100'000))));
    const QStringList requests = field.requests();
    CHECK(requests.size() > 2);
    CHECK(requests.first() == QStringLiteral("PUT 0 ?0"));
    CHECK(requests.last().endsWith(QStringLiteral("?1")));
    CHECK(field.server.records().size() == 2);
}

TEST_CASE("the server's greeting limits the pieces", "[thin]")
{
    ClientField field;
    field.server.mostChunk = 5000;
    REQUIRE(std::holds_alternative<Hello>(field.hello()));
    REQUIRE(isStored(field.upload(aFrame(20'000))));
    for (const test::ThinRequest &request : field.server.requests())
        CHECK(request.size <= 5000);
}

TEST_CASE("where the link breaks within a piece, the rest alone goes out", "[thin]")
{
    ClientField field;
    const QByteArray frame = aFrame(10'000);
    field.server.inject({"PUT", 3000, false, {}});
    REQUIRE(isStored(field.upload(frame)));
    CHECK(field.requests().first(3) ==
          QStringList{QStringLiteral("PUT - -"), QStringLiteral("HEAD - -"), QStringLiteral("PUT 3000 ?1")});
    CHECK(field.server.records().size() == 2);
}

TEST_CASE("a lost answer is fetched, and nothing is sent twice", "[thin][SEC-S2]")
{
    ClientField field;
    field.server.inject({"PUT", {}, true, {}});
    REQUIRE(isStored(field.upload(aFrame(1000))));
    CHECK(field.server.batches().size() == 1);
    CHECK(field.requests().last() == QStringLiteral("GET - -"));
}

TEST_CASE("a frame that was given up goes on where it was", "[thin]")
{
    ClientField field;
    const QByteArray frame = aFrame(10'000);
    field.server.inject({"PUT", 4000, false, {}});
    field.server.inject({"HEAD", {}, false, test::HttpResponse{503, {}, {}}});
    CHECK(troubleOf(field.upload(frame)) == Trouble::ServerFault);
    const qsizetype before = field.server.requests().size();
    REQUIRE(isStored(field.upload(frame)));
    CHECK(field.requests().at(before) == QStringLiteral("HEAD - -"));
    CHECK(field.requests().at(before + 1).startsWith(QStringLiteral("PUT 4000")));
}

TEST_CASE("a link that breaks without getting on is given up for now", "[thin]")
{
    ClientField field;
    for (int i = 0; i < 10; ++i)
        field.server.inject({"PUT", 0, false, {}});
    CHECK(troubleOf(field.upload(aFrame(10'000))) == Trouble::Interrupted);
    CHECK(field.requests().count(QStringLiteral("HEAD - -")) == 3);
}

TEST_CASE("a link that breaks time and again while it gets on is not given up", "[thin]")
{
    ClientField field;
    for (int i = 0; i < 10; ++i)
        field.server.inject({"PUT", 500, false, {}});
    REQUIRE(isStored(field.upload(aFrame(10'000))));
    CHECK(field.server.records().size() == 2);
}

TEST_CASE("a server that knows another offset is followed", "[thin]")
{
    ClientField field;
    const QByteArray frame = aFrame(10'000);
    test::HttpResponse conflict{409, {}, R"({"error":"offset"})"};
    SECTION("to where nothing is")
    {
        conflict.headers.add("Upload-Offset", "0");
        field.server.inject({"PUT", {}, false, conflict});
        REQUIRE(isStored(field.upload(frame)));
        CHECK(field.server.records().size() == 2);
    }
    SECTION("but not beyond the end")
    {
        conflict.headers.add("Upload-Offset", QByteArray::number(frame.size() + 1));
        field.server.inject({"PUT", {}, false, conflict});
        CHECK(std::get<Refusal>(field.upload(frame)).code == QStringLiteral("offset"));
    }
    SECTION("nor for ever")
    {
        conflict.headers.add("Upload-Offset", "0");
        for (int i = 0; i < 20; ++i)
            field.server.inject({"PUT", {}, false, conflict});
        CHECK(troubleOf(field.upload(frame)) == Trouble::ServerFault);
    }
}

TEST_CASE("a wrong token, a busy server and nobody at all are told apart", "[thin][SEC-S3]")
{
    ClientField field;
    SECTION("token")
    {
        sync::ServerSettings settings = require(sync::parseServerAddress(field.server.url().toString()));
        settings.access = sync::AppUser{QStringLiteral("another")};
        ThinClient client(settings, systemClock(), 5s);
        std::optional<Judgement> judgement;
        client.upload(aFrame(10), [&](const Judgement &result) { judgement = result; });
        REQUIRE(eventually([&] { return judgement.has_value(); }));
        CHECK(troubleOf(*judgement) == Trouble::SignIn);
    }
    SECTION("busy")
    {
        test::HttpResponse busy{503, {}, R"({"error":"draining"})"};
        busy.headers.add("Retry-After", "7");
        field.server.inject({"PUT", {}, false, busy});
        const Judgement judgement = field.upload(aFrame(10));
        CHECK(troubleOf(judgement) == Trouble::Busy);
        CHECK(std::get<Unsent>(judgement).retryAfter == 7s);
    }
    SECTION("nobody")
    {
        QTcpServer listening;
        REQUIRE(listening.listen(QHostAddress::LocalHost));
        const QString address = QStringLiteral("http://127.0.0.1:%1").arg(listening.serverPort());
        listening.close();
        ThinClient client(require(sync::parseServerAddress(address)), systemClock(), 5s);
        std::optional<Judgement> judgement;
        client.upload(aFrame(10), [&](const Judgement &result) { judgement = result; });
        REQUIRE(eventually([&] { return judgement.has_value(); }));
        CHECK(troubleOf(*judgement) == Trouble::Offline);
    }
}

TEST_CASE("the greeting says the server's key, or why there is none", "[thin]")
{
    ClientField field;
    CHECK(std::get<Hello>(field.hello()).key == field.server.publicKey());
    field.server.inject({"GET", {}, false, test::HttpResponse{200, {}, "<html>Accept the terms</html>"}});
    CHECK(std::get<Unsent>(field.hello()).trouble == Trouble::Portal);
    field.server.inject({"GET", {}, false, test::HttpResponse{401, {}, R"({"error":"token"})"}});
    CHECK(std::get<Unsent>(field.hello()).trouble == Trouble::SignIn);
}

TEST_CASE("requests follow each other on one connection, with few words", "[thin]")
{
    ClientField field;
    const QByteArray frame = aFrame(1000);
    REQUIRE(isStored(field.upload(frame)));
    CHECK(field.server.received() - frame.size() < 400);
}
