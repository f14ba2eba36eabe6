#include "app/report_source.h"
#include "bench/archive.h"
#include "bench/bench_post.h"
#include "bench/benchmarks.h"
#include "bench/series.h"
#include "report/report_export.h"
#include "store/key_slots.h"
#include "support/samples.h"
#include "sync/server_repository.h"

#include <QDir>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace amparo::bench {

namespace {

Figures measureLists(const Plan &plan, const Archive &archive, store::Store &store)
{
    Series series(
        {{QStringLiteral("records"), qint64(archive.screenings.size())},
         {QStringLiteral("storeBytes"), QFileInfo(archive.folder + QStringLiteral("/store.amparo")).size()}});
    store::ScreeningRepository &screenings = store.screenings();
    const auto search = [&](const QString &text) {
        return onlyWhether(screenings.page({text, {}, {}, {}}, 50));
    };
    series.add(QStringLiteral("open a record"), plan.samples, [&](int i) -> Result<> {
        const ScreeningId id = archive.screenings[std::size_t(i) * 7919 % archive.screenings.size()];
        const auto found = screenings.find(id);
        if (!found || !*found)
            return failure(ErrorCode::NotFound, QStringLiteral("a record is not found again"));
        return onlyWhether(screenings.submission(id));
    });
    series.add(QStringLiteral("first page of the records"), plan.samples, [&](int) { return search({}); });
    series.add(QStringLiteral("search a surname"), plan.samples,
               [&](int i) { return search(archive.surnames.at(i % archive.surnames.size())); });
    series.add(QStringLiteral("search the first letters of a name"), plan.samples,
               [&](int i) { return search(archive.surnames.at(i % archive.surnames.size()).first(3)); });
    return series.figures();
}

Figures measureReport(const Plan &plan, const Archive &archive, store::Store &store)
{
    const QTimeZone zone = QTimeZone::utc();
    const QLocale locale(QLocale::Spanish);
    const auto read = [&] { return app::readReportSource(store, archive.lastDay, zone, locale.bcp47Name()); };
    const auto source = read();
    if (!source)
        return tl::make_unexpected(source.error());
    const auto describe = [&](const report::Source &from) {
        return report::describe(report::computeFigures(from, systemClock()), locale);
    };
    const report::Report report = describe(*source);
    const auto write = [&](const report::Report &what, report::Format format) {
        return report::exportReport(what, format,
                                    plan.folder + QStringLiteral("/report.") + report::formatName(format));
    };
    Series series({{QStringLiteral("screenings"), source->screenings.size()},
                   {QStringLiteral("records"), qint64(archive.screenings.size())}});
    series.add(QStringLiteral("daily report: read the store"), plan.slowSamples,
               [&](int) { return onlyWhether(read()); });
    series.add(QStringLiteral("daily report: reckon and put into words"), plan.slowSamples,
               [&](int) -> Result<> { return (void)describe(*source), Result<>(); });
    for (const report::Format format : {report::Format::Pdf, report::Format::Xlsx, report::Format::Csv})
        series.add(QStringLiteral("daily report: write ") + report::formatName(format), plan.slowSamples,
                   [&](int) { return write(report, format); });
    series.add(QStringLiteral("daily report: all of it, three formats"), plan.slowSamples, [&](int) {
        return read().map(describe).and_then([&](const report::Report &whole) {
            return write(whole, report::Format::Pdf)
                .and_then([&] { return write(whole, report::Format::Xlsx); })
                .and_then([&] { return write(whole, report::Format::Csv); });
        });
    });
    return series.figures();
}

/// So that the next read comes from the disk, as after the computer was started.
void forgetCached(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    if (file < 0)
        return;
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

/// All that app::Post and the desktop read until the list of records stands.
Result<> openToFirstPage(const Archive &archive)
{
    const auto store =
        store::Store::open(archive.folder, auditorName(), test::aPassphrase(), systemClock());
    if (!store)
        return tl::make_unexpected(store.error());
    return onlyWhether((*store)->shifts().current())
        .and_then([&] { return onlyWhether(app::readInstalledForms(**store)); })
        .and_then([&] { return onlyWhether(sync::ServerRepository((*store)->settings()).find()); })
        .and_then([&] { return onlyWhether((*store)->screenings().drafts()); })
        .and_then([&] { return onlyWhether((*store)->outbox().counts()); })
        .and_then([&] { return onlyWhether((*store)->outbox().nextDue()); })
        .and_then([&] { return onlyWhether((*store)->screenings().page({}, 50)); });
}

/// The derivation of the key alone, which the sign-in must cost.
Result<> deriveKey(const Archive &archive)
{
    return store::readKeyFile(archive.folder).and_then([](const store::KeyFile &keys) {
        return onlyWhether(store::openSlot(keys, auditorName(), test::aPassphrase()));
    });
}

Figures measureOpening(const Plan &plan, const Archive &archive)
{
    const QJsonObject input{{QStringLiteral("records"), qint64(archive.screenings.size())},
                            {QStringLiteral("secondsToMake"), archive.secondsToMake}};
    const QString path = archive.folder + QStringLiteral("/store.amparo");
    QList<Figure> figures;
    for (const bool fromDisk : {false, true}) {
        Figure figure{fromDisk ? QStringLiteral("sign in to the first page, file not in memory")
                               : QStringLiteral("sign in to the first page"),
                      input,
                      {}};
        figure.comparedName = QStringLiteral("derive the key alone");
        for (int i = 0; i < plan.slowSamples; ++i) {
            if (fromDisk)
                forgetCached(path);
            Result<> outcome;
            figure.samples.push_back(timed([&] { outcome = openToFirstPage(archive); }));
            if (outcome)
                figure.compared.push_back(timed([&] { outcome = deriveKey(archive); }));
            if (!outcome)
                return tl::make_unexpected(outcome.error());
        }
        figures.append(figure);
    }
    return figures;
}

}  // namespace

Figures measureArchive(const Plan &plan)
{
    const auto archive = makeArchive(plan.folder + QStringLiteral("/archive"), plan.records);
    if (!archive)
        return tl::make_unexpected(archive.error());
    Figures figures = measureOpening(plan, *archive);
    if (!figures)
        return figures;
    const auto store =
        store::Store::open(archive->folder, auditorName(), test::aPassphrase(), systemClock());
    if (!store)
        return tl::make_unexpected(store.error());
    for (const auto measureOpen : {measureLists, measureReport}) {
        const Figures more = measureOpen(plan, *archive, **store);
        if (!more)
            return more;
        figures->append(*more);
    }
    return figures;
}

}  // namespace amparo::bench
