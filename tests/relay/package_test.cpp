// Down to the lanes: what headquarters has signed and the relay has taken up, whichever way it came there.

#include "app/package_intake.h"
#include "app/package_updates.h"
#include "crypto/random.h"
#include "gateway/gateway_process.h"
#include "gateway/package_answers.h"
#include "gateway/test_database.h"
#include "gateway/thin_client.h"
#include "relay/workstation.h"
#include "store/lock_time.h"
#include "support/office.h"
#include "sync/bundle/package_files.h"

using namespace amparo;
using namespace amparo::test;
using exchange::Channel;
using Which = Workstation::Which;

namespace {

QByteArray formXml(const QByteArray &version)
{
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:amparo="urn:amparo:xforms:1"><h:head><h:title>Bus</h:title><model><instance>
        <data id="bus" version=")" +
           version +
           R"(" amparo:purpose="vehicle"><q/></data></instance><bind nodeset="/data/q" type="string"/>
        </model></h:head><h:body><input ref="/data/q"><label>Q</label></input></h:body></h:html>)";
}

/// Headquarters, a relay that was handed its key, and a lane that has no other link.
struct Post {
    Office office;
    QDateTime madeAt = QDateTime::currentDateTimeUtc();
    Workstation relay{Which::Relay};
    Workstation lane{Which::LaneOne};

    /// The relay listens at a port that stays its own.
    void open()
    {
        relay.set([&](store::Store &store) { return require(store.packages().trust(office.key())), true; });
        relay.becomeRelay(freePort());
        lane.joinAs(laneOne, relay);
        relay.open();
        lane.open();
    }

    QByteArray package(Channel channel, quint64 version, const QString &file, const QByteArray &content) const
    {
        return office.package(channel, version, {{file, content}}, madeAt);
    }
    QByteArray policies(quint64 version, int lockMinutes) const
    {
        return package(Channel::Policy, version, QStringLiteral("policy.json"),
                       R"({"amparoPolicy": 1, "settings": {"lockMinutes": )" +
                           QByteArray::number(lockMinutes) + "}}");
    }
    QByteArray notices(quint64 version) const
    {
        return package(Channel::Notices, version, QStringLiteral("notices.json"),
                       R"({"amparoNotices": 1, "notices": []})");
    }
    QByteArray forms(quint64 version, const QByteArray &formVersion) const
    {
        return package(Channel::Forms, version, QStringLiteral("bus/form.xml"), formXml(formVersion));
    }
    HttpAnswer ask(const QByteArray &method, const QByteArray &query, const HttpPeer::Headers &headers = {})
    {
        const auto server = lane.ask(app::packageQuestion).value()->server;
        const QByteArray token = std::get<sync::AppUser>(server.access).token.toLatin1();
        return ThinClient(relay.port(), token).ask(method, "/v1/down?" + query, {}, headers);
    }
};

app::PackageIntake take(Workstation &station, const QList<QByteArray> &signedBytes)
{
    return require(
        station.ask([signedBytes](store::Store &store) { return app::takeIn(store, signedBytes); }));
}

/// As a station does by itself every so often.
thin::FetchedPackages fetch(Workstation &station)
{
    const auto question = require(station.ask(app::packageQuestion));
    REQUIRE(question);
    auto fetched = thin::fetchPackages(question->server, question->held, systemClock());
    CHECK_FALSE(fetched.trouble);
    return fetched;
}

app::PackageIntake update(Workstation &station) { return take(station, fetch(station).signedBytes); }

exchange::PackageFloor floorOf(Workstation &station)
{
    return require(station.ask([](store::Store &store) { return store.packages().floor(); }));
}

QString versionOfBus(Workstation &station)
{
    const auto form = require(
        station.ask([](store::Store &store) { return store.forms().current(QStringLiteral("bus")); }));
    return form ? form->version : QString();
}

}  // namespace

TEST_CASE("[SEC-S9] what the relay took from a stick reaches a lane that has no link", "[relay]")
{
    Post post;
    post.open();
    CHECK(update(post.lane) == app::PackageIntake());
    take(post.relay, {post.forms(1, "1"), post.notices(4), post.policies(2, 7)});
    CHECK(update(post.lane).taken.size() == 3);
    CHECK(floorOf(post.lane) == floorOf(post.relay));
    CHECK(require(post.lane.ask([](store::Store &store) { return store::lockTime(store.settings()); })) ==
          std::chrono::minutes(7));

    take(post.relay, {post.forms(2, "2")});
    const auto intake = update(post.lane);
    REQUIRE(intake.taken.size() == 1);
    CHECK(intake.taken.first().channel == Channel::Forms);
    CHECK(versionOfBus(post.lane) == QLatin1String("2"));
    CHECK(fetch(post.lane).signedBytes.isEmpty());
}

TEST_CASE("[SEC-S9] what the gateway gave the relay reaches a lane as it was signed", "[relay]")
{
    TestDatabase database{TestDatabase::Schema::None};
    GatewayProcess gateway{database.where()};
    Post post;
    auto server = require(
        sync::parseServerAddress(QStringLiteral("http://%1@127.0.0.1:%2")
                                     .arg(QString::fromLatin1(gateway.addPost(QStringLiteral("UTO-DEMO-01"))))
                                     .arg(gateway.port())));
    server.protocol = sync::Protocol::Thin;
    post.relay.setServer(server);
    post.open();
    const QTemporaryDir stick;
    for (const QByteArray &bytes : {post.policies(1, 5), post.policies(2, 6), post.notices(1)})
        REQUIRE(gateway.run({QStringLiteral("package"), QStringLiteral("add"),
                             require(bundle::writePackage(stick.path(), bytes))}));
    const auto atRelay = fetch(post.relay).signedBytes;
    REQUIRE(atRelay == QList{post.notices(1), post.policies(2, 6)});
    take(post.relay, atRelay);
    CHECK(fetch(post.lane).signedBytes == atRelay);
    CHECK(update(post.lane).taken.size() == 2);
}

