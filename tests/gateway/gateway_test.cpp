// The program as posts meet it: real HTTP, a real PostgreSQL behind.

#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "crypto/signature.h"
#include "exchange/seal.h"
#include "gateway/deliveries.h"
#include "gateway/gateway_process.h"
#include "gateway/test_database.h"
#include "gateway/thin_client.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::test;
using exchange::Verdict;

namespace {

/// A gateway with one post.
struct Site {
    explicit Site(const QJsonObject &config = {}) : gateway(database.where(), config) {}

    TestDatabase database{TestDatabase::Schema::None};
    GatewayProcess gateway;
    QByteArray token = gateway.addPost(QStringLiteral("PE-DES-01"));

    ThinClient client() const { return {gateway.port(), token}; }
    qint64 records() const { return database.number("SELECT count(*) FROM record"); }
};

QByteArray frameOf(const exchange::Batch &batch, const exchange::Dictionary &dictionary = {})
{
    return require(exchange::pack(require(exchange::encode(batch)), dictionary));
}

}  // namespace

TEST_CASE("a batch is answered with a receipt, and the same one when it comes again", "[gateway]")
{
    Site site;
    const exchange::Batch batch = aBatch(someItems(3));
    const QByteArray frame = frameOf(batch);
    CHECK(site.client().head(frame).status == 404);
    const HttpAnswer first = site.client().put(frame);
    CHECK(first.status == 201);
    CHECK(checkedVerdicts(first, batch, frame, site.gateway.publicKey()) ==
          QList<Verdict>(3, Verdict::Stored));
    const HttpAnswer again = site.client().put(frame);
    CHECK(again.status == 200);
    CHECK(again.body == first.body);
    CHECK(site.client().ask("GET", ThinClient::pathOf(frame)).body == first.body);
    CHECK(site.client().head(frame).status == 200);
    CHECK(site.records() == 3);
}

TEST_CASE("hello tells limits, key, and how far a store has come", "[gateway]")
{
    Site site;
    const exchange::Batch batch = aBatch({anItem()}, 41);
    const QByteArray frame = frameOf(batch);
    const QByteArray path =
        "/v1/hello?store=" + batch.storeId.toHex() + "&generation=" + batch.generation.toHex();
    CHECK_FALSE(jsonOf(site.client().ask("GET", path)).contains(QLatin1String("last")));
    REQUIRE(site.client().put(frame).status == 201);
    const QJsonObject hello = jsonOf(site.client().ask("GET", path));
    CHECK(hello[QLatin1String("items")].toInt() == exchange::mostItems);
    CHECK(QByteArray::fromBase64(hello[QLatin1String("key")].toString().toLatin1()) ==
          site.gateway.publicKey());
    const QJsonObject last = hello[QLatin1String("last")].toObject();
    CHECK(last[QLatin1String("sequence")].toInt() == 41);
    CHECK(last[QLatin1String("batch")].toString().toLatin1() == exchange::nameOf(frame).toHex());
}

TEST_CASE("the first key that a post says is its key until the administrator forgets it", "[gateway]")
{
    Site site;
    const QByteArray first = crypto::randomBytes(32);
    const QByteArray second = crypto::randomBytes(32);
    CHECK(site.client().ask("POST", "/v1/hello", first).status == 200);
    CHECK(site.client().ask("POST", "/v1/hello", first).status == 200);
    const HttpAnswer other = site.client().ask("POST", "/v1/hello", second);
    CHECK(other.status == 403);
    CHECK(errorWord(other) == "key-changed");
    REQUIRE(
        site.gateway.run({QStringLiteral("post"), QStringLiteral("reset-key"), QStringLiteral("PE-DES-01")}));
    CHECK(site.client().ask("POST", "/v1/hello", second).status == 200);
}

TEST_CASE("a batch may be packed against a form that the gateway was given", "[gateway]")
{
    Site site;
    const QByteArray xform = "<h:html>" + anItem().submissionXml + "</h:html>";
    const exchange::Dictionary form = exchange::formDictionary(xform);
    const QByteArray frame = frameOf(aBatch({anItem()}), form);
    const QByteArray path = "/v1/forms/" + form.id.toHex();

    const HttpAnswer without = site.client().put(frame);
    CHECK(without.status == 409);
    CHECK(errorWord(without) == "need-dictionary");
    CHECK(errorWord(site.client().ask("PUT", path, xform)) == "frame");
    CHECK(errorWord(site.client().ask("PUT", path, require(exchange::pack(xform + ' ')))) == "hash");
    CHECK(site.client().ask("PUT", path, require(exchange::pack(xform))).status == 201);
    CHECK(site.client().ask("PUT", path, require(exchange::pack(xform))).status == 204);
    CHECK(site.client().put(frame).status == 201);
}

