#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"
#include "app/report_files.h"
#include "translations/languages.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace amparo::cli {

namespace {

const QString day = QStringLiteral("day");
const QString shift = QStringLiteral("shift");
const QString formatOption = QStringLiteral("format");
const QString language = QStringLiteral("language");
const QString out = QStringLiteral("out");

/// nullopt: none was asked for.
Result<std::optional<QDate>> dayOf(const Arguments &arguments)
{
    const auto text = arguments.find(day);
    if (!text)
        return std::optional<QDate>();
    const QDate date = QDate::fromString(*text, Qt::ISODate);
    if (!date.isValid())
        return failure(ErrorCode::InvalidInput, QStringLiteral("--day is no date such as 2026-03-02"));
    return std::optional(date);
}

/// A shift by its id, or the last one that began.
Result<report::Period> shiftPeriod(const QString &asked, store::Store &store)
{
    if (asked == QLatin1String("last")) {
        const auto recent = store.shifts().recent(1);
        if (!recent)
            return tl::make_unexpected(recent.error());
        if (!recent->isEmpty())
            return report::Period(recent->first());
    } else if (const auto id = ShiftId::fromText(asked)) {
        const auto found = store.shifts().find(*id);
        if (!found)
            return tl::make_unexpected(found.error());
        if (*found)
            return report::Period(**found);
    }
    return failure(ErrorCode::NotFound, QStringLiteral("there is no such shift"));
}

/// What was asked for, else the open shift, else today.
Result<report::Period> periodOf(const Arguments &arguments, const std::optional<QDate> &asked,
                                store::Store &store)
{
    if (asked)
        return report::Period(*asked);
    if (const auto id = arguments.find(shift))
        return shiftPeriod(*id, store);
    const auto current = store.shifts().current();
    if (!current)
        return tl::make_unexpected(current.error());
    return *current ? report::Period(**current) : report::Period(systemClock().today());
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
    if (formats.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("--format is empty"));
    return formats;
}

/// What was asked for, else the system's.
Result<QString> languageOf(const Arguments &arguments)
{
    const auto asked = arguments.find(language);
    if (asked && !translations::languageFor(*asked))
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("--language knows %1").arg(translations::languages().join(QLatin1String(", "))));
    return asked.value_or(QLocale().bcp47Name());
}

Outcome run(const Arguments &arguments)
{
    const auto formats = formatsOf(arguments);
    if (!formats)
        return usageError(formats.error().detail);
    const auto spoken = languageOf(arguments);
    if (!spoken)
        return usageError(spoken.error().detail);
    const auto asked = dayOf(arguments);
    if (!asked)
        return usageError(asked.error().detail);
    if (*asked && arguments.has(shift))
        return usageError(QStringLiteral("--day and --shift exclude each other"));
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto period = periodOf(arguments, *asked, **store);
    if (!period)
        return failed(period.error());
    translations::useLanguage(*QCoreApplication::instance(), *spoken);
    const auto report =
        app::makeReport(**store, *period, QTimeZone::systemTimeZone(), QLocale(), systemClock());
    if (!report)
        return failed(report.error());
    const auto files =
        app::writeReport(**store, *report, arguments.find(out).value_or(QStringLiteral(".")), *formats);
    if (!files)
        return failed(files.error());
    return Answer{{{QStringLiteral("files"), QJsonArray::fromStringList(*files)},
                   {QStringLiteral("screenings"), report->figures.screenings()},
                   {QStringLiteral("people"), report->figures.peopleScreened}},
                  files->join(u'\n')};
}

}  // namespace

Command reportCommand()
{
    Command command{
        QStringLiteral("report"),
        QStringLiteral("write the report of a shift or of a day"),
        QStringLiteral("Without --day and --shift: the open shift, or today where none is open. Only the "
                       "owner can read the files."),
        {},
        storeOptions(
            {{day, QStringLiteral("a day of the post's calendar"), QStringLiteral("DATE")},
             {shift, QStringLiteral("a shift by its id, or \"last\""), QStringLiteral("ID")},
             {formatOption, QStringLiteral("pdf,xlsx,csv or some of them"), QStringLiteral("FORMATS")},
             {language, QStringLiteral("of words, numbers and days: en, es-BO, pt-BR, …; else the system's"),
              QStringLiteral("LANGUAGE")},
             {out, QStringLiteral("folder for the files; else this one"), QStringLiteral("FOLDER")}}),
        run};
    command.needsFonts = true;
    return command;
}

}  // namespace amparo::cli
