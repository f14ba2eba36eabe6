// The transport against a gateway on the loopback address.

#include "sync/thin/thin_transport.h"

#include "support/catch.h"
#include "support/eventually.h"
#include "sync/thin/parcels.h"
#include "thin_server/memory_station.h"
#include "thin_server/thin_server.h"

#include <QUuid>

using namespace amparo;
using namespace amparo::thin;
using namespace std::chrono_literals;
using amparo::test::aParcel;
using amparo::test::eventually;
using amparo::test::MemoryStation;
using amparo::test::parcels;
using amparo::test::require;
using amparo::test::ThinFault;
using amparo::test::ThinServer;
using sync::Accepted;
using sync::Outcome;
using sync::Parcel;
using sync::Rejected;
using sync::Trouble;
using sync::Unsent;

namespace {

struct Field {
    explicit Field(const QByteArray &pinned = {})
        : settings(require(sync::parseServerAddress(server.url().toString())))
    {
        settings.trust.receiptKey = pinned;
        makeTransport();
    }

    void makeTransport()
    {
        transport = std::make_unique<ThinTransport>(settings, systemClock(),
                                                    std::make_unique<MemoryStation>(post), 5s);
    }

    /// What came of each, by instanceID.
    QMap<QString, Outcome> send(const QList<Parcel> &list)
    {
        QMap<QString, Outcome> outcomes;
        transport->send(list, [&](const QString &id, const Outcome &outcome) {
            REQUIRE_FALSE(outcomes.contains(id));
            outcomes[id] = outcome;
        });
        REQUIRE(outcomes.isEmpty());
        CHECK(transport->room() == 0);
        REQUIRE(eventually([&] { return outcomes.size() == list.size(); }));
        CHECK(transport->room() > 0);
        return outcomes;
    }

    std::optional<Unsent> probe()
    {
        std::optional<std::optional<Unsent>> answer;
        transport->probe([&](const std::optional<Unsent> &result) { answer = result; });
        REQUIRE(eventually([&] { return answer.has_value(); }));
        return *answer;
    }

    ThinServer server;
    sync::ServerSettings settings;
    std::shared_ptr<test::StationContents> post = std::make_shared<test::StationContents>();
    std::unique_ptr<ThinTransport> transport;
};

int accepted(const QMap<QString, Outcome> &outcomes)
{
    return int(std::count_if(outcomes.begin(), outcomes.end(), [](const Outcome &outcome) {
        return std::holds_alternative<Accepted>(outcome);
    }));
}

Trouble troubleOf(const Outcome &outcome)
{
    REQUIRE(std::holds_alternative<Unsent>(outcome));
    return std::get<Unsent>(outcome).trouble;
}

}  // namespace

TEST_CASE("records go out in one batch, and each gets a receipt that proves it", "[thin][SEC-S4]")
{
    Field field;
    const QList<Parcel> list = parcels(0, 50);
    const auto outcomes = field.send(list);
    REQUIRE(accepted(outcomes) == 50);
    CHECK(field.server.batches().size() == 1);
    for (const Parcel &parcel : list) {
        CHECK(field.server.records().value(parcel.instanceId) == parcel.submissionXml);
        const Accepted got = std::get<Accepted>(outcomes[parcel.instanceId]);
        CHECK(got.status == 201);
        const exchange::Receipt receipt = require(exchange::decodeReceipt(got.proof));
        CHECK(exchange::isGenuine(receipt, field.server.publicKey()));
        CHECK(receipt.record.instanceHash == exchange::instanceHash(parcel.instanceId));
    }
    const exchange::Batch batch = field.server.batches().first();
    CHECK(batch.storeId == QByteArray(16, 's'));
    CHECK(batch.generation == QByteArray(16, 'g'));
    CHECK(batch.sequence == 1);
    CHECK(batch.checkpoint == "checkpoint");
    CHECK(batch.items.first().formVersion == QStringLiteral("3"));
}

