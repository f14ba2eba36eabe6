#include "sync/schedules/schedule.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <random>

namespace amparo::test {

namespace {

constexpr std::array<const char *, 16> deedNames{
    "restart",     "backup",        "restore",      "set-back",    "finalise",      "move-clock",
    "kill-server", "kill-database", "export-stick", "carry-stick", "take-receipts", "lose-bundle",
    "cut-file",    "swap-files",    "copy-away",    "put-back"};

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

Deed aDeedWithSticks(std::mt19937 &random)
{
    using Kind = Deed::Kind;
    static const std::array<Kind, 12> kinds{Kind::ExportStick,  Kind::ExportStick, Kind::ExportStick,
                                            Kind::CarryStick,   Kind::CarryStick,  Kind::TakeReceipts,
                                            Kind::TakeReceipts, Kind::LoseBundle,  Kind::CutFile,
                                            Kind::SwapFiles,    Kind::CopyAway,    Kind::PutBack};
    return {int(random() % firstRequests), kinds[random() % kinds.size()], int(random() % 100'000)};
}

void sort(QList<Deed> &deeds)
{
    std::stable_sort(deeds.begin(), deeds.end(),
                     [](const Deed &left, const Deed &right) { return left.request < right.request; });
}

QString nameOf(Way way)
{
    switch (way) {
    case Way::OpenRosa:
        return QStringLiteral("OpenRosa");
    case Way::Thin:
        return QStringLiteral("thin");
    case Way::Stick:
        return QStringLiteral("stick");
    }
    Q_UNREACHABLE();
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
    return QStringLiteral("seed %1 by %2, %3%4: %5 records, a file of %6 bytes; %7")
        .arg(seed)
        .arg(nameOf(way),
             keeping == Keeping::InStore ? QStringLiteral("in a store") : QStringLiteral("in memory"),
             isSealed ? QStringLiteral(", sealed") : QString())
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
    sort(schedule.deeds);
    return schedule;
}

Schedule storeScheduleOf(unsigned seed, Way way)
{
    Schedule schedule = scheduleOf(seed, way, Servers::Stay);
    schedule.keeping = Keeping::InStore;
    std::mt19937 random(seed + 1);
    schedule.isSealed = way == Way::Thin && random() % 2 == 0;
    // A store that is restored or set back is what these are for.
    const int back = int(random() % 6);
    if (back < 3)
        schedule.deeds.append({int(random() % firstRequests),
                               back == 0 ? Deed::Kind::SetBack : Deed::Kind::Restore, int(random() % 2)});
    if (way != Way::OpenRosa) {
        for (int i = (way == Way::Stick ? 4 : 0) + smallNumber(random, 8); i > 0; --i)
            schedule.deeds.append(aDeedWithSticks(random));
    }
    sort(schedule.deeds);
    return schedule;
}

Schedule crowdedScheduleOf(unsigned seed)
{
    Schedule schedule = scheduleOf(seed, Way::Thin, Servers::Stay);
    std::mt19937 random(seed + 1);
    schedule.records = 120 + int(random() % 200);
    for (int i = smallNumber(random, 6); i > 0; --i) {
        schedule.faults.append(aFault(random));
        schedule.faults.last().request += firstRequests;
    }
    return schedule;
}

}  // namespace amparo::test
