// Backups that are made and removed by themselves: security design, D6 and R2.
#include "core/store/store_support.h"
#include "store/upgrade.h"
#include "support/catch.h"
#include "support/small_disk.h"
#include "support/test_store.h"
#include "support/text.h"

#include <rapidcheck.h>

#include <QDir>
#include <QFile>

#include <filesystem>
#include <thread>

using namespace amparo;
using namespace amparo::store;
using record::Permission;
using std::chrono::days;
using std::chrono::hours;
using test::errorOf;
using test::require;
using test::TestStore;
using test::text;
using test::zone;

namespace {

/// A store whose backups go by themselves into a folder beside it.
struct Scheduled {
    TestStore store;
    QTemporaryDir place{test::quickFolder()};

    explicit Scheduled(BackupSchedule schedule = {})
    {
        schedule.folder = place.path();
        store.signIn(store.administrator());
        require(store->setBackupSchedule(schedule));
        store.signIn(store.lead());
    }

    BackupInfo make()
    {
        while (!require(store->stepScheduledBackup(3))) {
        }
        const auto copy = require(store->takeScheduledBackup());
        require(verifyBackupCopy(*copy));
        return require(store->sealBackup(std::move(*copy)));
    }

    BackupStatus status() { return require(store->backupStatus()); }
    QStringList folders() const { return QDir(place.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot); }

    Result<BackupInfo> drill(const QString &folder)
    {
        return drillBackup(folder, text("lead"), test::aPassphrase());
    }
};

KeptBackup madeAt(const QDateTime &time, qint64 entry)
{
    return {QString::number(entry), {StoreId(), time, entry, 1}};
}

}  // namespace

TEST_CASE("a backup is due when none is as young as the schedule wants, whoever is signed in",
          "[store][SEC-D6]")
{
    Scheduled post;
    post.store.signIn(post.store.administrator());
    const auto officer = post.store.addOfficer(record::Role::Officer, text("jose"));
    post.store.signIn(officer);
    CHECK(post.status().isDue);
    const BackupInfo info = post.make();
    REQUIRE(post.status().backups.size() == 1);
    CHECK(post.status().backups.first().info == info);
    CHECK(require(post.drill(post.status().backups.first().folder)) == info);
    CHECK_FALSE(post.status().isDue);
    post.store.clock.advance(hours(24) - std::chrono::milliseconds(1));
    CHECK_FALSE(post.status().isDue);
    post.store.clock.advance(std::chrono::milliseconds(1));
    CHECK(post.status().isDue);
    post.store.clock.set(info.madeAt.addDays(-3));  // the clock went back: that one proves nothing
    CHECK(post.status().isDue);
}

TEST_CASE("what takes long about a backup has nothing to do with the store any more", "[store][SEC-D6]")
{
    Scheduled post;
    while (!require(post.store->stepScheduledBackup(3))) {
    }
    const auto copy = require(post.store->takeScheduledBackup());
    const auto isWhole = [&] {
        const qint64 pages = require(post.store->pageCount());
        return QFileInfo(copy->path()).size() >= pages * pageSizeInBytes;
    };
    CHECK_FALSE(isWhole());
    std::thread([&] { require(copy->verify()); }).join();
    CHECK(isWhole());
    require(post.store->sealBackup(std::move(*copy)));
}

TEST_CASE("without a schedule nothing is due and nothing is made", "[store][SEC-D6]")
{
    TestStore store;
    CHECK(require(store->backupStatus()) == BackupStatus());
    CHECK(errorOf(store->stepScheduledBackup(10)) == ErrorCode::NotFound);
    CHECK(errorOf(store->takeScheduledBackup()) == ErrorCode::NotFound);
    CHECK(require(store->expireBackups()) == 0);
}

TEST_CASE("a schedule is an administrator's to set, another one takes two", "[store][SEC-A6][SEC-D6]")
{
    TestStore store;
    const BackupSchedule schedule{QDir::tempPath(), hours(6), 3, days(10)};
    CHECK(errorOf(store->setBackupSchedule(schedule)) == ErrorCode::Denied);
    store.signIn(store.administrator());
    for (const BackupSchedule &wrong : {BackupSchedule{text("relative"), hours(6), 3, days(10)},
                                        BackupSchedule{QDir::tempPath(), hours(0), 3, days(10)},
                                        BackupSchedule{QDir::tempPath(), hours(745), 3, days(10)},
                                        BackupSchedule{QDir::tempPath(), hours(6), 0, days(10)},
                                        BackupSchedule{QDir::tempPath(), hours(6), 1001, days(10)},
                                        BackupSchedule{QDir::tempPath(), hours(6), 3, days(0)},
                                        BackupSchedule{QDir::tempPath(), hours(6), 3, days(3651)},
                                        BackupSchedule{store.folder(), hours(6), 3, days(10)}}) {
        CHECK(errorOf(store->setBackupSchedule(wrong)) == ErrorCode::InvalidInput);
    }
    require(store->setBackupSchedule(schedule));
    CHECK(require(store->backupSchedule()) == schedule);
    CHECK(errorOf(store->removeBackupSchedule()) == ErrorCode::Denied);
    require(store->removeBackupSchedule(
        require(store->approve(Permission::SetPolicies, text("lead"), test::aPassphrase()))));
    CHECK(require(store->backupSchedule()) == std::nullopt);
}

