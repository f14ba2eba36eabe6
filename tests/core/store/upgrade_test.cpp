// A store that an older program made, in the hands of this one: it is backed up beside itself before it is
// changed.
#include "store/upgrade.h"

#include "crypto/recovery_key.h"
#include "store/damage_mark.h"
#include "store/store_opening.h"

#include "support/catch.h"
#include "support/file_size_limit.h"
#include "support/files.h"
#include "support/small_disk.h"
#include "support/test_store.h"
#include "support/text.h"

#include <QDir>
#include <QTimeZone>

using namespace amparo;
using namespace amparo::store;
using amparo::test::contentOf;
using amparo::test::text;
using std::chrono::days;
using test::auditEntries;
using test::errorOf;
using test::require;
using test::TestStore;

namespace {

const int known = int(knownMigrations().size());  // what this program's schema is

/// As much as the test says.
class Space final : public DiskSpace {
public:
    explicit Space(qint64 bytes) : m_bytes(bytes) {}
    qint64 bytesAvailable() const override { return m_bytes; }

private:
    qint64 m_bytes;
};

QString placeOf(const TestStore &store) { return store.path(text("before-upgrade")); }

QStringList backupNames(const TestStore &store)
{
    return QDir(placeOf(store)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

Result<BackupInfo> drill(const KeptBackup &backup)
{
    return drillBackup(backup.folder, text("lead"), test::aPassphrase());
}

qint64 versionOf(TestStore &store)
{
    return require(store.closeAndTakeDatabase()->value<qint64>("PRAGMA user_version"));
}

/// What the steps of programs to come may look like.
QList<Migration> stepsTo(int version, const QByteArray &further = {})
{
    QList<Migration> steps = knownMigrations();
    while (steps.size() < version) {
        const int next = int(steps.size()) + 1;
        steps.append({next, "CREATE TABLE step_" + QByteArray::number(next) + " (x INTEGER) STRICT;"});
    }
    steps.last().script += further;
    return steps;
}

/// The store opened as a program with those steps would.
Result<std::optional<Upgrade>> upgradeTo(TestStore &store, const QList<Migration> &steps,
                                         const DiskSpace &space = Space(1'000'000'000))
{
    const auto database = store.closeAndTakeDatabase();
    const auto keys = require(readKeyFile(store.folder()));
    const auto slot = require(openSlot(keys, text("lead"), test::aPassphrase()));
    return upgrade(*database, {store.folder(), keys, slot.store, store.clock}, steps, space);
}

}  // namespace

TEST_CASE("a store of an older program is backed up beside itself, read back, and upgraded",
          "[store][SEC-D6]")
{
    TestStore store;
    const auto screening = store.addFinal();
    const qint64 last = require(store->audit().head()).sequence;
    store.makeOlder();
    require(store.open());

    CHECK(require(store->screenings().find(screening.id)) == screening);
    const auto backups = upgradeBackups(store.folder());
    REQUIRE(backups.size() == 1);
    CHECK(QFileInfo(backups[0].folder).fileName().contains(text("-schema18-20")));
    CHECK(backups[0].info.auditEntry >= last);  // the sign-out that closed it among them
    CHECK(require(drill(backups[0])) == backups[0].info);

    const auto entries = auditEntries(store->audit(), backups[0].info.auditEntry);
    REQUIRE_FALSE(entries.isEmpty());
    CHECK(entries.first().action == AuditAction::StoreUpgraded);
    CHECK(entries.first().detail ==
          text("from=18 to=%1 entry=%2").arg(knownMigrations().size()).arg(backups[0].info.auditEntry));
    CHECK(require(store->audit().verify()).firstBroken == std::nullopt);

    store.reopen();
    CHECK(upgradeBackups(store.folder()).size() == 1);  // nothing more to be done
}

TEST_CASE("with the backup the store goes on as the older program left it", "[store][SEC-D6]")
{
    TestStore store;
    const auto before = store.addFinal();
    store.makeOlder();
    require(store.open());
    const auto after = store.addFinal();
    store.close();

    const QTemporaryDir place{test::quickFolder()};
    const QString folder = place.filePath(text("back"));
    require(restoreBackup(upgradeBackups(store.folder())[0].folder, folder, text("lead"), test::aPassphrase(),
                          store.clock));
    const auto back = require(Store::open(folder, text("lead"), test::aPassphrase(), store.clock));
    CHECK(require(back->screenings().find(before.id)).has_value());
    CHECK_FALSE(require(back->screenings().find(after.id)).has_value());
}

TEST_CASE("a new store, and one of this schema, has no backup before an upgrade", "[store]")
{
    TestStore store;
    store.reopen();
    CHECK_FALSE(QFile::exists(placeOf(store)));
}

TEST_CASE("without room for the backup the store stays as it is", "[store][SEC-D6]")
{
    TestStore store;
    store.addFinal();
    store.makeOlder();
    const QByteArray before = contentOf(store.path(text("store.amparo")));
    SECTION("known beforehand: it says how much to free")
    {
        const qint64 size = before.size();
        CHECK(bytesWanting(size, Space(0)) > 2 * size);
        CHECK(bytesWanting(size, Space(bytesWanting(size, Space(0)))) == 0);
        const auto upgraded = upgradeTo(store, knownMigrations(), Space(1'000'000));
        REQUIRE(errorOf(upgraded) == ErrorCode::DiskFull);
        const qint64 megabytes = (bytesWanting(size, Space(1'000'000)) + 999'999) / 1'000'000;
        CHECK(upgraded.error().detail.contains(text("free %1 MB more").arg(megabytes)));
    }
#ifdef Q_OS_LINUX
    SECTION("the disk is full on the way")
    {
        const test::FileSizeLimit limit(rlim_t(before.size() / 2));
        CHECK_FALSE(upgradeTo(store, knownMigrations()).has_value());
    }
    SECTION("a disk that is really full")
    {
        const auto disk = test::SmallDisk::mount(6'000);
        if (!disk) {
            WARN("skipped: this account may not mount a small disk");
            return;
        }
        CHECK(bytesWanting(before.size(), *diskSpaceOf(disk->path())) > 0);
        const QString folder = disk->path() + text("/store");
        REQUIRE(QDir().mkpath(folder));
        for (const char *name : {"store.amparo", "keys.amparo", "signin.amparo"})
            REQUIRE(QFile::copy(store.path(text(name)), folder + text("/") + text(name)));
        const auto opened = Store::open(folder, text("lead"), test::aPassphrase(), store.clock);
        CHECK(errorOf(opened) == ErrorCode::DiskFull);
        CHECK(roomToUpgrade(folder) > 0);
        CHECK(contentOf(folder + text("/store.amparo")) == before);
        CHECK_FALSE(QFile::exists(folder + text("/before-upgrade")));
    }
#endif
    CHECK(versionOf(store) == TestStore::olderSchema);
    CHECK(contentOf(store.path(text("store.amparo"))) == before);
    CHECK(backupNames(store).isEmpty());
    require(store.open());  // with room it goes on
    CHECK(upgradeBackups(store.folder()).size() == 1);
}

TEST_CASE("a copy that does not read back is no backup", "[store][SEC-D6]")
{
    TestStore store;
    for (int i = 0; i < 20; ++i)
        store.addFinal();
    const QTemporaryDir place{test::quickFolder()};
    auto copy = require(store->beginBackup(place.filePath(text("copy"))));
    require(copy.end());
    copy.settle();
    SECTION("sound") { CHECK(proveUpgradeCopy(copy)); }
    SECTION("one byte of it changed on its way to the disk")
    {
        QFile file(copy.path());
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek(file.size() / 2));
        const char byte = file.read(1).at(0);
        REQUIRE(file.seek(file.size() / 2));
        REQUIRE(file.putChar(char(byte ^ 0x40)));
        file.close();
        CHECK(errorOf(proveUpgradeCopy(copy)) == ErrorCode::Conflict);
    }
    SECTION("cut off")
    {
        REQUIRE(QFile::resize(copy.path(), QFileInfo(copy.path()).size() / 2 / 4096 * 4096));
        CHECK(errorOf(proveUpgradeCopy(copy)) == ErrorCode::Conflict);
    }
}

TEST_CASE("a store whose log would keep its backup from being restored is not upgraded, nor called damaged",
          "[store][SEC-D6]")
{
    TestStore store;
    store.addFinal();
    store.makeOlder();
    const auto sql = require(store.closeAndTakeDatabase()->all(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'",
        [](const Row &row) { return row.get<QString>(0); }));
    QByteArray tamper;
    for (const QString &name : sql)
        tamper += "DROP TRIGGER " + name.toLatin1() + ";";
    require(store.executeAndClose(tamper + "UPDATE audit SET detail = 'other' WHERE sequence = 2"));
    const QByteArray before = contentOf(store.path(text("store.amparo")));

    CHECK(errorOf(store.open()) == ErrorCode::Conflict);
    CHECK(contentOf(store.path(text("store.amparo"))) == before);
    CHECK(versionOf(store) == TestStore::olderSchema);
    CHECK(backupNames(store).isEmpty());
    CHECK_FALSE(isMarkedDamaged(store.folder()));
}

TEST_CASE("a step that fails leaves the older store and its backup, however often it is tried",
          "[store][SEC-D6]")
{
    TestStore store;
    const auto screening = store.addFinal();
    store.makeOlder();
    const QByteArray next = QByteArray::number(known + 1);
    const auto broken =
        stepsTo(known + 1, "CREATE TABLE step_" + next + " (x INTEGER) STRICT;");  // there is one
    CHECK_FALSE(upgradeTo(store, broken).has_value());
    CHECK(versionOf(store) == known);  // each step stands by itself
    const auto first = upgradeBackups(store.folder());
    REQUIRE(first.size() == 1);
    CHECK(drill(first[0]));

    for (int i = 0; i < 2; ++i) {
        store.clock.advance(std::chrono::minutes(1));
        CHECK_FALSE(upgradeTo(store, broken).has_value());
    }
    CHECK(upgradeBackups(store.folder()).size() == 2);  // of the older schema, and the last of this
    CHECK(drill(first[0]));
    require(store.open());
    CHECK(require(store->screenings().find(screening.id)) == screening);
}

TEST_CASE("the last two backups before upgrades are kept", "[store][SEC-D6]")
{
    TestStore store;
    for (int version = known + 1; version <= known + 4; ++version) {
        store.clock.advance(days(1));
        const auto upgraded = require(upgradeTo(store, stepsTo(version)));
        REQUIRE(upgraded);
        CHECK(upgraded->from == version - 1);
        CHECK(upgraded->to == version);
    }
    const QStringList names = backupNames(store);
    REQUIRE(names.size() == 2);
    CHECK(names[0].contains(text("-schema%1-").arg(known + 2)));
    CHECK(names[1].contains(text("-schema%1-").arg(known + 3)));
}

TEST_CASE("what a backup that was broken off has left goes with the next one", "[store][SEC-D6]")
{
    TestStore store;
    store.makeOlder();
    const auto keys = require(readKeyFile(store.folder()));
    const QString left =
        placeOf(store) + text("/amparo-") + keys.store.toText().first(8) + text("-schema18-cut");
    REQUIRE(QDir().mkpath(left));
    require(store.open());
    CHECK_FALSE(QFile::exists(left));
    CHECK(backupNames(store).size() == 1);
}

TEST_CASE("an older program refuses the upgraded store and names the backup that it can use", "[store]")
{
    TestStore store;
    store.makeOlder();
    require(store.open());
    const QString backup = upgradeBackups(store.folder())[0].folder;
    store.clock.advance(days(1));
    require(
        upgradeTo(store, stepsTo(known + 1)));  // whose backup is of a schema that this program knows as well
    require(upgradeTo(store, stepsTo(known + 2)));  // and one of which it does not

    const auto opened = store.open();
    REQUIRE(errorOf(opened) == ErrorCode::TooNew);
    const auto usable = usableUpgradeBackup(store.folder());
    REQUIRE(usable);
    CHECK(usable->folder.contains(text("-schema%1-").arg(known)));
    CHECK(opened.error().detail.contains(QDir::toNativeSeparators(usable->folder)));
    CHECK_FALSE(QFile::exists(backup));  // two newer ones
    CHECK(drill(*usable));

    require(removeBackup(usable->folder));
    CHECK(errorOf(store.open()) == ErrorCode::TooNew);
    CHECK_FALSE(usableUpgradeBackup(store.folder()));
}

TEST_CASE("a backup before an upgrade goes when its term is over", "[store][SEC-D6][SEC-R2]")
{
    TestStore store;
    const auto screening = store.addFinal();
    store.makeOlder();
    require(store.open());
    REQUIRE(upgradeBackups(store.folder()).size() == 1);
    CHECK(require(store->expireBackups()) == 0);
    SECTION("after a month")
    {
        store.clock.advance(days(29));
        CHECK(require(store->expireBackups()) == 0);
        store.clock.advance(days(2));
        CHECK(require(store->expireBackups()) == 1);
        CHECK(auditEntries(store->audit()).last().action == AuditAction::BackupRemoved);
    }
    SECTION("when somebody in it is erased before their term")
    {
        store.clock.advance(std::chrono::hours(1));
        require(store->erasures().erase(
            screening.id, record::ErasureReason::CourtOrder, QTimeZone::utc(),
            require(store->approve(record::Permission::EraseRecords, text("admin"), test::aPassphrase()))));
        CHECK(require(store->expireBackups()) == 1);
    }
    SECTION("when the key is changed, since it opens to whoever had an account then")
    {
        require(store->finishKeyRotation(require(store->beginKeyRotation())));
    }
    CHECK(upgradeBackups(store.folder()).isEmpty());
    CHECK(backupNames(store).isEmpty());
}

TEST_CASE("a store that is opened with headquarters' key is backed up before it is upgraded as well",
          "[store][SEC-K4]")
{
    TestStore store;
    const crypto::RecoveryKeyPair pair = crypto::makeRecoveryKeyPair();
    store.signIn(store.administrator());
    require(store->setRecoveryKey(pair.publicKey));
    store.makeOlder();
    const record::Officer rescuer{OfficerId::create(), text("rescuer"), text("Rosa"),
                                  record::Role::Administrator};
    require(Store::recover(store.folder(), pair.secretKey, rescuer, test::aPassphrase(), store.clock));
    store.signIn(rescuer);
    CHECK(upgradeBackups(store.folder()).size() == 1);
    const auto entries = auditEntries(store->audit());
    CHECK(std::count_if(entries.begin(), entries.end(), [](const AuditEntry &entry) {
              return entry.action == AuditAction::StoreUpgraded;
          }) == 1);
}
