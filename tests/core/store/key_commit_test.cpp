// The key file and the database change both or neither, whatever disk they are on.
#include "store/key_slots.h"

#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/file_size_limit.h"
#include "support/files.h"
#include "support/test_store.h"

#include <QFile>
#include <QFileInfo>

using namespace amparo;
using namespace amparo::store;
using crypto::Passphrase;
using test::anOfficer;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;
using test::theirs;

namespace {

Passphrase next() { return Passphrase::fromText(u"cinco llamas azules"); }

KeyFile keysOf(const TestStore &store) { return require(readKeyFile(store.folder())); }

Result<> opens(const TestStore &store, const QString &loginName, const Passphrase &passphrase)
{
    return Store::open(store.folder(), loginName, passphrase, store.clock)
        .map([](const std::unique_ptr<Store> &) {});
}

void rotate(TestStore &store) { require(store->finishKeyRotation(require(store->beginKeyRotation()))); }

#ifdef Q_OS_LINUX
/// Does `deed` while the database cannot grow, as on a full disk, and the key file can.
template <class Deed> Result<> onFullDisk(const TestStore &store, Deed deed)
{
    const qint64 log = QFileInfo(store.path(text("store.amparo-wal"))).size();
    REQUIRE(log > 8192);
    const test::FileSizeLimit limit{rlim_t(log)};
    return deed();
}
#endif

}  // namespace

#ifdef Q_OS_LINUX
TEST_CASE("what cannot be committed changes nobody's way to the key", "[store][SEC-K2][SEC-D4]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto jose = store.addOfficer(record::Role::Officer, text("jose"));
    const auto pair = crypto::makeRecoveryKeyPair();
    const KeyFile before = keysOf(store);
    const auto head = require(store->audit().head());
    Result<> done;
    SECTION("a new passphrase")
    {
        done = onFullDisk(store, [&] { return store->changePassphrase(test::aPassphrase(), next()); });
    }
    SECTION("a passphrase in place of a forgotten one")
    {
        done = onFullDisk(store, [&] { return store->resetPassphrase(jose.id, next()); });
    }
    SECTION("another officer")
    {
        done = onFullDisk(store, [&] { return store->addOfficer(anOfficer("rosa"), theirs()); });
    }
    SECTION("one who is suspended")
    {
        done = onFullDisk(store, [&] { return store->suspendOfficer(jose.id); });
    }
    SECTION("one who leaves")
    {
        done = onFullDisk(store, [&] { return store->removeOfficer(jose.id); });
    }
    SECTION("headquarters' key")
    {
        done = onFullDisk(store, [&] { return store->setRecoveryKey(pair.publicKey); });
    }
    REQUIRE_FALSE(done.has_value());
    CHECK(keysOf(store) == before);
    CHECK(require(store->audit().head()) == head);
    QFile::remove(store.path(text("keys.amparo")));  // nor does the generation before know of it
    CHECK(keysOf(store) == before);
    store.close();
    CHECK(opens(store, jose.loginName, test::aPassphrase()));
}

TEST_CASE("what headquarters' key cannot commit leaves no slot", "[store][SEC-K4][SEC-D4]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto pair = crypto::makeRecoveryKeyPair();
    require(store->setRecoveryKey(pair.publicKey));
    store.close();
    const KeyFile before = keysOf(store);
    {
        const test::FileSizeLimit limit{8192};
        CHECK_FALSE(Store::recover(store.folder(), pair.secretKey,
                                   anOfficer("rescue", record::Role::Administrator), theirs(), store.clock));
    }
    CHECK(keysOf(store) == before);
}
#endif

TEST_CASE("the key is changed where a slot belongs to nobody, and the slot goes", "[store][SEC-K7]")
{
    TestStore store;
    const auto slot = require(openSlot(keysOf(store), text("lead"), test::aPassphrase()));
    KeyFile keys = keysOf(store);
    putSlot(keys, require(makeSlot(keys.store, slot, anOfficer("nobody"), theirs(), {})));
    require(writeKeyFile(store.folder(), keys));
    rotate(store);
    CHECK(keysOf(store).find(u"nobody") == nullptr);
    store.close();
    CHECK(opens(store, text("lead"), test::aPassphrase()));
    CHECK(opens(store, text("admin"), test::aPassphrase()));
}

TEST_CASE("officers whose own keys are lost give them back by signing in, or get new ones",
          "[store][SEC-D3][SEC-K7]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto jose = store.addOfficer(record::Role::Officer, text("jose"));
    require(store.executeAndClose("DELETE FROM officer_key"));  // as a salvage without that page leaves it
    store.signIn(store.lead());
    store.signIn(store.administrator());
    rotate(store);
    CHECK(keysOf(store).find(u"jose") == nullptr);
    require(store->resetPassphrase(jose.id, theirs()));
    rotate(store);
    store.close();
    CHECK(opens(store, text("lead"), test::aPassphrase()));
    CHECK(opens(store, text("admin"), test::aPassphrase()));
    CHECK(opens(store, text("jose"), theirs()));
}

TEST_CASE("who has no own key any more can be suspended", "[store][SEC-D3][SEC-K8]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto jose = store.addOfficer(record::Role::Officer, text("jose"));
    require(store.executeAndClose("DELETE FROM officer_key"));
    store.signIn(store.administrator());
    require(store->suspendOfficer(jose.id));
    CHECK(keysOf(store).find(u"jose") == nullptr);
    CHECK(errorOf(store->suspendOfficer(OfficerId::create())) == ErrorCode::NotFound);
}
