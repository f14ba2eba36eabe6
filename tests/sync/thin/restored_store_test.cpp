// A store in a later life than its first, against a gateway that knows more of it than it does itself.

#include "exchange/receipt.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "sync/thin/parcels.h"
#include "sync/thin/thin_transport.h"
#include "thin_server/memory_station.h"
#include "thin_server/thin_server.h"

using namespace amparo;
using namespace amparo::thin;
using namespace std::chrono_literals;
using amparo::test::eventually;
using amparo::test::parcels;
using amparo::test::require;
using sync::Accepted;
using sync::Outcome;
using sync::Parcel;

namespace {

/// A post that begins anew each time it sends, as its program does.
struct Post {
    QMap<QString, Outcome> send(const test::ThinServer &server, const QList<Parcel> &list)
    {
        ThinTransport transport(require(sync::parseServerAddress(server.url().toString())), systemClock(),
                                std::make_unique<test::MemoryStation>(contents), 5s);
        QMap<QString, Outcome> outcomes;
        transport.send(list, [&](const QString &id, const Outcome &outcome) {
            REQUIRE_FALSE(outcomes.contains(id));
            outcomes[id] = outcome;
        });
        REQUIRE(eventually([&] { return outcomes.size() == list.size(); }));
        return outcomes;
    }

    std::shared_ptr<test::StationContents> contents = std::make_shared<test::StationContents>();
};

int statusOf(const Outcome &outcome)
{
    if (const auto *accepted = std::get_if<Accepted>(&outcome))
        return accepted->status;
    const auto *rejected = std::get_if<sync::Rejected>(&outcome);
    return rejected ? rejected->status : 0;
}

int countOf(const test::ThinServer &server, const QByteArray &path)
{
    return int(std::count_if(server.requests().begin(), server.requests().end(),
                             [&](const test::ThinRequest &request) { return request.path == path; }));
}

}  // namespace

TEST_CASE("[SEC-D5] what the server has already gets its receipt without being sent again", "[thin]")
{
    test::ThinServer server;
    Post post;
    post.send(server, parcels(0, 5));
    post.contents->beginNewLife();
    const auto outcomes = post.send(server, parcels(0, 8));

    REQUIRE(server.batches().size() == 2);
    CHECK(server.batches().last().items.size() == 3);
    for (int i = 0; i < 8; ++i) {
        const Parcel parcel = parcels(i, 1).first();
        CHECK(statusOf(outcomes[parcel.instanceId]) == (i < 5 ? 200 : 201));
        const exchange::Receipt receipt =
            require(exchange::decodeReceipt(std::get<Accepted>(outcomes[parcel.instanceId]).proof));
        CHECK(exchange::isGenuine(receipt, server.publicKey()));
        CHECK(receipt.generation == post.contents->generation);
        CHECK(receipt.record.contentHash == exchange::contentHash({{}, {}, {}, parcel.submissionXml, {}}));
    }
}

TEST_CASE("a store in its first life is asked nothing, and one that the server does not know asks once",
          "[thin]")
{
    test::ThinServer server;
    Post post;
    post.send(server, parcels(0, 5));
    CHECK(countOf(server, "/v1/have") == 0);
    post.contents->beginNewLife();
    post.send(server, parcels(10, 5));
    CHECK(countOf(server, "/v1/have") == 1);
    CHECK(countOf(server, "/v1/receipts") == 0);
    CHECK(server.records().size() == 10);
}

TEST_CASE("other bytes than the server has are sent, for it to keep and to refuse", "[thin][SEC-S2]")
{
    test::ThinServer server;
    Post post;
    post.send(server, parcels(0, 2));
    post.contents->beginNewLife();
    const auto outcomes = post.send(server, parcels(0, 1) + parcels(1, 1, "no"));
    CHECK(statusOf(outcomes.first()) == 200);
    CHECK(statusOf(outcomes.last()) == 409);
    CHECK(server.batches().last().items.first().submissionXml == parcels(1, 1, "no").first().submissionXml);
}

TEST_CASE("a server that cannot be asked is sent everything", "[thin]")
{
    test::ThinServer server;
    Post post;
    post.send(server, parcels(0, 2));
    post.contents->beginNewLife();
    const test::HttpResponse unknown{404, {}, R"({"error":"path"})"};
    SECTION("which records it has") { server.inject({"POST", {}, false, unknown}); }
    SECTION("for a receipt")
    {
        test::HttpResponse both{200, {}, "\x03"};
        both.headers.add("Content-Type", "application/octet-stream");
        server.inject({"POST", {}, false, both});
        server.inject({"POST", {}, false, unknown});
    }
    const auto outcomes = post.send(server, parcels(0, 2));
    CHECK(statusOf(outcomes.first()) == 200);
    CHECK(server.batches().last().items.size() == 2);
}

TEST_CASE("an answer that proves nothing acknowledges nothing", "[thin][SEC-S4]")
{
    test::ThinServer server;
    Post post;
    post.send(server, parcels(0, 2));
    post.contents->beginNewLife();
    server.changeKey();
    post.contents->serverKey = server.publicKey();
    test::HttpResponse forged{200, {}, "no receipt"};
    forged.headers.add("Content-Type", "application/vnd.amparo.receipt");
    test::HttpResponse both{200, {}, "\x03"};
    both.headers.add("Content-Type", "application/octet-stream");
    server.inject({"POST", {}, false, both});
    server.inject({"POST", {}, false, forged});
    for (const Outcome &outcome : post.send(server, parcels(0, 2))) {
        REQUIRE(std::holds_alternative<sync::Unsent>(outcome));
        CHECK(std::get<sync::Unsent>(outcome).trouble == sync::Trouble::Untrusted);
    }
}

TEST_CASE("[SEC-D5] a server that has later batches than were given out is met as another generation",
          "[thin]")
{
    test::ThinServer server;
    Post post;
    post.send(server, parcels(0, 2));
    post.send(server, parcels(2, 2));
    const QByteArray before = post.contents->generation;
    SECTION("the store was set back with its mark")
    {
        post.contents->sequence = 0;
        const auto outcomes = post.send(server, parcels(2, 4));
        CHECK(post.contents->copiesNoticed == 1);
        CHECK(server.batches().last().generation == post.contents->generation);
        CHECK(post.contents->generation != before);
        CHECK(server.batches().last().items.size() == 2);  // of the others it knew, and said so
        for (const Outcome &outcome : outcomes)
            CHECK(std::holds_alternative<Accepted>(outcome));
    }
    SECTION("it was not")
    {
        post.send(server, parcels(4, 2));
        CHECK(post.contents->copiesNoticed == 0);
        CHECK(server.batches().last().generation == before);
    }
}