TEST_CASE("a batch may be packed against the one before, whatever became of that and of the gateway",
          "[gateway]")
{
    Site site;
    const exchange::Item known = anItem();
    const exchange::Item changed = anItem();
    exchange::Item other = changed;
    other.submissionXml.replace("yes", "no");
    REQUIRE(site.client().put(frameOf(aBatch({known, changed}, 1))).status == 201);
    const exchange::Batch before = aBatch({anItem(), other, known, anItem()}, 2);
    const QByteArray frameBefore = frameOf(before);
    REQUIRE(site.client().put(frameBefore).status == 201);
    const bool isRestarted = GENERATE(false, true);
    if (isRestarted) {
        site.gateway.kill();
        site.gateway.start();
    }
    const auto dictionary = exchange::baseDictionary(exchange::nameOf(frameBefore), before.items);
    CHECK(site.client().put(frameOf(aBatch({anItem()}, 3), dictionary)).status == 201);
    const auto unknown = exchange::baseDictionary(QByteArray(16, 'x'), before.items);
    CHECK(errorWord(site.client().put(frameOf(aBatch({anItem()}, 4), unknown))) == "need-dictionary");
}

TEST_CASE("[SEC-S6] a sealed batch is taken from the post that signed it, and stays closed", "[gateway]")
{
    Site site;
    const auto headquarters = crypto::makeRecoveryKeyPair();
    const auto seed = crypto::randomSecret(32);
    const exchange::Batch batch = aBatch(someItems(2));
    const auto seal = [&](const crypto::SecretBytes &by) {
        return require(
            exchange::seal(frameOf(batch), exchange::manifestOf(batch), headquarters.publicKey, by));
    };
    const QByteArray frame = seal(seed);
    CHECK(errorWord(site.client().put(frame)) == "need-key");
    REQUIRE(site.client().ask("POST", "/v1/hello", crypto::signingPublicKey(seed)).status == 200);
    CHECK(errorWord(site.client().put(seal(crypto::randomSecret(32)))) == "not-signed");
    const HttpAnswer answer = site.client().put(frame);
    CHECK(answer.status == 201);
    CHECK(checkedVerdicts(answer, batch, frame, site.gateway.publicKey()) ==
          QList<Verdict>(2, Verdict::Stored));
    CHECK(site.records() == 0);
    const auto kept = require(site.database.connect()->run({"frames", "SELECT frame FROM sealed_batch"}));
    REQUIRE(kept.count() == 1);
    CHECK(kept.bytes(0, 0) == frame);
}

TEST_CASE("have tells which records are here, bit by bit", "[gateway]")
{
    Site site;
    const QList<exchange::Item> items = someItems(10);
    REQUIRE(site.client().put(frameOf(aBatch(items.mid(3, 6)))).status == 201);
    QByteArray hashes;
    for (const exchange::Item &item : items)
        hashes += exchange::instanceHash(item.instanceId);
    CHECK(site.client().ask("POST", "/v1/have", hashes).body == QByteArray("\xf8\x01", 2));
    CHECK(site.client().ask("POST", "/v1/have", {}).body == QByteArray());
    CHECK(site.client().ask("POST", "/v1/have", hashes.chopped(1)).status == 400);
}

