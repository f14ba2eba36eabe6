// What a post does by itself: terms of records (security design, R1) and backups (D6).
#include "app/upkeep.h"

#include "store/upgrade.h"

#include "support/catch.h"
#include "support/eventually.h"
#include "support/test_store.h"

#include <QDir>

using namespace amparo;
using namespace amparo::test;

namespace {

/// A post with a schedule of backups, and its store's queue once `work` has begun.
struct Desk {
    TestStore store;
    QTemporaryDir backups{quickFolder()};
    std::unique_ptr<store::StoreQueue> queue;
    std::unique_ptr<app::Upkeep> upkeep;

    Desk()
    {
        store.signIn(store.administrator());
        require(store->setBackupSchedule({backups.path(), std::chrono::hours(24), 2, std::chrono::days(30)}));
        store.signIn(store.lead());
    }

    void begin()
    {
        queue = std::make_unique<store::StoreQueue>(store.take());
        upkeep = std::make_unique<app::Upkeep>(*queue, store.clock);
    }

    app::UpkeepStatus round()
    {
        std::optional<app::UpkeepStatus> ended;
        QObject::connect(upkeep.get(), &app::Upkeep::roundEnded, upkeep.get(),
                         [&](const app::UpkeepStatus &status) { ended = status; });
        upkeep->run();
        REQUIRE(eventually([&] { return ended.has_value(); }));
        QObject::disconnect(upkeep.get(), &app::Upkeep::roundEnded, nullptr, nullptr);
        CHECK(upkeep->status() == *ended);
        return *ended;
    }

    int backupCount() const
    {
        return int(QDir(backups.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
    }
};

}  // namespace

TEST_CASE("a round erases what is due and makes the backup that is due, the next one does nothing",
          "[app][SEC-R1][SEC-D6]")
{
    Desk desk;
    for (int i = 0; i < 150; ++i)
        desk.store.addDraft();
    desk.store.clock.advance(std::chrono::days(8));
    desk.begin();
    int told = 0;
    QObject::connect(desk.upkeep.get(), &app::Upkeep::recordsErased, desk.upkeep.get(), [&] { ++told; });
    const auto first = desk.round();
    CHECK(first.erased == 150);
    CHECK(first.hasBackedUp);
    CHECK(first.retentionFailure == std::nullopt);
    CHECK(first.backupFailure == std::nullopt);
    CHECK(first.endedAt == desk.store.clock.utcNow());
    CHECK(told == 1);
    CHECK(desk.backupCount() == 1);
    const auto second = desk.round();
    CHECK(second.erased == 0);
    CHECK_FALSE(second.hasBackedUp);
    CHECK(told == 1);
    CHECK(desk.backupCount() == 1);
}

TEST_CASE("a failure of one duty is told and leaves the other", "[app][SEC-R1][SEC-D6]")
{
    Desk desk;
    desk.store.addDraft();
    desk.store.clock.advance(std::chrono::days(8));
    SECTION("the folder for backups is not there")
    {
        desk.backups.remove();
        desk.begin();
        const auto status = desk.round();
        CHECK(status.erased == 1);
        CHECK(status.retentionFailure == std::nullopt);
        REQUIRE(status.backupFailure);
        CHECK(status.backupFailure->code == ErrorCode::NotFound);
        CHECK(desk.backupCount() == 0);
    }
    SECTION("the terms cannot be read")
    {
        REQUIRE(desk.store.execute("INSERT INTO setting (name, value) VALUES ('retention', x'7b7d')"));
        desk.begin();
        const auto status = desk.round();
        CHECK(status.erased == 0);
        REQUIRE(status.retentionFailure);
        CHECK(status.retentionFailure->code == ErrorCode::Corrupt);
    }
}

TEST_CASE("a backup that cannot be made keeps none of those that are past their term",
          "[app][SEC-D6][SEC-R2]")
{
    Desk desk;
    desk.store.addFinal();
    desk.store.makeOlder();
    require(desk.store.open());
    REQUIRE(store::upgradeBackups(desk.store.folder()).size() == 1);
    desk.store.clock.advance(std::chrono::days(31));
    desk.backups.remove();
    desk.begin();
    const auto status = desk.round();
    REQUIRE(status.backupFailure);
    CHECK(status.backupFailure->code == ErrorCode::NotFound);
    CHECK(store::upgradeBackups(desk.store.folder()).isEmpty());
}

TEST_CASE("after a leap of the clock nothing is erased", "[app][SEC-R1]")
{
    Desk desk;
    desk.store.addDraft();
    desk.store.clock.advance(std::chrono::days(400));
    desk.begin();
    CHECK(desk.round().erased == 0);
    CHECK(desk.upkeep->status().retentionFailure == std::nullopt);
}

TEST_CASE("signing out in the middle leaves a store that opens and no half backup in the list",
          "[app][SEC-D6]")
{
    Desk desk;
    for (int i = 0; i < 20; ++i)
        desk.store.addFinal();
    desk.begin();
    desk.upkeep->run();
    desk.upkeep.reset();
    desk.queue.reset();
    require(desk.store.open());
    CHECK(require(desk.store->backupStatus()).backups.isEmpty());
    CHECK(require(desk.store->outbox().counts()).queued == 20);
}
