// The whole way, engine, transport, HTTP and server, under schedules of faults (security design, S1, S2 and
// D5): whatever is lost, late, doubled, cut or reset on the link, whoever is killed, set back to an old
// backup or has its clock moved by days, in the end each record is at the server exactly once, byte for byte,
// and each receipt is good.
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

/// Runs them all, some at the same time.
void runAll(Site &site, Way way, Servers servers, const QList<unsigned> &all)
{
    const qsizetype most = servers == Servers::AreKilled ? 1 : atOnce;
    std::vector<std::unique_ptr<ScheduleRun>> running;
    for (qsizetype next = 0; next < all.size() || !running.empty();) {
        while (next < all.size() && qsizetype(running.size()) < most)
            running.push_back(std::make_unique<ScheduleRun>(scheduleOf(all[next++], way, servers), site));
        const auto isOver = [](const auto &run) { return run->isOver(); };
        const bool isAnyOver =
            QTest::qWaitFor([&] { return std::any_of(running.begin(), running.end(), isOver); },
                            int(std::chrono::milliseconds(longest).count()));
        for (auto run = running.begin(); run != running.end();) {
            if (isAnyOver && !(*run)->isOver()) {
                ++run;
                continue;
            }
            const unsigned seed = (*run)->schedule().seed;
            INFO(scheduleOf(seed, way, servers).toText().toStdString());
            CHECK((*run)->flaw().toStdString() == "");
            run = running.erase(run);
        }
    }
}

}  // namespace

TEST_CASE("[SEC-S2] whatever happens on a link, each record arrives once over OpenRosa", "[sync]")
{
    const auto site = makeOpenRosaSite();
    runAll(*site, Way::OpenRosa, Servers::Stay, seeds(490));
}

TEST_CASE("[SEC-S2] whatever happens on a link, each record arrives once over the thin link", "[sync]")
{
    const auto site = makeGatewaySite();
    runAll(*site, Way::Thin, Servers::Stay, seeds(490));
}

TEST_CASE("[SEC-S2] a server that is killed while it answers loses and doubles nothing", "[sync]")
{
    SECTION("OpenRosa")
    {
        const auto site = makeOpenRosaSite();
        runAll(*site, Way::OpenRosa, Servers::AreKilled, seeds(12));
    }
    SECTION("thin, with its database")
    {
        const auto site = makeGatewaySite();
        runAll(*site, Way::Thin, Servers::AreKilled, seeds(8));
    }
}
