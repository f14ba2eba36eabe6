// What support reads of a policy's value.
#include "app/managed_settings.h"
#include "record/retention.h"
#include "store/backup_schedule.h"
#include "support/catch.h"
#include "support/text.h"
#include "sync/link_budget.h"

#include <QDir>
#include <QJsonObject>

using namespace amparo;
using test::errorOf;
using test::require;
using test::text;

TEST_CASE("numbers and yes or no are shown as policy.json has them", "[app]")
{
    CHECK(require(app::showLockTime(std::nullopt)).words == text("3"));
    const auto lock = require(app::showLockTime("12"));
    CHECK(lock.words == text("12"));
    CHECK(lock.json == 12);
    CHECK(errorOf(app::showLockTime("99")) == ErrorCode::Corrupt);
    CHECK(require(app::showAllowed(std::nullopt)).json == true);
    CHECK(require(app::showAllowed("none")).words == text("false"));
}

TEST_CASE("terms are shown for all forms and for those that have their own", "[app]")
{
    CHECK(require(app::showTerms(std::nullopt)).words == text("drafts 7 days, records 90 days"));
    record::RetentionPolicy policy;
    policy.byForm.insert(text("primary"), {std::chrono::days(3), std::chrono::days(30)});
    const auto shown = require(app::showTerms(record::toBytes(policy)));
    CHECK(shown.words ==
          text("drafts 7 days, records 90 days; form primary: drafts 3 days, records 30 days"));
    CHECK(shown.json[text("standard")][text("acknowledged")] == 90);
    CHECK(errorOf(app::showTerms("{}")) == ErrorCode::Corrupt);
}

TEST_CASE("of backups all is shown but the folder, which may be called after somebody", "[app]")
{
    CHECK(require(app::showBackups(std::nullopt)).words == text("none"));
    store::BackupSchedule schedule;
    schedule.folder = QDir::rootPath() + text("home/ana/backups");
    const auto shown = require(app::showBackups(store::toBytes(schedule)));
    CHECK(shown.words == text("one every 24 h, 7 kept, for 30 days at most"));
    CHECK(shown.json.toObject().keys() == QStringList{text("everyHours"), text("keep"), text("keepDays")});
}

TEST_CASE("rules for the link are shown in short words", "[app]")
{
    CHECK(require(app::showLink(std::nullopt)).words ==
          text("at any hour, any number of bytes, at any rate, not over links paid by use, "
               "urgent records in spite of it"));
    const sync::SyncPolicy policy{
        {{QTime(20, 0), QTime(6, 0)}, {QTime(12, 30), QTime(13, 0)}}, 20'000'000, 64, false, false};
    const auto shown = require(app::showLink(sync::toJson(policy)));
    CHECK(shown.words == text("20:00-06:00 and 12:30-13:00, 20000000 bytes a day, 64 kbit/s, "
                              "over links paid by use as well, urgent records as the others"));
    CHECK(shown.json[text("bytesPerDay")] == 20'000'000);
}

TEST_CASE("of a station whose store does not open, what IT has set is shown", "[app]")
{
    const auto station = app::readPolicies(
        R"({"amparoPolicy": 1, "settings": {"lockMinutes": 2, "updateNotices": false, "pin": 7}})");
    const auto policies = app::policiesInForce(station.values);
    REQUIRE(policies.size() == 2);
    CHECK(policies[0].key == text("lockMinutes"));
    CHECK(require(policies[0].value).words == text("2"));
    CHECK(policies[0].source == app::PolicySource::Station);
    CHECK(policies[1].key == text("updateNotices"));
}
