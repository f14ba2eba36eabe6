#include "sync/schedules/schedule.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <random>

namespace amparo::test {

namespace {

constexpr std::array<const char *, 8> deedNames{"restart",  "backup",     "restore",     "set-back",
                                                "finalise", "move-clock", "kill-server", "kill-database"};

constexpr int firstRequests = 9;  // where most stories have their steps: greeting, question, parts, receipts

/// A number below `end`; the small ones are the likelier, the smaller they are.
int smallNumber(std::mt19937 &random, int end) { return int(random() % (1 + random() % unsigned(end))); }

LinkFault aFault(std::mt19937 &random)
{
    LinkFault fault{int(random() % firstRequests), LinkFault::Kind(random() % linkFaultKinds), 0};
    const bool isDelay =
        fault.kind == LinkFault::Kind::DelayRequest || fault.kind == LinkFault::Kind::DelayResponse;
    fault.amount = isDelay ? int(random() % 40) : smallNumber(random, random() % 4 == 0 ? 30'000 : 900);
    return fault;
}

Deed aDeed(std::mt19937 &random)
{
    using Kind = Deed::Kind;
    static const std::array<Kind, 11> kinds{Kind::Restart,  Kind::Restart,  Kind::Restart,  Kind::Backup,
                                            Kind::Backup,   Kind::Restore,  Kind::Restore,  Kind::SetBack,
                                            Kind::Finalise, Kind::Finalise, Kind::MoveClock};
    Deed deed{int(random() % firstRequests), kinds[random() % kinds.size()], 0};
    if (deed.kind == Kind::MoveClock)
        deed.amount = int(random() % 60) - 30;
    return deed;
}

}  // namespace

QString Deed::toText() const
{
    return QStringLiteral("%1 %2 %3")
        .arg(request)
        .arg(QLatin1String(deedNames[std::size_t(kind)]))
        .arg(amount);
}

QString Schedule::toText() const
{
    QStringList steps;
    for (const LinkFault &fault : faults)
        steps.append(fault.toText());
    for (const Deed &deed : deeds)
        steps.append(deed.toText());
    return QStringLiteral("seed %1 by %2: %3 records, a file of %4 bytes; %5")
        .arg(seed)
        .arg(way == Way::Thin ? QStringLiteral("thin") : QStringLiteral("OpenRosa"))
        .arg(records)
        .arg(fileBytes)
        .arg(steps.join(QStringLiteral(", ")));
}

Schedule scheduleOf(unsigned seed, Way way, Servers servers)
{
    std::mt19937 random(seed);
    Schedule schedule{seed, way, 1 + smallNumber(random, 6), 0, {}, {}};
    if (random() % 6 == 0)
        schedule.fileBytes = 2'000 + int(random() % 40'000);
    for (int i = 1 + smallNumber(random, 5); i > 0; --i)
        schedule.faults.append(aFault(random));
    for (int i = smallNumber(random, 5); i > 0; --i)
        schedule.deeds.append(aDeed(random));
    if (servers == Servers::AreKilled) {
        const bool isDatabase = way == Way::Thin && random() % 4 == 0;
        schedule.deeds.append({int(random() % firstRequests),
                               isDatabase ? Deed::Kind::KillDatabase : Deed::Kind::KillServer, 0});
    }
    std::stable_sort(schedule.deeds.begin(), schedule.deeds.end(),
                     [](const Deed &left, const Deed &right) { return left.request < right.request; });
    return schedule;
}

}  // namespace amparo::test
