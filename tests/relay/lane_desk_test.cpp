// What a relay takes, and from whom.

#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "crypto/signature.h"
#include "exchange/passed_on.h"
#include "exchange/seal.h"
#include "gateway/thin_client.h"
#include "record/covering_note.h"
#include "relay/workstation.h"
#include "sync/relay/arrival.h"

using namespace amparo;
using namespace amparo::test;
using Which = Workstation::Which;

namespace {

/// A relay with one lane, which the test plays.
struct Relay {
    Workstation station{Which::Relay};
    sync::Enrolment enrolment;
    QByteArray storeId = QByteArray(16, 's');
    crypto::SecretBytes seed = crypto::randomSecret(32);

    Relay()
    {
        station.becomeRelay(0);
        enrolment = station.enrol(QStringLiteral("Lane 1"));
        station.open();
    }
    QByteArray token() const { return std::get<sync::AppUser>(enrolment.server.access).token.toLatin1(); }
    ThinClient client() { return ThinClient(station.port(), token()); }
    QByteArray helloPath() const
    {
        return "/v1/hello?store=" + storeId.toHex() + "&generation=" + QByteArray(16, 'g').toHex();
    }
    HttpAnswer greet() { return client().ask("POST", helloPath(), crypto::signingPublicKey(seed)); }
    qsizetype records() { return station.counted() - Workstation::records; }

    QByteArray sealed(const exchange::Batch &batch, const crypto::SecretBytes &by, const QByteArray &to) const
    {
        return require(exchange::seal(require(exchange::pack(require(exchange::encode(batch)))),
                                      exchange::manifestOf(batch), to, by));
    }
    QByteArray sealed(const exchange::Batch &batch) const
    {
        return sealed(batch, seed, enrolment.server.sealKey);
    }
};

/// A batch of one record, which another workstation has made and covered.
exchange::Batch aBatch(const Relay &relay)
{
    Workstation lane(Which::LaneOne);
    lane.open();
    return lane.ask([&](store::Store &store) {
        const store::Outgoing outgoing = require(store.outbox().take(1)).first();
        const QByteArray note =
            record::toBytes({outgoing.screening, QStringLiteral("ana"), QStringLiteral("Ana Torres")});
        exchange::Item item{outgoing.item.instanceId,
                            outgoing.item.formId,
                            outgoing.item.formVersion,
                            outgoing.submissionXml,
                            {{relay::noteName, relay::noteType, note}}};
        return exchange::Batch{relay.storeId, QByteArray(16, 'g'), 1, "checkpoint", {item}};
    });
}

}  // namespace

TEST_CASE("a relay takes what its lane has sealed to it, once", "[relay][SEC-S6]")
{
    Relay relay;
    CHECK(relay.greet().status == 200);
    const exchange::Batch batch = aBatch(relay);
    const QByteArray frame = relay.sealed(batch);
    const HttpAnswer first = relay.client().put(frame);
    CHECK(first.status == 201);
    CHECK(checkedVerdicts(first, batch, frame, relay.enrolment.server.trust.receiptKey) ==
          QList{exchange::Verdict::Stored});
    CHECK(relay.client().head(frame).status == 200);

    SECTION("the same bytes again get the first receipt")
    {
        CHECK(relay.client().put(frame).body == first.body);
        CHECK(relay.client().ask("GET", ThinClient::pathOf(frame)).body == first.body);
    }
    SECTION("the same record in another batch is there already")
    {
        exchange::Batch again = batch;
        again.sequence = 2;
        const QByteArray other = relay.sealed(again);
        CHECK(checkedVerdicts(relay.client().put(other), again, other,
                              relay.enrolment.server.trust.receiptKey) ==
              QList{exchange::Verdict::AlreadyStored});
    }
    SECTION("in pieces, one of which breaks off")
    {
        exchange::Batch again = batch;
        again.sequence = 3;
        const QByteArray other = relay.sealed(again);
        CHECK(relay.client().putPiece(other, 0, 100).status == 202);
        CHECK(relay.client().putPiece(other, 50, 100).status == 409);
        CHECK(relay.client().head(other).headers["upload-offset"] == "100");
        CHECK(relay.client().putPiece(other, 100, other.size() - 100).status == 201);
    }
    SECTION("it says how far the record is, to this lane")
    {
        const QByteArray known = exchange::instanceHash(batch.items.first().instanceId);
        const HttpAnswer answer = relay.client().ask("POST", "/v1/passed-on", known + QByteArray(16, '?'));
        const auto said = require(
            exchange::checkedPassedOn(answer.body, relay.storeId, relay.enrolment.server.trust.receiptKey));
        REQUIRE(said.size() == 2);
        CHECK(said[0].stage == exchange::PassedOn::Stage::AtRelay);
        CHECK(said[1].stage == exchange::PassedOn::Stage::Unknown);
        CHECK(relay.client().ask("POST", "/v1/have", known + QByteArray(16, '?')).body == QByteArray(1, '\0'));
    }
    CHECK(relay.records() == 1);
}