TEST_CASE("[SEC-D5] a receipt for what is here is given without its being sent, and nothing changes",
          "[gateway]")
{
    Site site;
    QList<exchange::Item> items = someItems(3);
    REQUIRE(site.client().put(frameOf(aBatch(items.mid(0, 2)))).status == 201);
    items[1].submissionXml += ' ';
    const exchange::Batch batch = aBatch(items);
    const QByteArray manifest = exchange::encode(exchange::manifestOf(batch));
    const HttpAnswer answer = site.client().ask("POST", "/v1/receipts", manifest);
    CHECK(answer.status == 200);
    CHECK(checkedVerdicts(answer, batch, manifest, site.gateway.publicKey()) ==
          QList<Verdict>{Verdict::AlreadyStored, Verdict::Conflict, Verdict::Refused});
    CHECK(site.records() == 2);
    CHECK(site.database.number("SELECT count(*) FROM batch") == 1);

    const ThinClient other(site.gateway.port(), site.gateway.addPost(QStringLiteral("BO-DES-01")));
    CHECK(checkedVerdicts(other.ask("POST", "/v1/receipts", manifest), batch, manifest,
                          site.gateway.publicKey()) ==
          QList<Verdict>(3, Verdict::Refused));  // another post's records are none of its business
    CHECK(site.client().ask("POST", "/v1/receipts", manifest.chopped(1)).status == 400);
    CHECK(site.client()
              .ask("POST", "/v1/receipts", exchange::encode(exchange::manifestOf(aBatch({}))))
              .status == 400);
}

TEST_CASE("whoever may not deliver learns why", "[gateway]")
{
    Site site;
    const ThinClient stranger(site.gateway.port(), QByteArray(43, 'A'));
    const HttpAnswer unknown = stranger.put(frameOf(aBatch({anItem()})));
    CHECK(unknown.status == 401);
    CHECK(errorWord(unknown) == "token");
    CHECK(HttpPeer(site.gateway.port()).ask("GET", "/v1/hello").status == 401);

    const QStringList post{QStringLiteral("post"), QStringLiteral("close"), QStringLiteral("PE-DES-01")};
    REQUIRE(site.gateway.run(post));
    const HttpAnswer closed = site.client().ask("GET", "/v1/hello");
    CHECK(closed.status == 403);
    CHECK(errorWord(closed) == "closed");

    const auto token = site.gateway.run({post[0], QStringLiteral("new-token"), post[2]});
    REQUIRE(site.gateway.run({post[0], QStringLiteral("open"), post[2]}));
    CHECK(site.client().ask("GET", "/v1/hello").status == 401);  // the old one
    CHECK(ThinClient(site.gateway.port(), token->trimmed()).ask("GET", "/v1/hello").status == 200);
    CHECK_FALSE(site.gateway.run({post[0], QStringLiteral("add"), post[2]}));  // there is one
}

