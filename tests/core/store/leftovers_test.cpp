// What another store has left in a folder: told before a new one is made beside it, and never taken for its
// own.
#include "store/damage_mark.h"
#include "store/salvage.h"

#include "core/store/store_support.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/test_store.h"

#include <QDir>

using namespace amparo;
using namespace amparo::store;
using test::anOfficer;
using test::contentOf;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;
using test::theirs;

namespace {

/// A folder for a new store, in which another has left this file.
struct Littered {
    explicit Littered(const QString &file) : path(folder.filePath(file))
    {
        QFile left(path);
        REQUIRE(left.open(QIODevice::WriteOnly));
        REQUIRE(left.write("left") == 4);
    }

    QTemporaryDir folder{test::quickFolder()};
    QString path;
};

Result<> createIn(const QString &folder, const TestStore &store)
{
    return Store::create(folder, {text("PE-DES-01"), text("Desaguadero"), text("PER"), false},
                         store.administrator(), test::aPassphrase(), store.clock)
        .map([](const std::unique_ptr<Store> &) {});
}

QString backupOf(TestStore &store, const QTemporaryDir &place)
{
    const QString folder = place.filePath(text("backup"));
    require(store->finishBackup(require(store->beginBackup(folder))));
    return folder;
}

Result<> salvageInto(const QString &folder, TestStore &store)
{
    store.close();
    return salvageStore({store.folder(), folder, text("admin"), {}, {}}, test::aPassphrase(), store.clock)
        .map([](const SalvageReport &) {});
}

}  // namespace

TEST_CASE("no store is made beside what another one has left, which is named and stays", "[store][SEC-D3]")
{
    const char *file = GENERATE("keys.amparo", "keys.amparo.previous", "store.amparo", "store.amparo-wal",
                                "store-2.amparo", "damaged.amparo", "readings.amparo", "readings.amparo-wal");
    CAPTURE(file);
    TestStore store;
    const Littered littered(text(file));
    const QTemporaryDir place{test::quickFolder()};
    Result<> made;
    SECTION("a new one") { made = createIn(littered.folder.path(), store); }
    SECTION("one from a backup")
    {
        made = restoreBackup(backupOf(store, place), littered.folder.path(), text("lead"),
                             test::aPassphrase(), store.clock);
    }
    SECTION("one from a damaged one") { made = salvageInto(littered.folder.path(), store); }
    REQUIRE(errorOf(made) == ErrorCode::Conflict);
    CHECK(made.error().detail.contains(text(file)));
    CHECK(contentOf(littered.path) == "left");
    CHECK(QDir(littered.folder.path()).entryList({text("*.amparo*")}, QDir::Files) ==
          QStringList{text(file)});
}

TEST_CASE("what says nothing of another store is in nobody's way", "[store]")
{
    const char *file =
        GENERATE("signin.amparo", "mark.amparo", "reserve.amparo", "store.lock", "settings.ini");
    CAPTURE(file);
    TestStore store;
    const Littered littered(text(file));
    const QTemporaryDir place{test::quickFolder()};
    require(restoreBackup(backupOf(store, place), littered.folder.path(), text("lead"), test::aPassphrase(),
                          store.clock));
    if (text(file) == text("signin.amparo"))
        return;  // whose counts of tries are unknown then, which costs a wait
    CHECK(Store::open(littered.folder.path(), text("lead"), test::aPassphrase(), store.clock));
}

TEST_CASE("headquarters' key writes nothing into a store that must only be read", "[store][SEC-D3][SEC-K4]")
{
    TestStore store;
    store.signIn(store.administrator());
    const auto pair = crypto::makeRecoveryKeyPair();
    require(store->setRecoveryKey(pair.publicKey));
    store.close();
    require(markDamaged(store.folder(), store.clock.utcNow()));
    const QByteArray database = contentOf(store.path(text("store.amparo")));
    const QByteArray keys = contentOf(store.path(text("keys.amparo")));
    CHECK(errorOf(Store::recover(store.folder(), pair.secretKey,
                                 anOfficer("rescue", record::Role::Administrator), theirs(), store.clock)) ==
          ErrorCode::Corrupt);
    CHECK(contentOf(store.path(text("store.amparo"))) == database);
    CHECK(contentOf(store.path(text("keys.amparo"))) == keys);
}