TEST_CASE("a folder that is not there is told, and not made", "[store][SEC-D6]")
{
    Scheduled post;
    post.place.remove();
    CHECK(errorOf(post.store->stepScheduledBackup(10)) == ErrorCode::NotFound);
    CHECK_FALSE(QDir(post.place.path()).exists());
}

TEST_CASE("one that was broken off leaves nothing, and the next one clears what a kill has left",
          "[store][SEC-D6]")
{
    Scheduled post;
    REQUIRE(post.store->stepScheduledBackup(1).has_value());
    CHECK(post.folders().size() == 1);
    SECTION("by signing out") {}
    SECTION("by a new key")
    {
        require(post.store->finishKeyRotation(require(post.store->beginKeyRotation())));
    }
    post.store.reopen();
    CHECK(post.folders().isEmpty());

    while (!require(post.store->stepScheduledBackup(3))) {
    }
    const auto copy = require(post.store->takeScheduledBackup());
    const QDir left(QFileInfo(copy->path()).path());
    REQUIRE(QDir().mkpath(left.filePath(text("kept"))));
    post.store.clock.advance(std::chrono::minutes(1));
    (void)post.make();
    CHECK(post.folders().size() == 1);
    CHECK(post.status().backups.size() == 1);
}

TEST_CASE("a backup under a key that has gone meanwhile is not kept", "[store][SEC-D6]")
{
    Scheduled post;
    while (!require(post.store->stepScheduledBackup(3))) {
    }
    const auto copy = require(post.store->takeScheduledBackup());
    require(verifyBackupCopy(*copy));
    require(post.store->finishKeyRotation(require(post.store->beginKeyRotation())));
    CHECK(errorOf(post.store->sealBackup(std::move(*copy))) == ErrorCode::Conflict);
    CHECK(post.status().backups.isEmpty());
}

TEST_CASE("old backups go, the newest stays", "[store][SEC-D6][SEC-R2]")
{
    Scheduled post({{}, hours(24), 3, days(30)});
    for (int i = 0; i < 5; ++i) {
        (void)post.make();
        post.store.clock.advance(hours(24));
    }
    CHECK(require(post.store->expireBackups()) == 2);
    CHECK(post.status().backups.size() == 3);
    post.store.clock.advance(days(400));
    CHECK(require(post.store->expireBackups()) == 2);
    REQUIRE(post.status().backups.size() == 1);
    CHECK(post.drill(post.status().backups.first().folder));
    CHECK(post.folders().size() == 1);
    CHECK(require(post.store->audit().verify()).firstBroken == std::nullopt);
}

TEST_CASE("a backup that cannot be removed is told, and keeps no other from going", "[store][SEC-D6][SEC-R2]")
{
    const auto disk = test::SmallDisk::mount(8'000);
    if (!disk) {
        WARN("skipped: this account may not mount a small disk");
        return;
    }
    Scheduled post({{}, hours(24), 1, days(30)});
    for (int i = 0; i < 3; ++i) {
        (void)post.make();
        post.store.clock.advance(hours(24));
    }
    const QList<KeptBackup> backups = post.status().backups;
    const QString stuck = backups[1].folder;
    const QString elsewhere = disk->path() + text("/stuck");
    std::error_code moved;
    std::filesystem::copy(stuck.toStdString(), elsewhere.toStdString(), moved);
    REQUIRE_FALSE(moved);
    REQUIRE(QDir(stuck).removeRecursively());
    REQUIRE(QFile::link(elsewhere, stuck));
    disk->makeReadOnly();
    CHECK(errorOf(post.store->expireBackups()) == ErrorCode::ReadOnly);
    CHECK(post.status().backups == QList<KeptBackup>{backups[0], backups[1]});
}

TEST_CASE("a schedule that cannot be read keeps no backup before an upgrade beyond its term",
          "[store][SEC-D6][SEC-R2]")
{
    TestStore store;
    store.makeOlder();
    require(store.open());
    REQUIRE(upgradeBackups(store.folder()).size() == 1);
    REQUIRE(store.execute("INSERT INTO setting (name, value) VALUES ('backup-schedule', x'7b7d')"));
    store.clock.advance(days(31));
    CHECK(errorOf(store->expireBackups()) == ErrorCode::Corrupt);
    CHECK(upgradeBackups(store.folder()).isEmpty());
}

TEST_CASE("who was erased before term is in no backup once there is a newer one", "[store][SEC-D6][SEC-R2]")
{
    Scheduled post;
    const auto screening = post.store.addFinal();
    (void)post.make();
    post.store.clock.advance(hours(1));
    require(post.store->erasures().erase(
        screening.id, record::ErasureReason::CourtOrder, zone,
        require(post.store->approve(Permission::EraseRecords, text("admin"), test::aPassphrase()))));
    CHECK(require(post.store->expireBackups()) == 0);  // the only one
    post.store.clock.advance(hours(1));
    const BackupInfo newer = post.make();
    CHECK(require(post.store->expireBackups()) == 1);
    CHECK(post.status().backups == QList<KeptBackup>{{post.status().backups.first().folder, newer}});
}

TEST_CASE("a damaged store erases nothing, makes no backup and removes none", "[store][SEC-D3][SEC-D6]")
{
    Scheduled post({{}, hours(24), 1, days(1)});
    (void)post.make();
    post.store.clock.advance(hours(1));
    (void)post.make();
    // The last page is then one that nobody needs to sign in.
    require(
        post.store.executeAndClose("INSERT INTO setting (name, value) VALUES ('ballast', randomblob(20000));"
                                   "PRAGMA wal_checkpoint(TRUNCATE)"));
    QFile file(post.store.path(text("store.amparo")));
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(file.size() - 4096 + 700));
    REQUIRE(file.write("damage") == 6);
    file.close();
    require(post.store.open());
    Result<std::optional<qint64>> checked = std::optional<qint64>(1);
    while (checked && *checked)
        checked = post.store->checkPages(**checked, 16);
    REQUIRE(post.store->isDamaged());
    CHECK(errorOf(post.store->applyRetention(zone)) == ErrorCode::Corrupt);
    CHECK(errorOf(post.store->stepScheduledBackup(10)) == ErrorCode::Corrupt);
    CHECK(errorOf(post.store->expireBackups()) == ErrorCode::Corrupt);
    CHECK(post.folders().size() == 2);
}

