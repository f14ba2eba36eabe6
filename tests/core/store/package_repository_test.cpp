// What headquarters gives to a post: whose it has to be, that nothing older comes back, and that it is kept.
#include "store/package_repository.h"
#include "support/catch.h"
#include "support/office.h"
#include "support/test_store.h"

#include <algorithm>
#include <limits>

using namespace amparo;
using namespace amparo::store;
using exchange::Channel;
using test::errorOf;
using test::Office;
using test::require;
using test::TestStore;

namespace {

/// A post that was handed the office's key when it was set up; the lead is signed in.
struct TrustingPost {
    Office office;
    TestStore store;

    TrustingPost() { office.handKeyTo(store); }

    QByteArray notices(quint64 version, const QByteArray &text = "{}") const
    {
        return office.package(Channel::Notices, version, {{QStringLiteral("notices.json"), text}},
                              store.clock.utcNow());
    }
};

}  // namespace

TEST_CASE("[SEC-S9] a post that was handed no key takes up nothing", "[store]")
{
    const Office office;
    TestStore store;
    const QByteArray bytes =
        office.package(Channel::Notices, 1, {{QStringLiteral("a.txt"), "a"}}, store.clock.utcNow());
    CHECK(errorOf(store->packages().take(bytes)) == ErrorCode::Denied);
    CHECK(errorOf(store->packages().trust(office.key())) == ErrorCode::Denied);  // a lead hands out no keys
    store.signIn(store.administrator());
    CHECK(errorOf(store->packages().trust(office.key().chopped(1))) == ErrorCode::InvalidInput);
    require(store->packages().trust(office.key()));
    CHECK(require(store->packages().take(bytes)).version == 1);
}

TEST_CASE("[SEC-S9] what was taken up stays, and nothing older takes its place", "[store]")
{
    TrustingPost post;
    require(post.store->packages().take(post.notices(2, "second")));
    post.store.reopen();
    PackageRepository &packages = post.store->packages();
    CHECK(errorOf(packages.take(post.notices(1))) == ErrorCode::Conflict);
    CHECK(errorOf(packages.take(post.notices(2))) == ErrorCode::Conflict);
    CHECK(require(packages.files(Channel::Notices)).value(QStringLiteral("notices.json")) == "second");
    CHECK(require(packages.files(Channel::Lists)).isEmpty());

    post.store.clock.advance(std::chrono::hours(1));
    require(packages.take(post.notices(3, "third")));
    const QList<TakenPackage> taken = require(packages.list());
    REQUIRE(taken.size() == 1);
    CHECK(taken.first().version == 3);
    CHECK(taken.first().takenAt == post.store.clock.utcNow());
    CHECK(require(packages.bytes(Channel::Notices)) == post.notices(3, "third"));
    CHECK(require(packages.floor()).versions == QMap<Channel, quint64>{{Channel::Notices, 3}});

    CHECK_FALSE(post.store.execute("UPDATE package SET version = 1"));
    CHECK_FALSE(post.store.execute("DELETE FROM package"));
}

TEST_CASE("[SEC-S9] keys follow each other by signed lists", "[store]")
{
    TrustingPost post;
    PackageRepository &packages = post.store->packages();
    const quint64 first = require(packages.floor()).keys.version;
    require(packages.takeKeys(post.office.nextKeys(first + 1)));
    CHECK(errorOf(packages.take(post.notices(1))) == ErrorCode::Denied);  // by a key that was given up
    CHECK(errorOf(packages.takeKeys(post.office.nextKeys(first + 2))) == ErrorCode::Denied);
    CHECK(require(packages.floor()).keys == exchange::PackageKeys{first + 1, {post.office.nextKey()}});
}

