// What headquarters gives to a post, from signed bytes to what is in force.
#include "app/managed_settings.h"
#include "app/package_intake.h"
#include "app/post_reference.h"
#include "reference/reference.h"
#include "resources/builtin_reference.h"
#include "store/lock_time.h"
#include "support/catch.h"
#include "support/office.h"
#include "support/test_store.h"
#include "support/text.h"
#include "sync/server_repository.h"

using namespace amparo;
using exchange::Channel;
using exchange::PackageFile;
using test::errorOf;
using test::Office;
using test::require;
using test::TestStore;
using test::text;

namespace {

const app::PolicyReading nothing;

QByteArray formXml(const char *version, const char *purpose = "amparo:purpose=\"vehicle\"")
{
    return QByteArray(R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
xmlns:amparo="urn:amparo:xforms:1"><h:head><h:title>t</h:title><model><instance><data id="bus" version="VERSION" PURPOSE><q/></data>
</instance><bind nodeset="/data/q" type="string"/></model></h:head><h:body><input ref="/data/q"><label>Q</label></input></h:body></h:html>)")
        .replace("VERSION", version)
        .replace("PURPOSE", purpose);
}

struct Post {
    Office office;
    TestStore store;

    Post() { office.handKeyTo(store); }

    QByteArray signedBytes(Channel channel, quint64 version, const QList<PackageFile> &files) const
    {
        return office.package(channel, version, files, store.clock.utcNow());
    }
    QByteArray policies(quint64 version, const QByteArray &settings) const
    {
        return signedBytes(Channel::Policy, version,
                           {{text("policy.json"), R"({"amparoPolicy": 1, "settings": {)" + settings + "}}"}});
    }
    app::PackageIntake take(const QList<QByteArray> &bytes) { return require(app::takeIn(*store, bytes)); }
};

}  // namespace

TEST_CASE("[SEC-S9] forms come whole and are the post's current ones", "[app]")
{
    Post post;
    const auto intake = post.take({post.signedBytes(
        Channel::Forms, 1,
        {{text("bus/form.xml"), formXml("7")}, {text("bus/media/towns.csv"), "name,label\n"}})});
    REQUIRE(intake.taken.size() == 1);
    const auto form = require(post.store->forms().current(text("bus")));
    REQUIRE(form);
    CHECK(form->version == text("7"));
    CHECK(form->media.value(text("towns.csv")) == "name,label\n");
}

TEST_CASE("[SEC-S9] what a post could not use is refused as a whole, and its number stays free", "[app]")
{
    Post post;
    struct Row {
        Channel channel;
        QList<PackageFile> files;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {Channel::Forms, {{text("bus/form.xml"), formXml("7")}, {text("car/form.xml"), "<html/>"}}},
        {Channel::Forms, {{text("bus/form.xml"), formXml("7")}, {text("car/form.xml"), formXml("1", "")}}},
        {Channel::Forms, {{text("form.xml"), formXml("7")}}},
        {Channel::Lists, {{text("directory/help_lines.csv"), "no,such,headings\n"}}},
        {Channel::Lists, {{text("watchlist.csv"), "name\n"}}},
        {Channel::Notices, {{text("notices.json"), "{}"}}},
        {Channel::Notices, {{text("other.json"), R"({"amparoNotices": 1, "notices": []})"}}},
        {Channel::Policy, {{text("policy.json"), R"({"amparoPolicy": 1, "settings": {"lockMinutes": 0}})"}}},
        {Channel::Policy, {{text("policy.json"), R"({"amparoPolicy": 1, "settings": {"lookAway": true}})"}}},
    }));
    const auto intake = post.take({post.signedBytes(row.channel, 3, row.files)});
    CHECK(intake.taken.isEmpty());
    REQUIRE(intake.refused.size() == 1);
    CHECK(intake.refused.first().why.code == ErrorCode::InvalidInput);
    CHECK(intake.refused.first().what == exchange::channelName(row.channel) + text(" 3"));
    CHECK(require(post.store->forms().current(text("bus"))) == std::nullopt);
    CHECK(require(post.store->packages().floor()).versions.isEmpty());
}