TEST_CASE("a removed backup has lost its salt before its database", "[store][SEC-D6][SEC-R2]")
{
    Scheduled post;
    (void)post.make();
    const QString folder = post.status().backups.first().folder;
    const QString database = QDir(folder).filePath(text("store.amparo"));
    const QString rescued = post.place.filePath(text("rescued"));
    REQUIRE(QDir().mkpath(rescued));
    for (const char *file : {"store.amparo", "keys.amparo"})
        REQUIRE(QFile::copy(QDir(folder).filePath(text(file)), QDir(rescued).filePath(text(file))));
    // A second name for the same bytes shows what the disk holds.
    const QString witness = post.place.filePath(text("witness"));
    std::error_code linked;
    std::filesystem::create_hard_link(QDir(folder).filePath(text("backup.amparo")).toStdString(),
                                      witness.toStdString(), linked);
    REQUIRE_FALSE(linked);
    require(removeBackup(folder));
    CHECK_FALSE(QDir(folder).exists());
    QFile left(witness);
    REQUIRE(left.open(QIODevice::ReadOnly));
    const QByteArray bytes = left.readAll();
    CHECK(bytes == QByteArray(bytes.size(), '\0'));
    CHECK_FALSE(bytes.isEmpty());
    CHECK(errorOf(post.drill(rescued)) == ErrorCode::NotFound);
    CHECK(errorOf(removeBackup(folder)) == ErrorCode::NotFound);
}

TEST_CASE("whatever a folder holds, the newest stays and nobody's term is outlived", "[store][SEC-D6]")
{
    CHECK(rc::check("expiry", [] {
        const QDateTime now(QDate(2026, 3, 2), QTime(14, 0), Qt::UTC);
        const BackupSchedule schedule{text("/b"), hours(24), *rc::gen::inRange(1, 6),
                                      days(*rc::gen::inRange(1, 100))};
        const days longest(*rc::gen::inRange(1, 100));
        const auto erasedAt =
            *rc::gen::inRange(0, 2) ? std::optional(now.addDays(-*rc::gen::inRange(0, 50))) : std::nullopt;
        QList<KeptBackup> all;
        QDateTime time = now;
        for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
            time = time.addDays(-*rc::gen::inRange(0, 20));
            all.append(madeAt(time, i));
        }
        const QList<KeptBackup> gone = expired(all, schedule, longest, erasedAt, now);
        QList<KeptBackup> kept = all;
        kept.removeIf([&](const KeptBackup &each) { return gone.contains(each); });
        RC_ASSERT(kept.size() + gone.size() == all.size());
        RC_ASSERT(kept.size() <= schedule.keep);
        RC_ASSERT(kept.isEmpty() == all.isEmpty());
        if (all.isEmpty())
            return;
        RC_ASSERT(kept.takeFirst() == all.first());
        for (const KeptBackup &each : kept) {
            RC_ASSERT(each.info.madeAt >= now.addDays(-longest.count()));
            RC_ASSERT(each.info.madeAt >= now.addDays(-schedule.keepFor.count()));
            const bool mayHoldErased = erasedAt && each.info.madeAt <= *erasedAt;
            RC_ASSERT((!mayHoldErased || all.first().info.madeAt <= *erasedAt));
        }
    }));
}
