// Lanes, their relay and headquarters: every record ends at headquarters once, and everybody knows of it.

#include "app/report_files.h"
#include "exchange/receipt.h"
#include "gateway/gateway_process.h"
#include "gateway/test_database.h"
#include "relay/workstation.h"
#include "support/samples.h"

#include <QProcess>

using namespace amparo;
using namespace amparo::test;
using Which = Workstation::Which;

namespace {

const QString laneTwo = QStringLiteral("Lane 2");

/// Headquarters: a gateway with a database of its own.
struct Headquarters {
    TestDatabase database{TestDatabase::Schema::None};
    GatewayProcess gateway{database.where()};

    sync::ServerSettings settings(const QString &post = QStringLiteral("UTO-DEMO-01"))
    {
        const QByteArray token = gateway.addPost(post);
        auto server = require(sync::parseServerAddress(
            QStringLiteral("http://%1@127.0.0.1:%2").arg(QString::fromLatin1(token)).arg(gateway.port())));
        server.protocol = sync::Protocol::Thin;
        server.trust.receiptKey = gateway.publicKey();
        return server;
    }
    qint64 records() const { return database.number("SELECT count(*) FROM record"); }
    bool hasEachOnce(qint64 count) const
    {
        return records() == count &&
               database.number("SELECT count(DISTINCT instance_hash) FROM record_identity") == count &&
               database.number("SELECT count(*) FROM conflict_record") == 0;
    }
};

/// All that it has is at headquarters, as it knows.
bool isDone(Workstation &station)
{
    const auto counts = station.counts();
    return counts.queued == 0 && counts.sending == 0 && counts.atRelay == 0 && counts.quarantined == 0;
}

}  // namespace

TEST_CASE("records of all lanes reach headquarters once, by way of the relay",
          "[relay][SEC-S1][SEC-S2][SEC-S4]")
{
    Headquarters headquarters;
    Workstation relay(Which::Relay);
    Workstation one(Which::LaneOne);
    Workstation two(Which::LaneTwo);
    const quint16 port = freePort();
    relay.setServer(headquarters.settings());
    relay.becomeRelay(port);
    one.joinAs(laneOne, relay);
    two.joinAs(laneTwo, relay);
    relay.open();
    one.open();
    two.open();
    REQUIRE(eventually([&] { return isDone(one) && isDone(two) && isDone(relay); }));
    CHECK(headquarters.hasEachOnce(3 * Workstation::records));
    CHECK(relay.counted() == 3 * Workstation::records);
    CHECK(one.counted() == Workstation::records);

    const auto received = require(one.ask([](store::Store &store) { return store.outbox().received(100); }));
    REQUIRE(received.size() == Workstation::records);
    for (const store::OutboxItem &item : received) {
        const auto proof = require(exchange::decodeReceipt(item.receipt->proof));
        CHECK(exchange::isGenuine(proof, headquarters.gateway.publicKey()));
        CHECK(proof.record.instanceHash == exchange::instanceHash(item.instanceId));
        CHECK(item.receipt->stage == store::Receipt::Stage::Server);
    }
    const auto report = require(relay.ask([](store::Store &store) {
        return store.shifts().current().and_then([&](const auto &shift) {
            return app::makeReport(store, *shift, QTimeZone::utc(), QLocale(QStringLiteral("en")),
                                   systemClock());
        });
    }));
    REQUIRE(report.figures.lanes.size() == 3);
    for (qsizetype i = 0; i < 3; ++i) {
        CHECK(report.figures.lanes[i].lane == QStringList{QString(), laneOne, laneTwo}[i]);
        CHECK(report.figures.lanes[i].screenings() == Workstation::records);
    }
    const auto officers = require(relay.ask([](store::Store &store) {
        return store.shifts().current().and_then(
            [&](const auto &shift) { return store.screenings().finalOfShift(shift->id); });
    }));
    QSet<QString> logins;
    for (const record::Screening &each : officers)
        logins.insert(require(relay.ask([id = each.officer](store::Store &store) {
                          return store.officers().find(id);
                      }))->loginName);
    CHECK(logins ==
          QSet<QString>{QStringLiteral("ana"), QStringLiteral("ana@Lane 1"), QStringLiteral("ana@Lane 2")});
}

TEST_CASE("while the relay is locked, lanes keep what they have", "[relay][SEC-A5]")
{
    Headquarters headquarters;
    Workstation relay(Which::Relay);
    Workstation lane(Which::LaneOne);
    relay.setServer(headquarters.settings());
    relay.becomeRelay(freePort());
    lane.joinAs(laneOne, relay);
    lane.open();
    REQUIRE(eventually([&] { return lane.status().lastTrouble == sync::Trouble::Offline; }));
    CHECK(lane.counts().acknowledged == 0);
    for (int round = 0; round < 3; ++round) {  // a screen that locks again and again
        relay.open();
        relay.close();
    }
    relay.open();
    REQUIRE(eventually([&] { return isDone(lane) && isDone(relay); }));
    CHECK(headquarters.hasEachOnce(2 * Workstation::records));
}

