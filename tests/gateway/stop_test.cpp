// Too much, too often, and the end: planned, by kill -9, of the gateway and of PostgreSQL.

#include "gateway/deliveries.h"
#include "gateway/gateway_process.h"
#include "gateway/test_database.h"
#include "gateway/thin_client.h"
#include "support/catch.h"
#include "support/eventually.h"

#include <QThread>

#include <mutex>
#include <random>
#include <thread>

using namespace amparo;
using namespace amparo::test;

namespace {

QByteArray packed(const exchange::Batch &batch)
{
    return require(exchange::pack(require(exchange::encode(batch))));
}

/// With a PostgreSQL of its own, which may be killed.
struct OwnSite {
    explicit OwnSite(const QJsonObject &config = {})
        : gateway(cluster->connectionString(), config), token(gateway.addPost(QStringLiteral("PE-DES-01")))
    {}

    std::unique_ptr<PostgresCluster> cluster = require(PostgresCluster::make());
    GatewayProcess gateway;
    QByteArray token;

    ThinClient client() const { return {gateway.port(), token}; }
    qint64 number(const char *query) const
    {
        const auto connection = require(gateway::Connection::open(cluster->connectionString()));
        return require(connection->run({"number", query})).number(0, 0);
    }
};

/// One batch, and all that the server ever said about it.
struct Story {
    exchange::Batch batch;
    QByteArray frame;
    std::vector<QByteArray> receipts = {};
};

/// Sends it until it is acknowledged, as a client does; and once more, now and then, as one that lost the
/// answer.
void deliver(const ThinClient &client, Story &story, std::mt19937 &chance)
{
    const std::size_t wanted = chance() % 4 == 0 ? 2 : 1;
    for (int attempt = 0; attempt < 2000 && story.receipts.size() < wanted; ++attempt) {
        const HttpAnswer answer = client.put(story.frame);
        if (answer.status == 200 || answer.status == 201)
            story.receipts.push_back(answer.body);
        else
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

std::vector<Story> someStories(int count)
{
    std::vector<Story> stories;
    for (int i = 0; i < count; ++i) {
        const exchange::Batch batch = aBatch(someItems(3), quint64(i));
        stories.push_back({batch, packed(batch)});
    }
    return stories;
}

void checkStories(const OwnSite &site, const std::vector<Story> &stories)
{
    for (const Story &story : stories) {
        REQUIRE_FALSE(story.receipts.empty());
        for (const QByteArray &receipt : story.receipts) {
            CHECK(receipt == story.receipts.front());
            CHECK(checkedVerdicts({200, {}, receipt}, story.batch, story.frame, site.gateway.publicKey())
                      .size() == story.batch.items.size());
        }
    }
    const qint64 records = qint64(stories.size()) * 3;
    CHECK(site.number("SELECT count(*) FROM record") == records);
    CHECK(site.number("SELECT count(DISTINCT instance_id) FROM record") == records);
    CHECK(site.number("SELECT count(*) FROM record_identity") == records);
    CHECK(site.number("SELECT count(*) FROM batch") == qint64(stories.size()));
}

}  // namespace

TEST_CASE("a post that asks too often is told when to come back", "[gateway]")
{
    OwnSite site({{QStringLiteral("requestBurst"), 2}, {QStringLiteral("requestsPerSecond"), 1}});
    QList<int> statuses;
    HttpAnswer last;
    for (int i = 0; i < 8; ++i) {
        last = site.client().ask("GET", "/v1/hello");
        statuses.append(last.status);
        if (last.status == 429)
            break;
    }
    CHECK(statuses.mid(0, 2) == QList{200, 200});
    CHECK(last.status == 429);
    CHECK(errorWord(last) == "rate");
    CHECK(last.headers.value("retry-after").toInt() >= 1);
    CHECK(ThinClient(site.gateway.port(), site.gateway.addPost(QStringLiteral("BO-DES-01")))
              .ask("GET", "/v1/hello")
              .status == 200);
}

TEST_CASE("bodies beyond the memory that is set aside for them have to wait", "[gateway]")
{
    OwnSite site({{QStringLiteral("bodyBytes"), 10'000}});
    HttpPeer slow(site.gateway.port());
    const QByteArray frame = packed(aBatch(someItems(1)));
    slow.send(HttpPeer::head("PUT", "/v1/batches/" + QByteArray(32, 'a'), site.client().authorised(), 9900) +
              "begin");
    HttpAnswer busy;
    CHECK(eventually([&] {
        busy = site.client().put(frame);
        return busy.status == 503;
    }));
    CHECK(errorWord(busy) == "busy");
    CHECK(busy.headers.contains("retry-after"));
    slow = HttpPeer(site.gateway.port());
    CHECK(eventually([&] { return site.client().put(frame).status / 100 == 2; }));
}

TEST_CASE("without its database the gateway asks to come back, and goes on when that is there again",
          "[gateway]")
{
    OwnSite site;
    const QByteArray frame = packed(aBatch(someItems(2)));
    REQUIRE(site.client().ask("GET", "/v1/hello").status == 200);
    site.cluster->kill();
    CHECK(eventually([&] { return site.gateway.askOperators("/readyz").status == 503; }));
    const HttpAnswer answer = site.client().put(frame);
    CHECK(answer.status == 503);
    CHECK(errorWord(answer) == "database");
    CHECK(answer.headers.contains("retry-after"));
    CHECK(site.gateway.askOperators("/healthz").status == 200);
    require(site.cluster->start());
    CHECK(eventually([&] { return site.gateway.askOperators("/readyz").status == 200; }));
    CHECK(eventually([&] { return site.client().put(frame).status / 100 == 2; }));
}

TEST_CASE("told to stop, the gateway ends what is under way and takes nothing new", "[gateway]")
{
    OwnSite site;
    const QByteArray frame = packed(aBatch(someItems(2)));
    HttpPeer idle(site.gateway.port());
    REQUIRE(idle.ask("GET", "/v1/hello", site.client().authorised()).status == 200);
    HttpPeer inBody(site.gateway.port());
    inBody.send(HttpPeer::head("PUT", ThinClient::pathOf(frame),
                               site.client().authorised({{"Expect", "100-continue"}}), frame.size()));
    REQUIRE(inBody.receive().status == 100);
    HttpPeer inHeader(site.gateway.port());
    inHeader.send("GET /v1/hello HTTP/1.1\r\n");
    REQUIRE(site.client().ask("GET", "/v1/hello").status == 200);  // what came before was looked at

    site.gateway.askToStop();
    CHECK(eventually([&] { return site.gateway.askOperators("/readyz").status == 503; }));
    CHECK(idle.receive().status == 0);
    CHECK_FALSE(HttpPeer(site.gateway.port()).isConnected());
    inHeader.send("Host: a\r\nAuthorization: Bearer " + site.token + "\r\n\r\n");
    const HttpAnswer late = inHeader.receive();
    CHECK(late.status == 503);
    CHECK(errorWord(late) == "draining");
    CHECK(late.headers.contains("retry-after"));
    CHECK(site.gateway.isRunning());
    inBody.send(frame);
    const HttpAnswer answer = inBody.receive();
    CHECK(answer.status == 201);
    CHECK(answer.headers.value("connection") == "close");
    CHECK(site.gateway.exitCode() == 0);
    CHECK(site.number("SELECT count(*) FROM record") == 2);
}

TEST_CASE("a gateway that stops does not wait for slow clients for ever, and keeps what they sent",
          "[gateway]")
{
    OwnSite site({{QStringLiteral("drain"), 1}});
    const QByteArray frame = aLargeFrame();
    HttpPeer slow(site.gateway.port());
    slow.send(HttpPeer::head("PUT", ThinClient::pathOf(frame),
                             site.client().authorised({{"Expect", "100-continue"}}), frame.size()));
    REQUIRE(slow.receive().status == 100);
    slow.send(frame.first(2000));
    site.gateway.askToStop();
    CHECK(site.gateway.exitCode() == 0);
    site.gateway.start();
    CHECK(site.client().head(frame).headers.value("upload-offset") == "2000");
}

TEST_CASE("[SEC-S2] kill -9 of the gateway or of PostgreSQL under load loses and doubles nothing",
          "[gateway]")
{
    const int kills = std::max(4, qEnvironmentVariableIntValue("AMPARO_GATEWAY_KILLS"));
    OwnSite site({{QStringLiteral("requestsPerSecond"), 100000},
                  {QStringLiteral("requestBurst"), 100000},
                  {QStringLiteral("requestsAtOnce"), 100}});
    std::vector<Story> stories = someStories(kills * 40);
    std::atomic<std::size_t> next = 0;
    std::atomic<int> working = 4;
    std::vector<std::thread> posts;
    for (unsigned seed = 0; seed < 4; ++seed) {
        posts.emplace_back([&, client = site.client(), seed] {
            std::mt19937 chance(seed);
            for (std::size_t i = next++; i < stories.size(); i = next++)
                deliver(client, stories[i], chance);
            --working;
        });
    }
    for (int kill = 1; kill <= kills; ++kill) {
        // Each at its share of the work, wherever in it that is.
        eventually([&] {
            return next * std::size_t(kills + 1) >= stories.size() * std::size_t(kill) || working == 0;
        });
        if (kill % 2 == 0) {
            site.gateway.kill();
            site.gateway.start();
        } else {
            site.cluster->kill();
            require(site.cluster->start());
        }
    }
    for (std::thread &post : posts)
        post.join();
    checkStories(site, stories);
}