TEST_CASE("[SEC-S9] lists of keys are kept as they were signed, for whoever missed some", "[store]")
{
    TrustingPost post;
    PackageRepository &packages = post.store->packages();
    const Office last;
    const QByteArray second = post.office.nextKeys(2);
    const QByteArray third =
        require(exchange::sign(exchange::PackageKeys{3, {last.key()}}, post.office.nextSeed));
    CHECK(require(packages.next(exchange::keysChannel, 0)) == std::nullopt);
    require(packages.takeKeys(second));
    require(packages.takeKeys(third));
    CHECK(require(packages.next(exchange::keysChannel, 1)) == Handout{2, post.store.clock.utcNow()});
    CHECK(require(packages.next(exchange::keysChannel, 2))->version == 3);
    CHECK(require(packages.next(exchange::keysChannel, 3)) == std::nullopt);
    CHECK(require(packages.signedBytes(exchange::keysChannel, 2)) == second);
    CHECK(require(packages.signedBytes(exchange::keysChannel, 3)) == third);
    CHECK_FALSE(post.store.execute("UPDATE package_key_list SET bytes = x'00'"));

    SECTION("until a key is handed over by hand, with which they begin anew")
    {
        TestStore &store = post.store;
        store.signIn(store.administrator());
        require(store->packages().trust(
            post.office.key(), require(store->approve(record::Permission::SetPolicies, store.lead().loginName,
                                                      test::aPassphrase()))));
        CHECK(require(store->packages().next(exchange::keysChannel, 0)) == std::nullopt);
        require(store->packages().takeKeys(second));
        CHECK(require(store->packages().signedBytes(exchange::keysChannel, 2)) == second);
    }
}

TEST_CASE("[SEC-S9] of a channel the latest is handed on, and nothing to who has it", "[store]")
{
    TrustingPost post;
    PackageRepository &packages = post.store->packages();
    const QString channel = exchange::channelName(Channel::Notices);
    require(packages.take(post.notices(2)));
    require(packages.take(post.notices(5)));
    struct Row {
        quint64 have;
        std::optional<quint64> next;
    };
    const auto row = GENERATE(values<Row>(
        {{0, 5}, {2, 5}, {4, 5}, {5, std::nullopt}, {std::numeric_limits<quint64>::max(), std::nullopt}}));
    const auto next = require(packages.next(channel, row.have));
    CHECK((next ? std::optional(next->version) : std::nullopt) == row.next);
    CHECK(require(packages.signedBytes(channel, 5)) == post.notices(5));
    CHECK(errorOf(packages.signedBytes(channel, 2)) == ErrorCode::NotFound);
    CHECK(require(packages.next(QStringLiteral("other"), 0)) == std::nullopt);
}

TEST_CASE("[SEC-S9] a whole list of keys can be handed over with its number", "[store]")
{
    const Office office;
    TestStore store;
    store.signIn(store.administrator());
    exchange::PackageKeys keys{3, {office.key(), office.nextKey()}};
    std::sort(keys.keys.begin(), keys.keys.end());  // as the store gives them back
    CHECK(errorOf(store->packages().trust(exchange::PackageKeys{3, {}})) == ErrorCode::InvalidInput);
    require(store->packages().trust(keys));
    CHECK(require(store->packages().floor()).keys == keys);
    CHECK(errorOf(store->packages().takeKeys(office.nextKeys(3))) == ErrorCode::Conflict);
    require(store->packages().trust(office.nextKey()));  // it counts already
    CHECK(require(store->packages().floor()).keys == keys);
    CHECK(errorOf(store->packages().trust(exchange::PackageKeys{4, keys.keys})) == ErrorCode::Denied);
    CHECK(require(store->packages().takeKeys(office.nextKeys(4))).version == 4);
}

TEST_CASE("[SEC-A6] another key than headquarters' last takes a second person", "[store]")
{
    TrustingPost post;
    TestStore &store = post.store;
    const Office other;
    store.signIn(store.administrator());
    require(store->packages().trust(post.office.key()));  // the same again is no change
    CHECK(errorOf(store->packages().trust(other.key())) == ErrorCode::Denied);
    auto approval =
        store->approve(record::Permission::SetPolicies, store.lead().loginName, test::aPassphrase());
    require(store->packages().trust(other.key(), require(std::move(approval))));
    CHECK(require(store->packages().floor()).keys.keys == QList{other.key()});
    CHECK(errorOf(store->packages().take(post.notices(1))) == ErrorCode::Denied);
}

TEST_CASE("[SEC-T4] the log tells of packages and keys, and not what is in them", "[store]")
{
    TrustingPost post;
    require(post.store->packages().take(post.notices(4)));
    const QList<AuditEntry> entries = test::auditEntries(post.store->audit());
    CHECK(entries.last().action == AuditAction::PackageTaken);
    CHECK(entries.last().subject == QLatin1String("notices"));
    CHECK(entries.last().detail == QLatin1String("version=4 files=1"));
    CHECK(std::count_if(entries.begin(), entries.end(), [](const AuditEntry &entry) {
              return entry.action == AuditAction::PackageKeysSet;
          }) == 1);
}