TEST_CASE("a relay without a link has a lane's records, and headquarters later", "[relay][SEC-R1]")
{
    Headquarters headquarters;
    Workstation relay(Which::Relay);
    Workstation lane(Which::LaneOne);
    relay.becomeRelay(freePort());
    lane.joinAs(laneOne, relay);
    relay.open();
    lane.open();
    REQUIRE(eventually([&] { return lane.counts().atRelay == Workstation::records; }));
    CHECK(relay.counted() == 2 * Workstation::records);
    CHECK(require(lane.ask([](store::Store &store) {
              return store.applyRetention(QTimeZone::utc());
          })).records == 0);

    relay.close();
    relay.setServer(headquarters.settings());
    relay.open();
    REQUIRE(eventually([&] { return isDone(lane) && isDone(relay); }));
    CHECK(headquarters.hasEachOnce(2 * Workstation::records));
}

TEST_CASE("a relay that is lost gets a successor, to which lanes bring all that is not at headquarters",
          "[relay][SEC-S2][SEC-D5]")
{
    Headquarters headquarters;
    Workstation lane(Which::LaneOne);
    {
        Workstation lost(Which::Relay);
        lost.becomeRelay(freePort());
        lane.joinAs(laneOne, lost);
        lost.open();
        lane.open();
        REQUIRE(eventually([&] { return lane.counts().atRelay == Workstation::records; }));
        lane.close();
    }  // with its disk
    Workstation successor(Which::LaneTwo);
    successor.setServer(headquarters.settings());
    successor.becomeRelay(freePort());
    lane.joinAs(laneOne, successor);

    SECTION("by themselves, since it says that it has nothing") {}
    SECTION("at a word")
    {
        CHECK(lane.set([](store::Store &store) { return require(store.outbox().requeueAtRelay()); }) ==
              Workstation::records);
    }
    successor.open();
    lane.open();
    REQUIRE(eventually([&] { return isDone(lane) && isDone(successor); }));
    CHECK(headquarters.hasEachOnce(2 * Workstation::records));
}

TEST_CASE("a record of a form that the relay lacks waits, and holds no other up", "[relay]")
{
    Workstation relay(Which::Relay);
    Workstation lane(Which::LaneOne);
    relay.becomeRelay(freePort());
    const auto own = lane.set([](store::Store &store) {
        const auto current = require(store.forms().list()).first();
        store::StoredForm form = *require(store.forms().find(current.formId, current.version));
        form.version = QStringLiteral("of this lane alone");
        require(store.forms().install(form));
        return form;
    });
    lane.joinAs(laneOne, relay);
    relay.open();
    lane.open();
    REQUIRE(eventually([&] { return lane.counts().atRelay == Workstation::records; }));
    const auto screening = lane.ask([&own](store::Store &store) {
        record::Screening draft = test::aDraft(require(store.shifts().current())->id, store.officer().id,
                                               QDateTime::currentDateTimeUtc().addSecs(-60));
        draft.formId = own.formId;
        draft.formVersion = own.version;
        require(store.screenings().create(draft, "answers"));
        const record::Screening final = test::decided(draft);
        require(store.screenings().finalise(final, "<data/>"));
        return final;
    });
    lane.sendNow();
    REQUIRE(eventually([&] {
        const auto item =
            require(lane.ask([id = screening.id](store::Store &store) { return store.outbox().find(id); }));
        return item->serverMessage == QLatin1String("need-form") && item->state == record::State::Queued;
    }));
    CHECK(lane.counts().quarantined == 0);
}

TEST_CASE("relay and lane are killed at any time, and each record is at headquarters once",
          "[relay][SEC-D2][SEC-S2]")
{
    Headquarters headquarters;
    Workstation relay(Which::Relay);
    Workstation lane(Which::LaneOne);
    relay.setServer(headquarters.settings());
    relay.becomeRelay(freePort());
    lane.joinAs(laneOne, relay);
    QTemporaryDir folder;
    const QString passphrase = folder.filePath(QStringLiteral("passphrase"));
    {
        QFile file(passphrase);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("lluvia sobre el puente\n");
    }
    const auto start = [&](QProcess &process, const QStringList &words, const Workstation &station) {
        process.start(QStringLiteral(AMPAROCTL),
                      words + QStringList{QStringLiteral("--store"), station.folder(),
                                          QStringLiteral("--officer"), QStringLiteral("luis"),
                                          QStringLiteral("--passphrase-file"), passphrase});
        REQUIRE(process.waitForStarted());
    };
    for (int round = 0; round < 4; ++round) {
        QProcess serving;
        QProcess sending;
        start(serving, {QStringLiteral("relay"), QStringLiteral("serve")}, relay);
        REQUIRE(serving.waitForReadyRead());  // it listens
        start(sending, {QStringLiteral("sync"), QStringLiteral("now")}, lane);
        const int progress = round + 1;  // how many records may be through before the next kill
        (void)eventually(
            [&] { return headquarters.records() >= progress || sending.state() == QProcess::NotRunning; });
        QProcess &first = round % 2 == 0 ? serving : sending;
        QProcess &second = round % 2 == 0 ? sending : serving;
        first.kill();
        first.waitForFinished();
        second.kill();
        second.waitForFinished();
    }
    relay.open();
    lane.open();
    REQUIRE(eventually([&] { return isDone(lane) && isDone(relay); }));
    CHECK(headquarters.hasEachOnce(2 * Workstation::records));
    CHECK(relay.counted() == 2 * Workstation::records);
}