TEST_CASE("[SEC-S9] in whatever order packages and keys lie there, the latest is in force", "[app]")
{
    Post post;
    const QByteArray first = post.policies(1, R"("lockMinutes": 5)");
    const QByteArray second = post.policies(2, R"("lockMinutes": 6)");
    QList<QByteArray> found{first, second, post.office.nextKeys(2), QByteArray("nothing of ours")};
    SECTION("all at once: after the change of keys, the old key's count no more")
    {
        const auto intake = post.take(found);
        CHECK(intake.keyLists == 1);
        CHECK(intake.taken.isEmpty());
        CHECK(intake.refused.size() == 3);
    }
    SECTION("packages first")
    {
        const auto intake = post.take({first, second});
        CHECK(intake.taken.size() == 1);
        CHECK(intake.known == 1);
        CHECK(require(store::lockTime(post.store->settings())) == std::chrono::minutes(6));
        const auto again = post.take(found);
        CHECK(again.keyLists == 1);
        CHECK(again.known == 2);  // also where their signer counts no more
        CHECK(again.refused.size() == 1);
    }
}

TEST_CASE("headquarters' lists lie over those that are compiled in, file by file", "[app]")
{
    Post post;
    const auto builtin = resources::builtinReferenceFiles();
    CHECK(require(app::referenceFiles(*post.store)) == builtin);
    const QByteArray laws = builtin.value(text("directory/laws.csv"));
    const QByteArray fewer = laws.left(laws.indexOf('\n', laws.size() / 2) + 1);
    REQUIRE(post.take({post.signedBytes(Channel::Lists, 1, {{text("directory/laws.csv"), fewer}})})
                .taken.size() == 1);
    auto files = require(app::referenceFiles(*post.store));
    CHECK(files.value(text("directory/laws.csv")) == fewer);
    files.insert(text("directory/laws.csv"), laws);
    CHECK(files == builtin);
}

TEST_CASE("a managed policy stands over the post's, and nobody at the post changes it", "[app][SEC-A6]")
{
    Post post;
    TestStore &store = post.store;
    const auto lockTime = [&] { return require(store::lockTime(store->settings())).count(); };
    store.signIn(store.administrator());
    require(store->setLockTime(std::chrono::minutes(10)));
    const auto &lock = app::managedSettings().first();
    REQUIRE(lock.key == text("lockMinutes"));
    CHECK(require(app::sourceOf(*store, lock, nothing.values)) == app::PolicySource::Post);

    REQUIRE(post.take({post.policies(1, R"("lockMinutes": 2, "pin": false)")}).taken.size() == 1);
    CHECK(lockTime() == 2);
    CHECK_FALSE(require(store::isPinAllowed(store->settings())));
    CHECK(require(app::sourceOf(*store, lock, nothing.values)) == app::PolicySource::Headquarters);
    auto approval =
        require(store->approve(record::Permission::SetPolicies, store.lead().loginName, test::aPassphrase()));
    CHECK(errorOf(store->setLockTime(std::chrono::minutes(9), std::move(approval))) == ErrorCode::Denied);

    // Those who look after the computer stand over both.
    const auto station = app::readPolicies(R"({"amparoPolicy": 1, "settings": {"lockMinutes": 4}})");
    CHECK(app::applyManaged(*store, station).isEmpty());
    CHECK(lockTime() == 4);
    CHECK(require(app::sourceOf(*store, lock, station.values)) == app::PolicySource::Station);

    // What is managed no more is the post's own again.
    REQUIRE(post.take({post.policies(2, "")}).taken.size() == 1);
    CHECK(app::applyManaged(*store, nothing).isEmpty());
    CHECK(lockTime() == 10);
}

TEST_CASE("headquarters' rules for the link hold back nothing on a LAN", "[app]")
{
    Post post;
    post.store.signIn(post.store.administrator());
    const auto link =
        R"("link": {"hours": [["20:00", "06:00"]], "bytesPerDay": 1000000, "kilobitsPerSecond": 0})";
    REQUIRE(post.take({post.policies(1, link)}).taken.size() == 1);
    sync::ServerRepository repository(post.store->settings());
    const sync::SyncPolicy policy = require(repository.rules());
    CHECK(policy.bytesPerDay == 1'000'000);

    auto relay =
        require(sync::parseServerAddress(text("http://token@10.20.0.4:8420"), sync::Protocol::Relay));
    relay.protocol = sync::Protocol::Relay;
    relay.sealKey = QByteArray(32, 'k');
    relay.trust.receiptKey = QByteArray(32, 'r');
    require(repository.set(relay));
    CHECK(require(repository.rules()) == sync::SyncPolicy{{}, 0, 0, false, true});
    CHECK(require(repository.policy()) == policy);
}