TEST_CASE("a relay takes nothing from anybody else", "[relay][SEC-S6]")
{
    Relay relay;
    const exchange::Batch batch = aBatch(relay);
    const QByteArray frame = relay.sealed(batch);
    CHECK(errorWord(relay.client().put(frame)) == "need-key");
    CHECK(relay.greet().status == 200);
    const crypto::SecretBytes other = crypto::randomSecret(32);

    CHECK(HttpPeer(relay.station.port()).ask("PUT", ThinClient::pathOf(frame), {}, frame).status == 401);
    CHECK(ThinClient(relay.station.port(), QByteArray(43, 'x')).put(frame).status == 401);
    CHECK(errorWord(relay.client().ask("POST", relay.helloPath(), crypto::signingPublicKey(other))) ==
          "key-changed");
    CHECK(errorWord(relay.client().put(relay.sealed(batch, other, relay.enrolment.server.sealKey))) ==
          "not-signed");
    CHECK(errorWord(relay.client().put(
              relay.sealed(batch, relay.seed, crypto::makeRecoveryKeyPair().publicKey))) == "not-for-us");
    CHECK(errorWord(relay.client().put(require(exchange::pack(require(exchange::encode(batch)))))) ==
          "not-sealed");
    exchange::Batch ofAnother = batch;
    ofAnother.storeId = QByteArray(16, 'x');
    CHECK(errorWord(relay.client().put(relay.sealed(ofAnother))) == "not-signed");
    QByteArray altered = frame;
    altered[altered.size() / 2] = char(altered[altered.size() / 2] ^ 1);
    CHECK(relay.client().put(altered).status == 422);
    CHECK(errorWord(relay.client().ask("PUT", ThinClient::pathOf(frame), altered)) == "hash");
    CHECK(relay.records() == 0);
}

TEST_CASE("a record whose note tells another story is refused by itself", "[relay][SEC-S3]")
{
    Relay relay;
    CHECK(relay.greet().status == 200);
    exchange::Batch batch = aBatch(relay);
    exchange::Item &item = batch.items.first();
    SECTION("no note") { item.files.clear(); }
    SECTION("no sound note") { item.files.first().content = "{}"; }
    SECTION("another record's note") { item.instanceId = QStringLiteral("uuid:another"); }
    const QByteArray frame = relay.sealed(batch);
    CHECK(checkedVerdicts(relay.client().put(frame), batch, frame, relay.enrolment.server.trust.receiptKey) ==
          QList{exchange::Verdict::Refused});
    CHECK(relay.records() == 0);
}

TEST_CASE("a relay has limits", "[relay]")
{
    Relay relay;
    const auto ask = [&](const QByteArray &request) {
        HttpPeer peer(relay.station.port());
        peer.send(request);
        return peer.receive().status;
    };
    const QByteArray token = "Authorization: Bearer " + relay.token() + "\r\n";
    CHECK(ask("nonsense\r\n\r\n") == 400);
    CHECK(ask("GET /v1/hello HTTP/1.1\r\n" + token + "X: " + QByteArray(9000, 'x') + "\r\n\r\n") == 431);
    CHECK(ask("POST /v1/have HTTP/1.1\r\n" + token + "\r\n") == 411);
    CHECK(ask("POST /v1/have HTTP/1.1\r\n" + token + "Transfer-Encoding: chunked\r\n\r\n") == 411);
    CHECK(ask("POST /v1/have HTTP/1.1\r\n" + token + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n") ==
          400);
    CHECK(ask("POST /v1/have HTTP/1.1\r\n" + token + "Content-Length: 70000\r\n\r\n") == 413);
    CHECK(ask("PUT /v1/batches/" + QByteArray(32, 'a') + " HTTP/1.1\r\n" + token +
              "Content-Length: 10000000\r\n\r\n") == 413);
    CHECK(ask("PUT /v1/batches/" + QByteArray(32, 'a') + " HTTP/1.1\r\n" + token +
              "Content-Length: 99999999999\r\n\r\n") == 413);
    CHECK(ask("GET /v1/elsewhere HTTP/1.1\r\n" + token + "\r\n") == 404);
    CHECK(ask("DELETE /v1/hello HTTP/1.1\r\n" + token + "\r\n") == 405);
    CHECK(relay.greet().status == 200);  // and goes on
}

TEST_CASE("only so many connections stand open at a relay", "[relay]")
{
    Relay relay;
    std::vector<HttpPeer> peers;
    for (int i = 0; i < 80; ++i)
        peers.emplace_back(relay.station.port());
    int answered = 0;
    for (HttpPeer &peer : peers)
        answered += peer.ask("GET", "/v1/hello").status == 401 ? 1 : 0;
    CHECK(answered == 64);
    peers.clear();
    CHECK(eventually([&] { return relay.greet().status == 200; }));
}
