// Down the link: what headquarters has signed, from the gateway's shelf to what is in force at a post.

#include "app/package_intake.h"
#include "app/package_updates.h"
#include "crypto/random.h"
#include "exchange/package.h"
#include "gateway/gateway_process.h"
#include "gateway/package_answers.h"
#include "gateway/test_database.h"
#include "gateway/thin_client.h"
#include "store/lock_time.h"
#include "support/catch.h"
#include "support/office.h"
#include "support/test_store.h"
#include "sync/bundle/package_files.h"
#include "sync/server_repository.h"

#include <QFile>

using namespace amparo;
using namespace amparo::test;
using exchange::Channel;

namespace {

/// A gateway and a post that knows headquarters' key and this server.
struct DownSite {
    TestDatabase database{TestDatabase::Schema::None};
    GatewayProcess gateway{database.where()};
    QByteArray token = gateway.addPost(QStringLiteral("PE-DES-01"));
    Office office;
    TestStore store;
    QTemporaryDir folder;

    DownSite()
    {
        auto server = require(sync::parseServerAddress(
            QStringLiteral("http://%2@127.0.0.1:%1").arg(gateway.port()).arg(QString::fromLatin1(token))));
        server.protocol = sync::Protocol::Thin;
        store.signIn(store.administrator());
        require(store->packages().trust(office.key()));
        require(sync::ServerRepository(store->settings()).set(server));
        store.signIn(store.lead());
    }

    void add(const QByteArray &signedBytes) const
    {
        const QString path = require(bundle::writePackage(folder.path(), signedBytes));
        REQUIRE(gateway.run({QStringLiteral("package"), QStringLiteral("add"), path}));
    }
    QByteArray policies(quint64 version, int lockMinutes) const
    {
        const QByteArray json =
            R"({"amparoPolicy": 1, "settings": {"lockMinutes": )" + QByteArray::number(lockMinutes) + "}}";
        return office.package(Channel::Policy, version, {{QStringLiteral("policy.json"), json}},
                              store.clock.utcNow());
    }
    thin::FetchedPackages fetch()
    {
        const auto question = require(app::packageQuestion(*store));
        REQUIRE(question);
        return thin::fetchPackages(question->server, question->held, store.clock);
    }
    app::PackageIntake update()
    {
        const auto fetched = fetch();
        CHECK_FALSE(fetched.trouble);
        return require(app::takeIn(*store, fetched.signedBytes));
    }
    HttpAnswer ask(const QByteArray &method, const QByteArray &query,
                   const HttpPeer::Headers &headers = {}) const
    {
        return ThinClient(gateway.port(), token).ask(method, "/v1/down?" + query, {}, headers);
    }
};

}  // namespace

TEST_CASE("[SEC-S9] what headquarters gives out reaches a post over the link, each version once", "[gateway]")
{
    DownSite site;
    CHECK(site.update() == app::PackageIntake());
    site.add(site.policies(3, 7));
    site.add(site.policies(4, 8));
    const auto intake = site.update();
    REQUIRE(intake.taken.size() == 1);
    CHECK(intake.taken.first().version == 4);
    CHECK(require(store::lockTime(site.store->settings())) == std::chrono::minutes(8));
    CHECK(site.fetch().signedBytes.isEmpty());
    const auto listed = site.gateway.run({QStringLiteral("package"), QStringLiteral("list")});
    REQUIRE(listed);
    CHECK(listed->startsWith("policy\t3\t"));
    CHECK(listed->contains("\npolicy\t4\t"));
}

TEST_CASE("[SEC-S9] a post that missed lists of keys takes them up one after the other", "[gateway]")
{
    DownSite site;
    const Office last;
    site.add(site.office.nextKeys(2));
    site.add(require(exchange::sign(exchange::PackageKeys{3, {last.key()}}, site.office.nextSeed)));
    site.add(last.package(Channel::Notices, 1,
                          {{QStringLiteral("notices.json"), R"({"amparoNotices": 1, "notices": []})"}},
                          site.store.clock.utcNow()));
    const auto intake = site.update();
    CHECK(intake.keyLists == 2);
    CHECK(intake.taken.size() == 1);
    CHECK(require(site.store->packages().floor()).keys == exchange::PackageKeys{3, {last.key()}});
}

