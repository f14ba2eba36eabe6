// What a station does to a store: a second program, a newer one, damage, a full or read-only disk.
#include "store/migrations.h"

#include "support/catch.h"
#include "support/files.h"
#include "support/small_disk.h"
#include "support/test_store.h"
#include "support/text.h"

#include <QDir>

using namespace amparo;
using namespace amparo::store;
using amparo::test::contentOf;
using amparo::test::text;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

record::Officer administrator()
{
    return {OfficerId::create(), text("lead"), text("Ana"), record::Role::Administrator};
}

Result<std::unique_ptr<Store>> createIn(const QString &folder, const Clock &clock)
{
    return Store::create(folder, {text("PE-DES-01"), text("Desaguadero"), text("PER"), false},
                         administrator(), test::aPassphrase(), clock);
}

Result<std::unique_ptr<Store>> openIn(const QString &folder, const Clock &clock)
{
    return Store::open(folder, text("lead"), test::aPassphrase(), clock);
}

void damage(const QString &path, qint64 offset)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    const char byte = file.read(1).at(0);
    REQUIRE(file.seek(offset));
    REQUIRE(file.putChar(char(byte ^ 0x40)));
}

}  // namespace

TEST_CASE("a second program is told that the store is in use", "[store]")
{
    TestStore store;
    const auto second = openIn(store.folder(), store.clock);
    REQUIRE(errorOf(second) == ErrorCode::Locked);
    CHECK(second.error().detail == text("another program has opened this store"));
    store.close();
    CHECK(openIn(store.folder(), store.clock).has_value());
}

TEST_CASE("the store of a newer program is refused and stays as it is", "[store]")
{
    TestStore store;
    const auto screening = store.addFinal();
    const qint64 version = knownMigrations().size();
    require(store.executeAndClose("PRAGMA user_version = " + QByteArray::number(version + 1)));
    CHECK(errorOf(store.open()) == ErrorCode::TooNew);
    require(store.executeAndClose("PRAGMA user_version = " + QByteArray::number(version)));
    require(store.open());
    CHECK(require(store->screenings().find(screening.id)) == screening);
}

TEST_CASE("no store is not a damaged store", "[store]")
{
    const QTemporaryDir empty;
    const test::FixedClock clock;
    CHECK(errorOf(openIn(empty.path(), clock)) == ErrorCode::NotFound);
    CHECK(errorOf(openIn(empty.filePath(text("missing")), clock)) == ErrorCode::NotFound);
    CHECK(QDir(empty.path()).isEmpty());
}

TEST_CASE("a damaged or missing store is corrupt and never made anew", "[store][SEC-D3]")
{
    TestStore store;
    for (int i = 0; i < 20; ++i)
        store.addFinal();
    store.close();
    const QString path = store.path(text("store.amparo"));

    SECTION("its first page damaged")
    {
        damage(path, 30);
        const QByteArray before = contentOf(path);
        CHECK(errorOf(store.open()) == ErrorCode::Corrupt);
        CHECK(contentOf(path) == before);
    }
    SECTION("emptied")
    {
        REQUIRE(QFile::resize(path, 0));
        CHECK(errorOf(store.open()) == ErrorCode::Corrupt);
        CHECK(QFile(path).size() == 0);
    }
    SECTION("cut")
    {
        const qint64 half = QFile(path).size() / 2 / 4096 * 4096;
        REQUIRE(QFile::resize(path, half));
        const auto opened = store.open();
        CHECK((opened ? errorOf(store->checkIntegrity(Database::Check::Full)) : errorOf(opened)) ==
              ErrorCode::Corrupt);
    }
    SECTION("missing")
    {
        REQUIRE(QFile::remove(path));
        CHECK(errorOf(store.open()) == ErrorCode::Corrupt);
        CHECK_FALSE(QFile::exists(path));
    }
    SECTION("of another post, with its own keys")
    {
        TestStore other(TestStore::Kind::Another);
        other.close();
        REQUIRE(QFile::remove(path));
        REQUIRE(QFile::copy(other.path(text("store.amparo")), path));
        CHECK(errorOf(store.open()) == ErrorCode::Corrupt);
    }
    SECTION("another kind of file")
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(10000, 'x'));
        file.close();
        CHECK(errorOf(store.open()) == ErrorCode::Corrupt);
    }
}

TEST_CASE("damage further in is found by the full check", "[store][SEC-D3]")
{
    TestStore store;
    for (int i = 0; i < 20; ++i)
        store.addFinal();
    store.close();
    const QString path = store.path(text("store.amparo"));
    damage(path, QFile(path).size() - 100);
    const auto opened = store.open();
    CHECK((opened ? errorOf(store->checkIntegrity(Database::Check::Full)) : errorOf(opened)) ==
          ErrorCode::Corrupt);
}

TEST_CASE("a full disk is told, loses nothing, and passes", "[store]")
{
    const auto disk = test::SmallDisk::mount(3000);
    if (!disk) {
        WARN("skipped: this account may not mount a small disk");
        return;
    }
    test::FixedClock clock;
    auto store = require(createIn(disk->path(), clock));
    require(store->forms().install({text("checklist"), text("1"), "<h:html/>", {}}));
    disk->fill();

    const StoredForm large{text("large"), text("1"), QByteArray(400'000, 'x'), {}};
    CHECK(errorOf(store->forms().install(large)) == ErrorCode::DiskFull);
    CHECK(require(store->forms().find(large.formId, large.version)) == std::nullopt);
    CHECK(require(store->forms().list()).size() == 1);

    REQUIRE(QFile::remove(disk->path() + text("/ballast")));
    require(store->forms().install(large));
    store.reset();
    store = require(openIn(disk->path(), clock));
    CHECK(require(store->forms().find(large.formId, large.version)) == large);
    require(store->checkIntegrity(Database::Check::Full));
}

TEST_CASE("a store that does not fit is not half made", "[store]")
{
    const auto disk = test::SmallDisk::mount(40);
    if (!disk) {
        WARN("skipped: this account may not mount a small disk");
        return;
    }
    const test::FixedClock clock;
    CHECK(errorOf(createIn(disk->path(), clock)) == ErrorCode::DiskFull);
    CHECK_FALSE(Store::existsIn(disk->path()));
    CHECK_FALSE(QFile::exists(disk->path() + text("/store.amparo")));
}

TEST_CASE("a page limit is a full disk to the store", "[store]")
{
    TestStore store;  // the same error without a mount: SQLite's own limit
    require(store.executeAndClose("CREATE TABLE probe (x BLOB) STRICT"));
    const QByteArray insert = "INSERT INTO probe VALUES (zeroblob(1000000))";
    CHECK(errorOf(store.executeAndClose("PRAGMA max_page_count = 1;" + insert)) == ErrorCode::DiskFull);
    CHECK(errorOf(store.executeAndClose(insert)) == std::nullopt);
}

TEST_CASE("a read-only folder is told", "[store]")
{
    const auto disk = test::SmallDisk::mount(4000);
    if (!disk) {
        WARN("skipped: this account may not mount a disk of its own");
        return;
    }
    const test::FixedClock clock;
    SECTION("when a store is to be opened")
    {
        require(createIn(disk->path(), clock));
        disk->makeReadOnly();
        CHECK(errorOf(openIn(disk->path(), clock)) == ErrorCode::ReadOnly);
    }
    SECTION("when a store is to be made")
    {
        disk->makeReadOnly();
        CHECK(errorOf(createIn(disk->path(), clock)) == ErrorCode::ReadOnly);
        CHECK(errorOf(createIn(disk->path() + text("/below"), clock)) == ErrorCode::ReadOnly);
    }
}