TEST_CASE("a mistake in the station's policies leaves in force what is sound there, and headquarters'",
          "[app]")
{
    Post post;
    post.take({post.policies(1, R"("lockMinutes": 2, "pin": true)")});
    const auto isPinAllowed = [&] { return require(store::isPinAllowed(post.store->settings())); };
    SECTION("in one value")
    {
        const auto slip =
            app::readPolicies(R"({"amparoPolicy": 1, "settings": {"lockMinutes": "two", "pin": false}})");
        const auto faults = app::applyManaged(*post.store, slip);
        REQUIRE(faults.size() == 1);
        CHECK(faults.first().key == text("lockMinutes"));
        CHECK_FALSE(isPinAllowed());
    }
    SECTION("in all of the file")
    {
        CHECK(app::applyManaged(*post.store, app::readPolicies("{\"amparoPolicy\": 1")).size() == 1);
        CHECK(isPinAllowed());
    }
    CHECK(require(store::lockTime(post.store->settings())) == std::chrono::minutes(2));
}

TEST_CASE("every policy is told with its value and where that comes from", "[app]")
{
    Post post;
    post.store.signIn(post.store.administrator());
    require(post.store->setLockTime(std::chrono::minutes(10)));
    require(post.store->setPinAllowed(false));
    REQUIRE(post.take({post.policies(1, R"("lockMinutes": 2, "updateNotices": false)")}).taken.size() == 1);
    const auto station = app::readPolicies(R"({"amparoPolicy": 1, "settings": {"lockMinutes": 4}})");
    CHECK(app::applyManaged(*post.store, station).isEmpty());

    const auto policies = require(app::policiesInForce(*post.store, station.values));
    REQUIRE(policies.size() == app::managedSettings().size());
    QMap<QString, std::pair<QString, std::optional<app::PolicySource>>> told;
    for (const app::PolicyInForce &policy : policies)
        told.insert(policy.key, {require(policy.value).words, policy.source});
    using Told = std::pair<QString, std::optional<app::PolicySource>>;
    CHECK(told[text("lockMinutes")] == Told(text("4"), app::PolicySource::Station));
    CHECK(told[text("updateNotices")] == Told(text("false"), app::PolicySource::Headquarters));
    CHECK(told[text("pin")] == Told(text("false"), app::PolicySource::Post));
    CHECK(told[text("backups")] == Told(text("none"), std::nullopt));
}

TEST_CASE("headquarters' policies that this version cannot read are not in force, and told", "[app]")
{
    Post post;
    require(post.store->packages().take(
        post.policies(1, R"("lockMinutes": 2, "ofALaterVersion": true)")));  // as that version took it up
    const auto reading = app::headquartersPolicies(*post.store);
    REQUIRE(reading.faults.size() == 1);
    CHECK(reading.faults.first().key == text("ofALaterVersion"));
    CHECK(app::applyManaged(*post.store, nothing).size() == 1);
    CHECK(require(store::lockTime(post.store->settings())) == std::chrono::minutes(2));
}

TEST_CASE("where no file of policies is, nothing is managed and nothing amiss", "[app]")
{
    const TestStore store;
    const auto reading = app::policiesInFile(store.path(text("no-such-file")));
    CHECK(reading.values.isEmpty());
    CHECK(reading.faults.isEmpty());
}

TEST_CASE("headquarters' policies come whole or not at all, and the refusal names all that is wrong", "[app]")
{
    const auto refused = app::checkPolicies(
        R"({"amparoPolicy": 1, "settings": {"lockMinutes": 0, "pin": false, "lookAway": true}})");
    REQUIRE(errorOf(refused) == ErrorCode::InvalidInput);
    CHECK(refused.error().detail ==
          text("lockMinutes: it takes a whole number, 1 to 15; lookAway: there is no such policy"));
    CHECK(errorOf(app::checkPolicies(R"({"amparoPolicy": 2, "settings": {}})")) == ErrorCode::TooNew);
}