TEST_CASE("[SEC-S9] a gateway that somebody else has filled puts nothing in force", "[gateway]")
{
    DownSite site;
    Office other;
    site.add(
        other.package(Channel::Policy, 9,
                      {{QStringLiteral("policy.json"), R"({"amparoPolicy": 1, "settings": {"pin": false}})"}},
                      site.store.clock.utcNow()));
    const auto intake = site.update();
    CHECK(intake.taken.isEmpty());
    REQUIRE(intake.refused.size() == 1);
    CHECK(intake.refused.first().why.code == ErrorCode::Denied);
    CHECK(require(store::isPinAllowed(site.store->settings())));
}

TEST_CASE("a further version travels as what is new in it, and a large one in pieces", "[gateway]")
{
    DownSite site;
    const QByteArray noise = crypto::randomBytes(200 * 1024).toBase64();  // some five pieces
    const auto notices = [&](quint64 version, const QByteArray &title) {
        const QByteArray json =
            R"({"amparoNotices": 1, "notices": [{"id": "1", "kind": "warning", "from": "2026-01-01",
            "until": "2026-12-31", "title": {"en": ")" +
            title + R"("}, "text": {"en": "By the river."}}]})";
        // Forms may have any files beside them; what a post makes of them is not asked here.
        return site.office.package(
            Channel::Forms, version,
            {{QStringLiteral("a/media/noise"), noise}, {QStringLiteral("a/media/text"), json}},
            site.store.clock.utcNow());
    };
    site.add(notices(1, "one"));
    const auto first = site.fetch();
    REQUIRE(first.signedBytes == QList{notices(1, "one")});
    CHECK(first.traffic.received > noise.size() * 3 / 4);
    require(site.store->packages().take(first.signedBytes.first()));

    site.add(notices(2, "two"));
    const auto second = site.fetch();
    REQUIRE(second.signedBytes == QList{notices(2, "two")});
    CHECK(second.traffic.received < first.traffic.received / 20);

    // A restored store has a number, but not those bytes.
    const auto question = require(app::packageQuestion(*site.store));
    thin::PackagesHeld held = question->held;
    held.signedBytes.insert(Channel::Forms, "other bytes");
    CHECK(thin::fetchPackages(question->server, held, site.store.clock).signedBytes ==
          QList{notices(2, "two")});
}

TEST_CASE("pieces are answered as RFC 9110 has it", "[gateway]")
{
    DownSite site;
    CHECK(site.ask("GET", "channel=policy&have=0").status == 204);
    site.add(site.policies(1, 5));
    checkPackageAnswers([&](const QByteArray &method, const QByteArray &query,
                            const HttpPeer::Headers &headers) { return site.ask(method, query, headers); });
    CHECK(ThinClient(site.gateway.port(), "nobody").ask("GET", "/v1/down?channel=policy&have=0").status ==
          401);
}

TEST_CASE("the gateway shelves packages, and no number twice with other bytes", "[gateway]")
{
    DownSite site;
    site.add(site.policies(1, 5));
    const auto add = [&](const QString &path) {
        return site.gateway.run({QStringLiteral("package"), QStringLiteral("add"), path}).has_value();
    };
    CHECK(add(site.folder.filePath(QStringLiteral("amparo-policy-000001.package"))));
    const QTemporaryDir other;
    CHECK_FALSE(add(require(bundle::writePackage(other.path(), site.policies(1, 6)))));
    QFile junk(other.filePath(QStringLiteral("junk")));
    REQUIRE(junk.open(QIODevice::WriteOnly));
    junk.write("no package");
    junk.close();
    CHECK_FALSE(add(junk.fileName()));
    CHECK_FALSE(add(other.filePath(QStringLiteral("missing"))));
}
