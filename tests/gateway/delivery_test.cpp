// The posts' own transport before the gateway: what either says, the other understands.

#include "gateway/gateway_process.h"
#include "gateway/test_database.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "sync/thin/thin_transport.h"
#include "thin_server/memory_station.h"

#include <QUuid>

using namespace amparo;
using namespace amparo::test;

namespace {

QList<sync::Parcel> someParcels(int count)
{
    QList<sync::Parcel> parcels;
    for (int i = 0; i < count; ++i) {
        const QString id = QStringLiteral("uuid:") + QUuid::createUuid().toString(QUuid::WithoutBraces);
        sync::Parcel parcel;
        parcel.instanceId = id;
        parcel.formId = QStringLiteral("second-line");
        parcel.submissionXml = "<data><meta><instanceID>" + id.toLatin1() + "</instanceID></meta><n>" +
                               QByteArray::number(i) + "</n></data>";
        parcels.append(parcel);
    }
    return parcels;
}

}  // namespace

TEST_CASE("a post's transport delivers to the gateway, also across its restart", "[gateway]")
{
    TestDatabase database(TestDatabase::Schema::None);
    GatewayProcess gateway(database.where());
    const QByteArray token = gateway.addPost(QStringLiteral("PE-DES-01"));
    const auto settings = require(sync::parseServerAddress(
        QStringLiteral("http://%2@127.0.0.1:%1").arg(gateway.port()).arg(QString::fromLatin1(token))));
    thin::ThinTransport transport(settings, systemClock(), std::make_unique<test::MemoryStation>());

    QHash<QString, sync::Outcome> outcomes;
    const auto deliver = [&](const QList<sync::Parcel> &parcels) {
        QList<sync::Parcel> waiting = parcels;
        return eventually([&] {
            const qsizetype room = std::min<qsizetype>(transport.room(), waiting.size());
            if (room > 0)
                transport.send(waiting.first(room), [&](const QString &id, const sync::Outcome &outcome) {
                    outcomes.insert(id, outcome);
                });
            waiting.remove(0, room);
            return waiting.isEmpty() && transport.room() > 0;
        });
    };
    const QList<sync::Parcel> first = someParcels(30);
    const QList<sync::Parcel> second = someParcels(30);
    CHECK(deliver(first));
    gateway.kill();
    gateway.start();
    CHECK(deliver(second));
    CHECK(deliver(first));  // their answers might have been lost

    for (const sync::Parcel &parcel : first + second) {
        REQUIRE(outcomes.contains(parcel.instanceId));
        CHECK(std::holds_alternative<sync::Accepted>(outcomes[parcel.instanceId]));
    }
    CHECK(database.number("SELECT count(*) FROM record") == 60);
}
