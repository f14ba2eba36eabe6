// The same program, schema and work on two stores, one of which was never given its key: SQLite then leaves
// its pages as they are. The linker leads sqlite3_key_v2 here (--wrap).

#include "app/report_source.h"
#include "bench/archive.h"
#include "bench/bench_post.h"
#include "bench/benchmarks.h"
#include "bench/series.h"
#include "support/samples.h"

struct sqlite3;

namespace {

bool leavesKeyOut = false;  // a bench runs one thing at a time

}  // namespace

extern "C" {
int __real_sqlite3_key_v2(sqlite3 *database, const char *schema, const void *key, int size);
int __wrap_sqlite3_key_v2(sqlite3 *database, const char *schema, const void *key, int size)
{
    return leavesKeyOut ? 0 : __real_sqlite3_key_v2(database, schema, key, size);
}
}

namespace amparo::bench {

namespace {

constexpr int recordsAtMost = 20'000;

/// Runs `work` with stores in clear, or with real ones.
template <class Work> auto inClear(bool clear, Work work)
{
    leavesKeyOut = clear;
    auto outcome = work();
    leavesKeyOut = false;
    return outcome;
}

struct Times {
    std::vector<double> insert;  ///< the making of the archive, per record
    std::vector<double> find;
    std::vector<double> report;
    std::vector<double> finalise;
};

Result<std::vector<double>> finaliseDurably(const Plan &plan, const QString &folder)
{
    auto post = makePost(folder, systemClock());
    if (!post)
        return tl::make_unexpected(post.error());
    std::vector<double> times;
    for (int i = 0; i < plan.samples; ++i) {
        auto interview = filledInterview(post->form, post->setting, i);
        if (!interview)
            return tl::make_unexpected(interview.error());
        const QByteArray answers = interview->answers();
        const record::Screening draft = interview->screening();
        const auto record = interview->finalise();
        if (!record)
            return tl::make_unexpected(record.error());
        store::ScreeningRepository &screenings = post->store->screenings();
        Result<> outcome;
        times.push_back(timed([&] {
            outcome = screenings.create(draft, answers).and_then([&] {
                return screenings.finalise(record->screening, record->submission.xml);
            });
        }));
        if (!outcome)
            return tl::make_unexpected(outcome.error());
    }
    return times;
}

Result<Times> work(const Plan &plan, const QString &folder)
{
    Times times;
    const auto archive = makeArchive(folder, std::min(plan.records, recordsAtMost));
    if (!archive)
        return tl::make_unexpected(archive.error());
    times.insert = {archive->secondsToMake * 1000 / double(archive->screenings.size())};
    const auto store =
        store::Store::open(archive->folder, auditorName(), test::aPassphrase(), systemClock());
    if (!store)
        return tl::make_unexpected(store.error());
    const auto found = measure(plan.samples * 4, [&](int i) -> Result<> {
        const ScreeningId id = archive->screenings[std::size_t(i) * 7919 % archive->screenings.size()];
        return onlyWhether((*store)->screenings().find(id)).and_then([&] {
            return onlyWhether((*store)->screenings().submission(id));
        });
    });
    const auto reported = measure(plan.slowSamples, [&](int) {
        return onlyWhether(app::readReportSource(**store, archive->lastDay, QTimeZone::utc(),
                                                 QLocale(QLocale::Spanish).bcp47Name()));
    });
    const auto finalised = finaliseDurably(plan, folder + QStringLiteral("-durable"));
    for (const auto &measured : {found, reported, finalised}) {
        if (!measured)
            return tl::make_unexpected(measured.error());
    }
    times.find = *found;
    times.report = *reported;
    times.finalise = *finalised;
    return times;
}

}  // namespace

Figures measureCipher(const Plan &plan)
{
    const auto sealed = inClear(false, [&] { return work(plan, plan.folder + QStringLiteral("/sealed")); });
    const auto clear = inClear(true, [&] { return work(plan, plan.folder + QStringLiteral("/clear")); });
    if (!sealed || !clear)
        return tl::make_unexpected(sealed ? clear.error() : sealed.error());
    const QJsonObject input{{QStringLiteral("records"), std::min(plan.records, recordsAtMost)}};
    const auto figure = [&](const QString &name, std::vector<double> Times::*times) {
        return Figure{name, input, (*sealed).*times, QStringLiteral("the same in clear"), (*clear).*times};
    };
    return QList<Figure>{
        figure(QStringLiteral("cipher: insert a record, without waiting for the disk"), &Times::insert),
        figure(QStringLiteral("cipher: insert a record, durable"), &Times::finalise),
        figure(QStringLiteral("cipher: look a record up"), &Times::find),
        figure(QStringLiteral("cipher: read the day's report"), &Times::report)};
}

}  // namespace amparo::bench
