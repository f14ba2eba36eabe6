#include "app/report_source.h"
#include "bench/archive.h"
#include "bench/benchmarks.h"
#include "report/report_export.h"
#include "support/samples.h"

#include <QDir>
#include <QFileInfo>

namespace amparo::bench {

namespace {

/// Where the same deed is done with one thing after the other; stops at the first error.
template <class Deed> Result<std::vector<double>> measure(int samples, Deed deed)
{
    std::vector<double> times;
    for (int i = 0; i < samples; ++i) {
        Result<> outcome;
        times.push_back(timed([&] { outcome = deed(i); }));
        if (!outcome)
            return tl::make_unexpected(outcome.error());
    }
    return times;
}

template <class T> Result<> onlyWhether(const Result<T> &result)
{
    return result.map([](const T &) {});
}

/// One after the other, each a figure about the same input.
class Series {
public:
    explicit Series(const QJsonObject &input) : m_input(input) {}

    template <class Deed> void add(const QString &name, int samples, Deed deed)
    {
        if (!m_error)
            take(name, measure(samples, deed));
    }

    void take(const QString &name, const Result<std::vector<double>> &times)
    {
        if (times)
            m_figures.append({name, m_input, *times});
        else
            m_error = times.error();
    }

    Figures figures() const
    {
        if (m_error)
            return tl::make_unexpected(*m_error);
        return m_figures;
    }

private:
    QJsonObject m_input;
    QList<Figure> m_figures;
    std::optional<Error> m_error;
};

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

}  // namespace

Figures measureArchive(const Plan &plan)
{
    const auto archive = makeArchive(plan.folder + QStringLiteral("/archive"), plan.records);
    if (!archive)
        return tl::make_unexpected(archive.error());
    Series signIn({{QStringLiteral("records"), qint64(archive->screenings.size())}});
    signIn.add(QStringLiteral("open the store, deriving the officer's key"), plan.slowSamples, [&](int) {
        return onlyWhether(
            store::Store::open(archive->folder, QStringLiteral("lead"), test::aPassphrase(), systemClock()));
    });
    Figures figures = signIn.figures();
    if (!figures)
        return figures;
    const auto store =
        store::Store::open(archive->folder, QStringLiteral("lead"), test::aPassphrase(), systemClock());
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