TEST_CASE("[SEC-S9] keys change at a lane by way of its relay", "[relay]")
{
    Post post;
    const Office last;
    post.open();
    take(post.relay, {post.office.nextKeys(2)});
    take(post.relay, {require(exchange::sign(exchange::PackageKeys{3, {last.key(), post.office.nextKey()}},
                                             post.office.nextSeed))});
    const QByteArray notices = last.package(
        Channel::Notices, 1, {{QStringLiteral("notices.json"), R"({"amparoNotices": 1, "notices": []})"}},
        post.madeAt);
    take(post.relay, {notices});

    SECTION("one that knew the first key takes up the lists one after the other")
    {
        const auto intake = update(post.lane);
        CHECK(intake.keyLists == 2);
        CHECK(intake.taken.size() == 1);
        CHECK(floorOf(post.lane) == floorOf(post.relay));
    }
    SECTION("one that is enrolled now begins with the keys that count now")
    {
        Workstation late(Which::LaneTwo);
        post.relay.close();
        late.joinAs(QStringLiteral("Lane 2"), post.relay);
        post.relay.open();
        late.open();
        CHECK(floorOf(late).keys == floorOf(post.relay).keys);
        CHECK(update(late).taken.size() == 1);
    }
}

TEST_CASE("[SEC-S9] a relay puts nothing in force at a lane that is older or somebody else's", "[relay]")
{
    Post post;
    post.open();
    take(post.relay, {post.policies(4, 5)});
    take(post.lane, {post.policies(5, 9)});
    CHECK(fetch(post.lane).signedBytes.isEmpty());

    const auto question = require(post.lane.ask(app::packageQuestion));
    const auto old = thin::fetchPackages(question->server, {}, systemClock());
    REQUIRE(old.signedBytes == QList{post.policies(4, 5)});
    const auto intake = take(post.lane, old.signedBytes);
    CHECK(intake.taken.isEmpty());
    CHECK(intake.known == 1);

    const Office other;
    post.relay.close();
    post.relay.set([&](store::Store &store) {
        const auto approve = approvalAt(store);
        return require(store.packages().trust(other.key(), require(approve()))), true;
    });
    post.relay.open();
    take(post.relay, {other.package(Channel::Policy, 6,
                                    {{QStringLiteral("policy.json"),
                                      R"({"amparoPolicy": 1, "settings": {"pin": false}})"}},
                                    QDateTime::currentDateTimeUtc())});
    const auto refused = update(post.lane).refused;
    REQUIRE(refused.size() == 1);
    CHECK(refused.first().why.code == ErrorCode::Denied);
    CHECK(require(post.lane.ask([](store::Store &store) { return store::isPinAllowed(store.settings()); })));
}

TEST_CASE("a relay answers for packages as the gateway does", "[relay]")
{
    Post post;
    post.open();
    CHECK(post.ask("GET", "channel=policy&have=0").status == 204);
    take(post.relay, {post.policies(1, 5)});
    checkPackageAnswers([&](const QByteArray &method, const QByteArray &query,
                            const HttpPeer::Headers &headers) { return post.ask(method, query, headers); });
    CHECK(HttpPeer(post.relay.port()).ask("GET", "/v1/down?channel=policy&have=0").status == 401);
}

TEST_CASE("a large package comes in pieces, and goes on after the relay was locked", "[relay]")
{
    Post post;
    post.open();
    const QByteArray noise = crypto::randomBytes(200 * 1024).toBase64();  // some five pieces
    const QByteArray large = post.office.package(
        Channel::Forms, 1,
        {{QStringLiteral("bus/form.xml"), formXml("1")}, {QStringLiteral("bus/media/noise.csv"), noise}},
        post.madeAt);
    take(post.relay, {large});
    const QByteArray query = "channel=forms&have=0";
    const HttpAnswer first = post.ask("GET", query, {{"Range", "bytes=0-49999"}});
    REQUIRE(first.status == 206);
    post.relay.close();
    post.relay.open();
    const HttpAnswer rest = post.ask("GET", query, {{"Range", "bytes=50000-99999999"}});
    CHECK(rest.headers.value("etag") == first.headers.value("etag"));
    CHECK(require(exchange::unpackSigned(first.body + rest.body)) == large);
    CHECK(fetch(post.lane).signedBytes == QList{large});
}

TEST_CASE("a lane that only asks is heard of", "[relay]")
{
    Post post;
    post.open();
    post.lane.close();
    post.relay.close();
    const auto enrolment = post.relay.enrol(QStringLiteral("Lane 2"));
    post.relay.open();
    const auto heardOfLast = [&] {
        return require(post.relay.ask([](store::Store &store) { return store.lanes().list(); }))
            .last()
            .heardAt;
    };
    CHECK_FALSE(heardOfLast());
    const QByteArray token = std::get<sync::AppUser>(enrolment.server.access).token.toLatin1();
    CHECK(ThinClient(post.relay.port(), token).ask("GET", "/v1/down?channel=policy&have=0").status == 204);
    CHECK(heardOfLast());
}
