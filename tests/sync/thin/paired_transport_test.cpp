#include "sync/thin/paired_transport.h"

#include "support/catch.h"
#include "support/eventually.h"
#include "sync/thin/parcels.h"
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

struct PairedField {
    void send(const QList<Parcel> &list)
    {
        transport.send(list, [this](const QString &id, const Outcome &outcome) {
            --underWay;
            outcomes[id] = outcome;
        });
        underWay += int(list.size());
    }
    void settleAll()
    {
        REQUIRE(eventually([&] { return underWay == 0; }));
    }
    int accepted() const
    {
        return int(std::count_if(outcomes.begin(), outcomes.end(), [](const Outcome &outcome) {
            return std::holds_alternative<Accepted>(outcome);
        }));
    }

    test::ThinServer server;
    std::shared_ptr<test::StationContents> post = std::make_shared<test::StationContents>();
    PairedTransport transport{require(sync::parseServerAddress(server.url().toString())), systemClock(),
                              [this] { return std::make_unique<test::MemoryStation>(post); }, 5s};
    QMap<QString, Outcome> outcomes;
    int underWay = 0;
};

}  // namespace

TEST_CASE("a batch that has arrived lets two be under way, and no more", "[thin]")
{
    PairedField field;
    CHECK(field.transport.room() == 50);
    field.send(parcels(0, 3));
    CHECK(field.transport.room() == 0);
    field.settleAll();
    CHECK(field.transport.room() > 0);
    field.send(parcels(10, 3));
    CHECK(field.transport.room() > 0);
    field.send(parcels(20, 3));
    CHECK(field.transport.room() == 0);
    field.settleAll();
    CHECK(field.accepted() == 9);
    QList<quint64> sequences;
    for (const exchange::Batch &batch : field.server.batches())
        sequences.append(batch.sequence);
    std::sort(sequences.begin(), sequences.end());
    CHECK(std::adjacent_find(sequences.begin(), sequences.end()) == sequences.end());
    CHECK(field.transport.traffic().sent > 0);
}

TEST_CASE("both halves pack against what arrived in either", "[thin]")
{
    using Kind = exchange::DictionaryKind;
    PairedField field;
    field.send(parcels(0, 3));
    field.settleAll();
    field.send(parcels(10, 3));
    field.send(parcels(20, 3));
    field.settleAll();
    CHECK(field.server.dictionaries() == QList<Kind>{Kind::None, Kind::Base, Kind::Base});

    field.server.forgetBatches();
    field.send(parcels(30, 3));
    field.send(parcels(40, 3));
    field.settleAll();
    CHECK(field.accepted() == 15);
}

TEST_CASE("after a failure one batch tries alone", "[thin]")
{
    PairedField field;
    field.send(parcels(0, 3));
    field.settleAll();
    field.server.inject({"PUT", {}, false, test::HttpResponse{503, {}, R"({"error":"database"})"}});
    field.send(parcels(10, 3));
    field.settleAll();
    field.send(parcels(10, 3));
    CHECK(field.transport.room() == 0);
    field.settleAll();
    CHECK(field.accepted() == 6);
    CHECK(field.transport.room() > 0);
}

TEST_CASE("what broke off in a half goes on there", "[thin]")
{
    PairedField field;
    field.send(parcels(0, 3));
    field.settleAll();
    for (int half = 0; half < 2; ++half) {
        field.server.inject({"PUT", 100, false, {}});
        field.server.inject({"HEAD", {}, false, test::HttpResponse{503, {}, {}}});
    }
    field.send(parcels(100, 40));
    field.send(parcels(200, 40));
    field.settleAll();
    REQUIRE(field.accepted() == 3);

    field.send(parcels(200, 40));  // the other order
    field.settleAll();
    field.send(parcels(100, 40));
    field.settleAll();
    CHECK(field.accepted() == 83);
    REQUIRE(field.server.batches().size() == 3);
    CHECK(field.server.batches().at(1).items.first().instanceId == parcels(200, 1).first().instanceId);
    const auto &requests = field.server.requests();
    CHECK(std::count_if(requests.begin(), requests.end(),
                        [](const test::ThinRequest &request) { return request.offset == "100"; }) == 2);
}
