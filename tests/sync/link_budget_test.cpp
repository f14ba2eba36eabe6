#include "sync/link_budget.h"

#include "support/catch.h"

#include <QTimeZone>

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::sync;
using namespace std::chrono_literals;
using amparo::test::errorOf;
using amparo::test::require;

namespace {

const QTimeZone lima("America/Lima");

QDateTime at(const QString &time, int day = 1)
{
    return QDateTime(QDate(2026, 3, day), QTime::fromString(time, QStringLiteral("HH:mm")), lima);
}

SyncPolicy::Hours hours(const QString &from, const QString &until)
{
    return {at(from).time(), at(until).time()};
}

}  // namespace

TEST_CASE("without rules everything may go", "[sync]")
{
    LinkBudget budget;
    budget.note(1'000'000'000, 1'000'000'000, at(QStringLiteral("03:00")), 0ms);
    CHECK(budget.allowance(at(QStringLiteral("03:00"))) == Allowance());
    CHECK(budget.wait(0ms) <= 0ms);
}

TEST_CASE("outside the hours only urgent records go, until the next hours begin", "[sync]")
{
    struct Row {
        const char *now;
        const char *opens;  // null: it is open
        int day = 1;
    };
    const auto row = GENERATE(values<Row>({
        {"07:59", "08:00"},
        {"08:00", nullptr},
        {"12:29", nullptr},
        {"12:30", "22:00"},
        {"22:00", nullptr},
        {"23:59", nullptr},
        {"00:00", nullptr},
        {"01:59", nullptr},
        {"02:00", "08:00"},
    }));
    CAPTURE(row.now);
    LinkBudget budget;
    SyncPolicy policy;
    policy.hours = {hours(QStringLiteral("08:00"), QStringLiteral("12:30")),
                    hours(QStringLiteral("22:00"), QStringLiteral("02:00"))};
    policy.urgentAnyTime = GENERATE(true, false);
    budget.setPolicy(policy);
    const Allowance allowance = budget.allowance(at(QLatin1String(row.now)));
    if (!row.opens)
        CHECK(allowance == Allowance());
    else
        CHECK(allowance == Allowance{Hold::Hours, policy.urgentAnyTime, at(QLatin1String(row.opens))});
}

TEST_CASE("hours that are over today begin tomorrow", "[sync]")
{
    LinkBudget budget;
    SyncPolicy policy;
    policy.hours = {hours(QStringLiteral("08:00"), QStringLiteral("09:00"))};
    budget.setPolicy(policy);
    CHECK(budget.allowance(at(QStringLiteral("10:00"))).until == at(QStringLiteral("08:00"), 2));
}

TEST_CASE("what a day may cost counts both ways, a restart in between, until midnight", "[sync]")
{
    LinkBudget budget;
    SyncPolicy policy;
    policy.bytesPerDay = 1000;
    budget.setPolicy(policy);
    budget.restore(QDate(2026, 3, 1), 500);
    budget.note(300, 199, at(QStringLiteral("10:00")), 0ms);
    CHECK(budget.allowance(at(QStringLiteral("10:00"))) == Allowance());
    budget.note(1, 0, at(QStringLiteral("10:00")), 0ms);
    CHECK(budget.allowance(at(QStringLiteral("10:00"))) ==
          Allowance{Hold::DailyBudget, true, at(QStringLiteral("00:00"), 2)});
    CHECK(budget.allowance(at(QStringLiteral("00:00"), 2)) == Allowance());
    budget.note(10, 0, at(QStringLiteral("00:01"), 2), 0ms);
    CHECK(budget.bytesOn(QDate(2026, 3, 2)) == 10);
}

TEST_CASE("a link that is paid by use is spared unless the rules say otherwise", "[sync]")
{
    LinkBudget budget;
    budget.setMetered(true);
    CHECK(budget.allowance(at(QStringLiteral("10:00"))) == Allowance{Hold::MeteredLink, true, std::nullopt});
    SyncPolicy policy;
    policy.sparesMeteredLinks = false;
    budget.setPolicy(policy);
    CHECK(budget.allowance(at(QStringLiteral("10:00"))) == Allowance());
}

TEST_CASE("whoever waits as told never sends faster in the mean", "[sync]")
{
    rc::check([] {
        LinkBudget budget;
        SyncPolicy policy;
        policy.kilobitsPerSecond = *rc::gen::inRange(1, 500);
        budget.setPolicy(policy);
        std::chrono::milliseconds now = 0ms;
        qint64 bits = 0;
        int rounded = 0;  // milliseconds
        for (const int bytes : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 50'000))) {
            now += std::max(budget.wait(now), 0ms);
            RC_ASSERT(bits <= (now.count() + rounded) * policy.kilobitsPerSecond);
            budget.note(bytes, 0, at(QStringLiteral("10:00")), now);
            bits += qint64(bytes) * 8;
            ++rounded;
        }
    });
}

TEST_CASE("rules survive the store, and others are refused", "[sync]")
{
    SyncPolicy policy;
    CHECK(require(syncPolicyFromJson(toJson(policy))) == policy);
    policy = {{hours(QStringLiteral("08:00"), QStringLiteral("12:30"))}, 5'000'000'000, 64, false, false};
    CHECK(require(syncPolicyFromJson(toJson(policy))) == policy);
    policy.hours.append({QTime(8, 0), QTime(8, 0)});
    CHECK(errorOf(check(policy)) == ErrorCode::InvalidInput);
    CHECK(errorOf(syncPolicyFromJson(toJson(policy))) == ErrorCode::Corrupt);
    CHECK(errorOf(syncPolicyFromJson("{}")) == ErrorCode::Corrupt);
    CHECK(errorOf(check({{}, -1, 0, true, true})) == ErrorCode::InvalidInput);
    CHECK(errorOf(check({{{QTime(), QTime(1, 0)}}, 0, 0, true, true})) == ErrorCode::InvalidInput);
}
