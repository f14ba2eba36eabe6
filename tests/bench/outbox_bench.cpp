#include "bench/archive.h"
#include "bench/benchmarks.h"
#include "bench/machine.h"
#include "bench/series.h"
#include "support/samples.h"

#include <QCoreApplication>

namespace amparo::bench {

namespace {

constexpr int batchSize = 50;

Result<> takeAndPutBack(store::OutboxRepository &outbox, int most)
{
    const auto taken = outbox.take(most);
    if (!taken)
        return tl::make_unexpected(taken.error());
    for (const store::Outgoing &outgoing : *taken) {
        const auto put =
            outbox.postpone(outgoing.item.screening, QStringLiteral("offline"), {}, std::nullopt);
        if (!put)
            return put;
    }
    return {};
}

}  // namespace

Figures measureOutbox(const Plan &plan)
{
    const auto archive = makeArchive(plan.folder + QStringLiteral("/outbox"), plan.records);
    if (!archive)
        return tl::make_unexpected(archive.error());
    const auto store = store::Store::open(archive->folder, auditorName(), test::aPassphrase(), systemClock());
    if (!store)
        return tl::make_unexpected(store.error());
    store::OutboxRepository &outbox = (*store)->outbox();
    const qint64 before = memoryInKib(QCoreApplication::applicationPid(), "VmRSS:");
    Series series({{QStringLiteral("waiting"), plan.records}});
    series.add(QStringLiteral("outbox: start"), plan.samples,
               [&](int) { return outbox.requeueInterrupted(); });
    std::vector<double> taking;
    for (int i = 0; i < plan.samples; ++i) {
        Result<std::optional<store::Outgoing>> taken;
        taking.push_back(timed([&] { taken = outbox.takeNext(); }));
        if (!taken || !*taken)
            return failure(ErrorCode::NotFound, QStringLiteral("nothing waits"));
        const auto put =
            outbox.postpone((*taken)->item.screening, QStringLiteral("offline"), {}, std::nullopt);
        if (!put)
            return tl::make_unexpected(put.error());
    }
    series.take(QStringLiteral("outbox: pick the next"), taking);
    series.add(QStringLiteral("outbox: status"), plan.samples, [&](int) {
        return outbox.counts().and_then(
            [&](const store::OutboxCounts &) { return onlyWhether(outbox.nextDue()); });
    });
    series.add(QStringLiteral("outbox: pick a batch and put it back"), plan.slowSamples,
               [&](int) { return takeAndPutBack(outbox, batchSize); });
    const qint64 after = memoryInKib(QCoreApplication::applicationPid(), "VmRSS:");
    return series.figures().map([&](QList<Figure> figures) {
        figures.first().input.insert(QStringLiteral("memoryBeforeKib"), before);
        figures.first().input.insert(QStringLiteral("memoryAfterKib"), after);
        return figures;
    });
}

}  // namespace amparo::bench