TEST_CASE("files go with their record", "[thin]")
{
    Field field;
    Parcel parcel = aParcel(1);
    parcel.attachments = {
        {QStringLiteral("a.jpg"), QStringLiteral("image/jpeg"), QByteArray("picture\0", 8)}};
    CHECK(accepted(field.send({parcel})) == 1);
    const exchange::File file = field.server.batches().first().items.first().files.first();
    CHECK(file ==
          exchange::File{QStringLiteral("a.jpg"), QStringLiteral("image/jpeg"), QByteArray("picture\0", 8)});
}

TEST_CASE("a batch is packed against the one before, and without it where the server has it no more",
          "[thin]")
{
    using Kind = exchange::DictionaryKind;
    Field field;
    CHECK(accepted(field.send(parcels(0, 3))) == 3);
    CHECK(accepted(field.send(parcels(3, 3))) == 3);
    CHECK(field.server.dictionaries() == QList<Kind>{Kind::None, Kind::Base});
    field.server.forgetBatches();
    CHECK(accepted(field.send(parcels(6, 3))) == 3);
    CHECK(accepted(field.send(parcels(9, 3))) == 3);
    CHECK(field.server.dictionaries() == QList<Kind>{Kind::None, Kind::Base, Kind::None, Kind::Base});
    CHECK(field.server.records().size() == 12);
}

TEST_CASE("sending twice is harmless, and other bytes are refused", "[thin][SEC-S2]")
{
    Field field;
    CHECK(accepted(field.send(parcels(0, 2))) == 2);
    field.makeTransport();
    QList<Parcel> list = parcels(0, 3);
    list[1] = aParcel(1, "no");
    const auto outcomes = field.send(list);
    CHECK(std::get<Accepted>(outcomes[list[0].instanceId]).status == 200);
    CHECK(std::get<Rejected>(outcomes[list[1].instanceId]).status == 409);
    CHECK(std::get<Accepted>(outcomes[list[2].instanceId]).status == 201);
    CHECK(field.server.records().value(list[1].instanceId) == aParcel(1).submissionXml);
}

TEST_CASE("a record that the server refuses does not hold up the others", "[thin]")
{
    Field field;
    const QList<Parcel> list = parcels(0, 3);
    field.server.refused = {list[1].instanceId};
    const auto outcomes = field.send(list);
    CHECK(accepted(outcomes) == 2);
    CHECK(std::holds_alternative<Rejected>(outcomes[list[1].instanceId]));
}

TEST_CASE("a batch that broke off goes on as it was when its records come again", "[thin]")
{
    Field field;
    const QList<Parcel> list = parcels(0, 40);
    field.server.inject({"PUT", 100, false, {}});
    field.server.inject({"HEAD", {}, false, test::HttpResponse{503, {}, {}}});
    const auto first = field.send(list);
    CHECK(troubleOf(first[list[0].instanceId]) == Trouble::ServerFault);
    const qsizetype before = field.server.requests().size();

    SECTION("with others")
    {
        CHECK(accepted(field.send(parcels(100, 1) + list)) == 41);
        REQUIRE(field.server.requests().size() > before + 1);
        CHECK(field.server.requests().at(before).method == "HEAD");
        CHECK(field.server.requests().at(before + 1).offset == "100");
        CHECK(field.server.batches().first().items.size() == 40);
        CHECK(field.server.records().size() == 41);
    }
    SECTION("but not where one of them is missing")
    {
        CHECK(accepted(field.send(list.mid(1))) == 39);
        CHECK(field.server.requests().at(before).method == "PUT");
        CHECK(field.server.records().size() == 39);
    }
}

