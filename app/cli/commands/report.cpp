#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"
#include "app/report_source.h"
#include "report/report_export.h"

#include <QDir>
#include <QJsonArray>

namespace amparo::cli {

namespace {

const QString day = QStringLiteral("day");
const QString formatOption = QStringLiteral("format");
const QString language = QStringLiteral("language");
const QString out = QStringLiteral("out");

/// The day that was asked for, else the open shift, else today.
Result<report::Period> periodOf(const Arguments &arguments, store::Store &store)
{
    if (const auto text = arguments.find(day)) {
        const QDate date = QDate::fromString(*text, Qt::ISODate);
        if (!date.isValid())
            return failure(ErrorCode::InvalidInput, QStringLiteral("--day is no date such as 2026-03-02"));
        return report::Period(date);
    }
    const auto shift = store.shifts().current();
    if (!shift)
        return tl::make_unexpected(shift.error());
    return *shift ? report::Period(**shift) : report::Period(systemClock().today());
}

Result<QList<report::Format>> formatsOf(const Arguments &arguments)
{
    QList<report::Format> formats;
    const QString words = arguments.find(formatOption).value_or(QStringLiteral("pdf,xlsx,csv"));
    for (const QString &word : words.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto format = report::formatFromName(word);
        if (!format)
            return failure(ErrorCode::InvalidInput, QStringLiteral("--format knows pdf, xlsx and csv"));
        formats.append(*format);
    }
    return formats;
}

Outcome run(const Arguments &arguments)
{
    const auto formats = formatsOf(arguments);
    if (!formats)
        return usageError(formats.error().detail);
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto period = periodOf(arguments, **store);
    if (!period)
        return failed(period.error());
    const QLocale locale(arguments.find(language).value_or(QLocale().bcp47Name()));
    const auto source =
        app::readReportSource(**store, *period, QTimeZone::systemTimeZone(), locale.bcp47Name());
    if (!source)
        return failed(source.error());
    const report::DayFigures figures = report::computeFigures(*source, systemClock());
    const report::Report report = report::describe(figures, locale);
    const QString base = QDir(arguments.find(out).value_or(QStringLiteral(".")))
                             .absoluteFilePath(report::fileNameFor(figures));
    QStringList files;
    for (const report::Format format : *formats) {
        files.append(base + QLatin1Char('.') + report::formatName(format));
        if (const auto written = report::exportReport(report, format, files.last()); !written)
            return failed(written.error());
    }
    return Answer{{{QStringLiteral("files"), QJsonArray::fromStringList(files)},
                   {QStringLiteral("screenings"), figures.screenings()},
                   {QStringLiteral("people"), figures.peopleScreened}},
                  files.join(u'\n')};
}

}  // namespace

Command reportCommand()
{
    Command command{
        QStringLiteral("report"),
        QStringLiteral("write the report of the open shift or of a day"),
        QStringLiteral(
            "Without --day: the open shift, or today where none is open. Only the owner can read the files."),
        {},
        storeOptions(
            {{day, QStringLiteral("a day of the post's calendar"), QStringLiteral("DATE")},
             {formatOption, QStringLiteral("pdf,xlsx,csv or some of them"), QStringLiteral("FORMATS")},
             {language, QStringLiteral("en, es, pt-BR; else the system's"), QStringLiteral("LANGUAGE")},
             {out, QStringLiteral("folder for the files; else this one"), QStringLiteral("FOLDER")}}),
        run};
    command.needsFonts = true;
    return command;
}

}  // namespace amparo::cli
