// Frames over links that break, clients that are slow, and gateways that stop in between.

#include "gateway/deliveries.h"
#include "gateway/gateway_process.h"
#include "gateway/test_database.h"
#include "gateway/thin_client.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "sync/gateway/upload_shelf.h"

using namespace amparo;
using namespace amparo::test;

namespace {

struct UploadSite {
    explicit UploadSite(const QJsonObject &config = {}) : gateway(database.where(), config) {}

    TestDatabase database{TestDatabase::Schema::None};
    GatewayProcess gateway;
    QByteArray token = gateway.addPost(QStringLiteral("PE-DES-01"));

    ThinClient client() const { return {gateway.port(), token}; }
    qint64 offset(const QByteArray &frame) const
    {
        const HttpAnswer answer = client().head(frame);
        return answer.status == 204 ? answer.headers.value("upload-offset").toLongLong() : -answer.status;
    }
};

}  // namespace

TEST_CASE("a frame comes in pieces, over days and whatever happens to the gateway", "[gateway]")
{
    UploadSite site;
    const QByteArray frame = aLargeFrame();
    const HttpAnswer first = site.client().putPiece(frame, 0, 5000);
    CHECK(first.status == 202);
    CHECK(first.headers.value("upload-offset") == "5000");
    site.gateway.kill();
    site.gateway.start();
    CHECK(site.offset(frame) == 5000);
    CHECK(site.client().putPiece(frame, 5000, 7000).status == 202);
    const HttpAnswer last = site.client().putPiece(frame, 12000, frame.size());
    CHECK(last.status == 201);
    CHECK(site.offset(frame) == -200);
    CHECK(site.client().putPiece(frame, 12000, frame.size()).body == last.body);  // its answer was lost
    CHECK(site.database.number("SELECT count(*) FROM upload") == 0);
    CHECK(site.database.number("SELECT count(*) FROM record") == 1);
}

TEST_CASE("what came before a connection broke need not come again", "[gateway]")
{
    UploadSite site;
    const QByteArray frame = aLargeFrame();
    site.client().breakOff(frame, 0, frame.size(), 9000);
    CHECK(eventually([&] { return site.offset(frame) == 9000; }));
    site.client().breakOff(frame, 9000, 5000, 3000);
    CHECK(eventually([&] { return site.offset(frame) == 12000; }));
    CHECK(site.client().putPiece(frame, 12000, frame.size()).status == 201);
}

TEST_CASE("a piece that does not fit is answered with the place where the next byte belongs", "[gateway]")
{
    UploadSite site;
    const QByteArray frame = aLargeFrame();
    const auto [offset, expected] = GENERATE(table<int, int>({{3000, 2000}, {0, 2000}, {1999, 2000}}));
    REQUIRE(site.client().putPiece(frame, 0, 2000).status == 202);
    const HttpAnswer answer = site.client().putPiece(frame, offset, 1000);
    CHECK(answer.status == 409);
    CHECK(errorWord(answer) == "offset");
    CHECK(answer.headers.value("upload-offset").toInt() == expected);
}

TEST_CASE("the whole frame may come after a part of it", "[gateway]")
{
    UploadSite site;
    const QByteArray frame = aLargeFrame();
    REQUIRE(site.client().putPiece(frame, 0, 2000).status == 202);
    CHECK(site.client().put(frame).status == 201);
    CHECK(site.database.number("SELECT count(*) FROM upload") == 0);
}

TEST_CASE("the last byte may have come before the word that it was the last", "[gateway]")
{
    UploadSite site;
    const QByteArray frame = aLargeFrame();
    const HttpPeer::Headers headers{{"Upload-Offset", "0"}, {"Upload-Complete", "?0"}};
    REQUIRE(site.client().ask("PUT", ThinClient::pathOf(frame), frame, headers).status == 202);
    CHECK(site.client().putPiece(frame, frame.size(), 0).status == 201);
}

TEST_CASE("pieces that do not make the frame of that name are dropped", "[gateway]")
{
    UploadSite site;
    const QByteArray frame = aLargeFrame();
    QByteArray other = frame;
    other[100] = char(other[100] ^ 1);
    const HttpPeer::Headers headers{{"Upload-Offset", "0"}, {"Upload-Complete", "?0"}};
    REQUIRE(site.client().ask("PUT", ThinClient::pathOf(frame), other.first(2000), headers).status == 202);
    const HttpAnswer answer = site.client().putPiece(frame, 2000, frame.size());
    CHECK(answer.status == 422);
    CHECK(errorWord(answer) == "hash");
    CHECK(site.offset(frame) == -404);
    CHECK(site.client().put(frame).status == 201);
}

TEST_CASE("a post has a few uploads open, and the oldest gives way", "[gateway]")
{
    UploadSite site;
    QList<QByteArray> frames;
    for (int i = 0; i <= gateway::UploadShelf::mostUploads; ++i) {
        frames.append(aLargeFrame());
        REQUIRE(site.client().putPiece(frames.last(), 0, 1000).status == 202);
    }
    CHECK(site.offset(frames[0]) == -404);
    CHECK(site.offset(frames[1]) == 1000);
    CHECK(site.offset(frames.last()) == 1000);
}

TEST_CASE("uploads that nobody goes on with are swept", "[gateway]")
{
    TestDatabase database;
    const auto connection = database.connect();
    const gateway::UploadShelf shelf(*connection, QStringLiteral("PE-DES-01"));
    const QByteArray id(16, 'i');
    require(shelf.append(id, 0, "piece"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    CHECK(require(gateway::UploadShelf::sweep(*connection, now.addDays(6))) == 0);
    CHECK(require(gateway::UploadShelf::sweep(*connection, now.addDays(8))) == 1);
    CHECK_FALSE(require(shelf.received(id)).has_value());
    CHECK(database.number("SELECT count(*) FROM upload_piece") == 0);
}

TEST_CASE("a client that is slower than the thinnest link is given up, and what it sent is kept", "[gateway]")
{
    UploadSite site(
        {{QStringLiteral("header"), 1}, {QStringLiteral("bodyPause"), 1}, {QStringLiteral("idle"), 1}});
    const QByteArray frame = aLargeFrame();
    HttpPeer silent(site.gateway.port());
    HttpPeer inHeader(site.gateway.port());
    inHeader.send("GET /v1/hello HTTP/1.1\r\n");
    HttpPeer inBody(site.gateway.port());
    inBody.send(HttpPeer::head("PUT", ThinClient::pathOf(frame), site.client().authorised(), frame.size()) +
                frame.first(4000));
    CHECK(site.client().ask("GET", "/v1/hello").status == 200);  // nobody else waits for them
    CHECK(silent.receive().status == 0);
    CHECK(inHeader.receive().status == 0);
    CHECK(inBody.receive().status == 0);
    CHECK(eventually([&] { return site.offset(frame) == 4000; }));
}
