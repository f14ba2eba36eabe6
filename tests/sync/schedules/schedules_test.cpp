// The whole way, engine, transport, HTTP and server, under schedules of faults (security design, S1, S2, S8
// and D5): whatever is lost, late, doubled, cut or reset on the link or on a stick, whoever is killed,
// restored, set back to an old image or has its clock moved by days, in the end each record is at the server
// exactly once, byte for byte, and each receipt is good.
//
// AMPARO_SYNC_SCHEDULES says how many schedules, AMPARO_SYNC_SEED which is the first. One that fails prints
// its seed and its steps; with that seed and one schedule it runs alone.

#include "support/catch.h"
#include "sync/schedules/schedule_run.h"

#include <QTest>

using namespace amparo;
using namespace amparo::test;
using namespace std::chrono_literals;

namespace {

constexpr int usualSchedules = 1000;
constexpr int atOnce = 24;                  // waiting for one leaves time for the others
constexpr int storesAtOnce = 6;             // a store is busy by itself
constexpr std::chrono::minutes longest(1);  // of all that run at once, far above any sound machine's time

int optionOf(const char *variable, int otherwise)
{
    bool isSet = false;
    const int value = qEnvironmentVariableIntValue(variable, &isSet);
    return isSet ? value : otherwise;
}

/// The seeds of so many of each thousand schedules.
QList<unsigned> seeds(int ofThousand)
{
    const int count = optionOf("AMPARO_SYNC_SCHEDULES", usualSchedules);
    const int first = optionOf("AMPARO_SYNC_SEED", 1);
    QList<unsigned> list;
    for (int seed = first; seed < first + std::max(1, count * ofThousand / 1000); ++seed)
        list.append(unsigned(seed));
    return list;
}

QList<Schedule> schedules(Way way, Servers servers, int ofThousand)
{
    QList<Schedule> list;
    for (const unsigned seed : seeds(ofThousand))
        list.append(scheduleOf(seed, way, servers));
    return list;
}

QList<Schedule> storeSchedules(Way way, int ofThousand)
{
    QList<Schedule> list;
    for (const unsigned seed : seeds(ofThousand))
        list.append(storeScheduleOf(seed, way));
    return list;
}

QList<Schedule> crowdedSchedules(int ofThousand)
{
    QList<Schedule> list;
    for (const unsigned seed : seeds(ofThousand))
        list.append(crowdedScheduleOf(seed));
    return list;
}

/// Runs them all, so many at the same time; how many requests of one of them were under way together at most.
int runAll(Site &site, const QList<Schedule> &all, qsizetype most,
           const QString &posts = QStringLiteral("post"))
{
    int mostAtOnce = 0;
    std::vector<std::unique_ptr<ScheduleRun>> running;
    for (qsizetype next = 0; next < all.size() || !running.empty();) {
        while (next < all.size() && qsizetype(running.size()) < most) {
            const QString name = QStringLiteral("%1-%2").arg(posts).arg(next);
            running.push_back(std::make_unique<ScheduleRun>(all[next++], name, site));
        }
        const auto isOver = [](const auto &run) { return run->isOver(); };
        const bool isAnyOver =
            QTest::qWaitFor([&] { return std::any_of(running.begin(), running.end(), isOver); },
                            int(std::chrono::milliseconds(longest).count()));
        for (auto run = running.begin(); run != running.end();) {
            if (isAnyOver && !(*run)->isOver()) {
                ++run;
                continue;
            }
            INFO((*run)->story().toStdString());
            CHECK((*run)->flaw().toStdString() == "");
            mostAtOnce = std::max(mostAtOnce, (*run)->mostAtOnce());
            run = running.erase(run);
        }
    }
    return mostAtOnce;
}

}  // namespace

TEST_CASE("[SEC-S2] whatever happens on a link, each record arrives once over OpenRosa", "[sync]")
{
    const auto site = makeOpenRosaSite();
    runAll(*site, schedules(Way::OpenRosa, Servers::Stay, 482), atOnce);
}

TEST_CASE("[SEC-S2] whatever happens on a link, each record arrives once over the thin link", "[sync]")
{
    const auto site = makeGatewaySite();
    runAll(*site, schedules(Way::Thin, Servers::Stay, 470), atOnce);
    CHECK(runAll(*site, crowdedSchedules(10), atOnce, QStringLiteral("crowded")) >= 2);
}

TEST_CASE("[SEC-D5][SEC-S8] whatever happens to a post's store and to sticks, each record arrives once",
          "[sync]")
{
    SECTION("OpenRosa")
    {
        const auto site = makeOpenRosaSite();
        runAll(*site, storeSchedules(Way::OpenRosa, 5), storesAtOnce);
    }
    SECTION("thin, and on sticks")
    {
        const auto site = makeGatewaySite();
        runAll(*site, storeSchedules(Way::Thin, 7) + storeSchedules(Way::Stick, 6), storesAtOnce);
    }
}

TEST_CASE("[SEC-S2] a server that is killed while it answers loses and doubles nothing", "[sync]")
{
    SECTION("OpenRosa")
    {
        const auto site = makeOpenRosaSite();
        runAll(*site, schedules(Way::OpenRosa, Servers::AreKilled, 12), 1);
    }
    SECTION("thin, with its database")
    {
        const auto site = makeGatewaySite();
        runAll(*site, schedules(Way::Thin, Servers::AreKilled, 8), 1);
    }
}
