#include "app/report_files.h"

#include "app/report_source.h"

#include <QDir>

namespace amparo::app {

Result<PeriodReport> makeReport(store::Store &store, const report::Period &period, const QTimeZone &zone,
                                const QLocale &locale, const Clock &clock)
{
    const auto source = readReportSource(store, period, zone, locale.bcp47Name());
    if (!source)
        return tl::make_unexpected(source.error());
    const report::DayFigures figures = report::computeFigures(*source, clock);
    return PeriodReport{report::describe(figures, locale), figures, report::fileNameFor(figures)};
}

Result<QStringList> writeReport(store::Store &store, const PeriodReport &report, const QString &folder,
                                const QList<report::Format> &formats)
{
    if (const auto allowed = store.access().check(record::Permission::ExportReports); !allowed)
        return tl::make_unexpected(allowed.error());
    QStringList files;
    for (const report::Format format : formats) {
        files.append(QDir(folder).absoluteFilePath(report.fileName + u'.' + report::formatName(format)));
        if (const auto written = report::exportReport(report.report, format, files.last()); !written)
            return tl::make_unexpected(written.error());
        const auto told = store.audit().record(store::AuditAction::ReportExported, report.report.number,
                                               report::formatName(format));
        if (!told)
            return tl::make_unexpected(told.error());
    }
    return files;
}

}  // namespace amparo::app