TEST_CASE("what makes no sense is told apart, and harms nothing", "[gateway]")
{
    Site site({{QStringLiteral("chunkBytes"), 65536}});
    const QByteArray frame = frameOf(aBatch({anItem()}));
    const QByteArray nonsense(3000, 'n');
    struct Row {
        QByteArray method, path, body;
        HttpPeer::Headers headers;
        int status;
        QByteArray word;
    };
    const QList<Row> rows{
        {"GET", "/v1/nothing", {}, {}, 404, "path"},
        {"GET", "/v1/batches/00", {}, {}, 404, "path"},
        {"DELETE", "/v1/hello", {}, {}, 405, "method"},
        {"GET", "/v1/hello?store=00", {}, {}, 400, "malformed"},
        {"PUT", ThinClient::pathOf(frame), frame, {{"Upload-Offset", "-1"}}, 400, "malformed"},
        {"PUT", ThinClient::pathOf(frame), frame, {{"Upload-Complete", "yes"}}, 400, "malformed"},
        {"PUT", ThinClient::pathOf(frame), frame + ' ', {}, 422, "hash"},
        {"PUT", ThinClient::pathOf(nonsense), nonsense, {}, 422, "frame"},
        {"PUT", ThinClient::pathOf(frame), QByteArray(65537, 'x'), {}, 413, "too-large"},
        {"PUT", ThinClient::pathOf(frame), frame, {{"Upload-Length", "99999999999"}}, 413, "too-large"},
        {"PUT", ThinClient::pathOf(frame), frame, {{"Upload-Offset", "71303168"}}, 413, "too-large"},
    };
    for (const Row &row : rows) {
        CAPTURE(row.method, row.path, row.headers.value(0).second);
        const HttpAnswer answer = site.client().ask(row.method, row.path, row.body, row.headers);
        CHECK(answer.status == row.status);
        CHECK(errorWord(answer) == row.word);
    }
    HttpPeer chunked(site.gateway.port());
    chunked.send("PUT " + ThinClient::pathOf(frame) +
                 " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    CHECK(chunked.receive().status == 411);
    HttpPeer noise(site.gateway.port());
    noise.send("\x16\x03\x01 hello\r\n\r\n");
    CHECK(noise.receive().status == 400);
    HttpPeer long_(site.gateway.port());
    long_.send("GET / HTTP/1.1\r\nX: " + QByteArray(9000, 'x') + "\r\n\r\n");
    CHECK(long_.receive().status == 431);
    CHECK(site.client().put(frame).status == 201);
    CHECK(site.records() == 1);
}

TEST_CASE("a connection serves one request after the other", "[gateway]")
{
    Site site;
    HttpPeer peer(site.gateway.port());
    for (quint64 i = 1; i <= 3; ++i) {
        const QByteArray frame = frameOf(aBatch({anItem()}, i));
        CHECK(peer.ask("PUT", ThinClient::pathOf(frame), site.client().authorised(), frame).status == 201);
    }
    CHECK(peer.ask("GET", "/v1/nothing", site.client().authorised()).status == 404);
    CHECK(peer.ask("GET", "/v1/hello", site.client().authorised()).status == 200);
}

TEST_CASE("a client that waits for leave to send gets it after its token was looked at", "[gateway]")
{
    Site site;
    const QByteArray frame = frameOf(aBatch({anItem()}));
    HttpPeer peer(site.gateway.port());
    peer.send(HttpPeer::head("PUT", ThinClient::pathOf(frame),
                             site.client().authorised({{"Expect", "100-continue"}}), frame.size()));
    CHECK(peer.receive().status == 100);
    peer.send(frame);
    CHECK(peer.receive().status == 201);

    HttpPeer stranger(site.gateway.port());
    stranger.send(
        HttpPeer::head("PUT", ThinClient::pathOf(frame), {{"Expect", "100-continue"}}, frame.size()));
    CHECK(stranger.receive().status == 401);
}

TEST_CASE("metrics tell what happened, and health that it is alive and ready", "[gateway]")
{
    Site site;
    const exchange::Item item = anItem();
    REQUIRE(site.client().put(frameOf(aBatch({item, anItem()}, 1))).status == 201);
    REQUIRE(site.client().put(frameOf(aBatch({item}, 2))).status == 201);
    CHECK(site.gateway.askOperators("/healthz").status == 200);
    CHECK(site.gateway.askOperators("/readyz").status == 200);
    CHECK(site.gateway.askOperators("/v1/hello").status == 404);
    const QByteArray metrics = site.gateway.askOperators("/metrics").body;
    CHECK(metrics.contains("amparo_records_total{verdict=\"stored\"} 2\n"));
    CHECK(metrics.contains("amparo_records_total{verdict=\"already_stored\"} 1\n"));
    CHECK(metrics.contains("amparo_requests_total{route=\"batch\",status=\"201\"} 2\n"));
    CHECK(metrics.contains("amparo_request_seconds_count{route=\"batch\"} 2\n"));
    CHECK(HttpPeer(site.gateway.port()).ask("GET", "/metrics").status == 401);  // not for posts
}

TEST_CASE("[SEC-L1] the log names nobody, no record and no token, whatever goes wrong", "[gateway]")
{
    Site site;
    const exchange::Item item = anItem(QStringLiteral("Yerbabuena Choquehuanca"));
    exchange::Item other = item;
    other.submissionXml.replace("yes", "no");
    CHECK(site.client().put(frameOf(aBatch({item}, 1))).status == 201);
    CHECK(site.client().put(frameOf(aBatch({other}, 2))).status == 201);
    CHECK(site.client().ask("GET", "/v1/Yerbabuena?Choquehuanca=" + site.token).status == 404);
    CHECK(site.client().ask("YERBABUENA", "/v1/hello").status == 405);
    site.database.execute("ALTER TABLE record ADD CHECK (form_version <> '3') NOT VALID");
    CHECK(site.client().put(frameOf(aBatch({anItem(QStringLiteral("Yerbabuena"))}, 3))).status == 500);
    const QByteArray log = site.gateway.log();
    CHECK(log.contains("SQLSTATE 23514"));
    CHECK(log.count('\n') >= 6);
    for (const QByteArray &word :
         {QByteArray("erbabuena"), QByteArray("ERBABUENA"), QByteArray("hoquehuanca"), site.token,
          item.instanceId.mid(5).toLatin1()}) {
        CAPTURE(word);
        CHECK_FALSE(log.contains(word));
    }
}