TEST_CASE("a batch too large for the server is halved until it fits, and a record that never fits is told",
          "[thin]")
{
    Field field;
    QList<Parcel> list = parcels(0, 8);
    QByteArray noise;
    for (int i = 0; i < 300; ++i)
        noise += QUuid::createUuid().toByteArray();
    list[5] = aParcel(5, noise);
    field.server.mostFrame = 2000;
    field.server.inject({"GET", {}, false, {}});
    // The greeting would tell the limit; a proxy in front of the server does not.
    test::HttpResponse large{413, {}, R"({"error":"too-large"})"};
    field.server.inject({"PUT", {}, false, large});
    const auto outcomes = field.send(list);
    CHECK(accepted(outcomes) == 7);
    CHECK(std::get<Rejected>(outcomes[list[5].instanceId]).status == 413);
}

TEST_CASE("a record that cannot stand in a batch is told, and the others go", "[thin]")
{
    Field field;
    QList<Parcel> list = parcels(0, 3);
    list[1].attachments = {{{}, QStringLiteral("image/jpeg"), "a file without a name"}};
    const auto outcomes = field.send(list);
    CHECK(accepted(outcomes) == 2);
    CHECK(std::holds_alternative<Rejected>(outcomes[list[1].instanceId]));
}

TEST_CASE("the server's first key is kept and counts", "[thin][SEC-S7]")
{
    Field field;
    CHECK(accepted(field.send(parcels(0, 1))) == 1);
    CHECK(field.post->serverKey == field.server.publicKey());
    field.server.changeKey();
    const auto outcomes = field.send(parcels(1, 1));
    CHECK(troubleOf(outcomes.first()) == Trouble::Untrusted);
    CHECK(troubleOf(field.send(parcels(1, 1)).first()) == Trouble::Untrusted);
    CHECK(field.post->keysKept == 1);
}

TEST_CASE("a pinned key is not replaced by what a server shows", "[thin][SEC-S7]")
{
    Field field(QByteArray(32, 'k'));
    CHECK(troubleOf(field.send(parcels(0, 1)).first()) == Trouble::Untrusted);
    CHECK(field.probe()->trouble == Trouble::Untrusted);
    CHECK(field.post->keysKept == 0);
    CHECK(field.server.records().isEmpty());
}

TEST_CASE("all that is under way fails with the server, and goes again later", "[thin][SEC-S3]")
{
    Field field;
    field.server.inject({"PUT", {}, false, test::HttpResponse{401, {}, R"({"error":"token"})"}});
    const auto outcomes = field.send(parcels(0, 3));
    for (const Outcome &outcome : outcomes) {
        CHECK(troubleOf(outcome) == Trouble::SignIn);
        CHECK(std::get<Unsent>(outcome).scope == Unsent::Scope::Server);
    }
    CHECK(accepted(field.send(parcels(0, 3))) == 3);
}

TEST_CASE("whether the server is there is asked without records", "[thin]")
{
    Field field;
    CHECK_FALSE(field.probe().has_value());
    field.server.inject({"GET", {}, false, test::HttpResponse{200, {}, "<html>welcome</html>"}});
    CHECK(field.probe()->trouble == Trouble::Portal);
    CHECK(field.server.batches().isEmpty());
}

TEST_CASE("batches grow where the link is quick, up to what the server takes", "[thin]")
{
    Field field;
    field.server.mostItems = 60;
    CHECK(field.transport->room() == 50);
    CHECK(accepted(field.send(parcels(0, 10))) == 10);
    CHECK(field.transport->room() == 60);
}

TEST_CASE("a transport that goes breaks off what is under way", "[thin]")
{
    Field field;
    bool isCalled = false;
    field.transport->send(parcels(0, 3), [&](const QString &, const Outcome &) { isCalled = true; });
    REQUIRE(eventually([&] { return !field.server.requests().isEmpty(); }));
    field.transport.reset();
    const qsizetype before = field.server.requests().size();
    ThinServer other;
    field.settings.address = other.url().adjusted(QUrl::RemoveUserInfo);
    field.makeTransport();
    CHECK(accepted(field.send(parcels(0, 1))) == 1);
    CHECK_FALSE(isCalled);
    CHECK(field.server.requests().size() == before);
}
