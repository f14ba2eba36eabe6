// From the gateway on to a server that speaks OpenRosa.

#include "gateway/deliveries.h"
#include "gateway/gateway_process.h"
#include "gateway/test_database.h"
#include "gateway/thin_client.h"
#include "openrosa_server/server_process.h"
#include "support/catch.h"
#include "support/eventually.h"

using namespace amparo;
using namespace amparo::test;

namespace {

struct Chain {
    ServerProcess server;
    TestDatabase database{TestDatabase::Schema::None};
    GatewayProcess gateway{database.where(), {{QStringLiteral("forward"), server.baseUrl().toString()}}};
    QByteArray token = gateway.addPost(QStringLiteral("PE-DES-01"));

    void deliver(const exchange::Batch &batch)
    {
        const QByteArray frame = require(exchange::pack(require(exchange::encode(batch))));
        CHECK(ThinClient(gateway.port(), token).put(frame).status == 201);
    }
    qint64 waiting() const
    {
        return database.number("SELECT count(*) FROM forward WHERE refused_status IS NULL");
    }
    /// Records whose turn would come later have it now.
    void hurry() const { database.execute("UPDATE forward SET due_at = now()"); }
    bool isEmptied()
    {
        return eventually([&] {
            hurry();
            return waiting() == 0;
        });
    }
};

/// As a server that speaks OpenRosa wants it.
exchange::Item aSubmission()
{
    exchange::Item item = anItem();
    item.submissionXml.replace("<meta><instanceID>", "<orx:meta><orx:instanceID>");
    item.submissionXml.replace("</instanceID></meta>", "</orx:instanceID></orx:meta>");
    item.submissionXml.replace("<data ", "<data xmlns:orx=\"http://openrosa.org/xforms\" ");
    return item;
}

}  // namespace

TEST_CASE("what is stored is handed on byte for byte, with its files", "[gateway]")
{
    Chain chain;
    QList<exchange::Item> items;
    for (int i = 0; i < 12; ++i)
        items.append(aSubmission());
    items[2].submissionXml.replace("</data>", "<photo>face.jpg</photo></data>");
    items[2].files.append({QStringLiteral("face.jpg"), QStringLiteral("image/jpeg"), "picture"});
    chain.deliver(aBatch(items));
    CHECK(chain.isEmptied());
    const auto archive = chain.server.archive();
    CHECK(archive.size() == std::size_t(items.size()));
    for (const exchange::Item &item : items) {
        REQUIRE(archive.contains(item.instanceId));
        CHECK(archive.at(item.instanceId) == item.submissionXml);
    }
    CHECK(chain.server.attachment(items[2].instanceId, QStringLiteral("face.jpg")) == QByteArray("picture"));
}

TEST_CASE("records wait for a server that is away, and for a gateway that was killed", "[gateway]")
{
    Chain chain;
    chain.server.kill();
    chain.deliver(aBatch({aSubmission(), aSubmission()}, 1));
    CHECK(eventually([&] { return chain.database.number("SELECT max(attempts) FROM forward") > 0; }));
    chain.gateway.kill();
    chain.server.start();
    chain.gateway.start();
    chain.deliver(aBatch({aSubmission()}, 2));
    CHECK(chain.isEmptied());
    CHECK(chain.server.archive().size() == 3);
}

TEST_CASE("a record that the server refuses stays with its status, and holds up no other", "[gateway]")
{
    Chain chain;
    const exchange::Item refused = aSubmission();
    chain.server.inject(QStringLiteral("POST status 409"));
    chain.deliver(aBatch({refused}, 1));
    CHECK(eventually([&] {
        return chain.database.number("SELECT count(*) FROM forward WHERE refused_status = 409") == 1;
    }));
    chain.deliver(aBatch({aSubmission(), aSubmission()}, 2));
    CHECK(chain.isEmptied());
    CHECK(chain.server.archive().size() == 2);
    CHECK(chain.gateway.askOperators("/metrics")
              .body.contains("amparo_forwarded_total{outcome=\"refused\"} 1\n"));
}

TEST_CASE("a record whose answer was lost is handed on again and stored once", "[gateway]")
{
    Chain chain;
    chain.server.inject(QStringLiteral("POST lose-response"));
    chain.deliver(aBatch({aSubmission(), aSubmission()}));
    CHECK(chain.isEmptied());
    CHECK(chain.server.archive().size() == 2);
}
