// Why a store that another version of the program made is not opened, in words that say what to do next.
#include "app/desktop/sign_in/sign_in_refusal.h"
#include "store/migrations.h"
#include "store/sign_in_throttle.h"
#include "store/upgrade.h"

#include "support/catch.h"
#include "support/small_disk.h"
#include "support/test_store.h"

#include <QDir>

using namespace amparo;
using namespace amparo::desktop;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

QString refusalOf(const Error &error, const TestStore &store, const QString &folder)
{
    return signInRefusal(error, folder, QStringLiteral("lead"), store.clock).sentence;
}

QString refusalOf(const Result<> &opened, const TestStore &store)
{
    REQUIRE_FALSE(opened.has_value());
    return refusalOf(opened.error(), store, store.folder());
}

}  // namespace

TEST_CASE("a store of a newer version names the backup to go back with, where there is one", "[desktop]")
{
    TestStore store;
    const QByteArray newer =
        "PRAGMA user_version = " + QByteArray::number(store::knownMigrations().size() + 1);
    SECTION("none is there")
    {
        require(store.executeAndClose(newer));
        CHECK(refusalOf(store.open(), store).contains(QStringLiteral("Ask IT support to update.")));
    }
    SECTION("one is")
    {
        store.makeOlder();
        require(store.open());
        require(store.executeAndClose(newer));
        const auto backup = store::usableUpgradeBackup(store.folder());
        REQUIRE(backup);
        CHECK(refusalOf(store.open(), store).contains(QDir::toNativeSeparators(backup->folder)));
    }
}

TEST_CASE("without room for the backup before an upgrade it says how much to free, and where",
          "[desktop][SEC-D6]")
{
    TestStore store;
    store.makeOlder();
    const auto disk = test::SmallDisk::mount(6'000);
    if (!disk) {
        WARN("skipped: this account may not mount a small disk");
        return;
    }
    const QString folder = disk->path() + QStringLiteral("/store");
    REQUIRE(QDir().mkpath(folder));
    for (const char *name : {"store.amparo", "keys.amparo", "signin.amparo"})
        REQUIRE(QFile::copy(store.path(QLatin1String(name)), folder + u'/' + QLatin1String(name)));
    const auto opened = store::Store::open(folder, QStringLiteral("lead"), test::aPassphrase(), store.clock);
    REQUIRE(errorOf(opened) == ErrorCode::DiskFull);
    const QString sentence = refusalOf(opened.error(), store, folder);
    const qint64 megabytes = (store::roomToUpgrade(folder) + 999'999) / 1'000'000;
    CHECK(sentence.contains(QStringLiteral("Free %1 MB on the disk of %2").arg(megabytes).arg(folder)));
    CHECK(sentence.contains(QStringLiteral("Nothing was changed.")));
}

TEST_CASE("who has to wait is told so, be it a second", "[desktop][SEC-A3]")
{
    TestStore store;
    const Error denied{ErrorCode::Denied, {}};
    CHECK(refusalOf(denied, store, store.folder()).contains(QStringLiteral("Check both and try again.")));
    require(store::SignInThrottle(store.folder(), store.clock).countTry(QStringLiteral("lead")));
    CHECK(refusalOf(denied, store, store.folder()).contains(QStringLiteral("try again in 1 second")));
}

TEST_CASE("a disk that is full for another reason is not said to lack room for an upgrade", "[desktop]")
{
    TestStore store;
    const QString sentence = refusalOf({ErrorCode::DiskFull, {}}, store, store.folder());
    CHECK(sentence.contains(QStringLiteral("The disk is full.")));
}

TEST_CASE("a backup before an upgrade that does not read back leaves the way to the older version",
          "[desktop][SEC-D6]")
{
    TestStore store;
    const QString sentence = refusalOf({ErrorCode::Conflict, {}}, store, store.folder());
    CHECK(sentence.contains(QStringLiteral("Nothing was changed.")));
    CHECK(sentence.contains(QStringLiteral("the older version still opens")));
}
