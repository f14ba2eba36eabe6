// Backups that are made and removed by themselves.
#include "app/cli/approval.h"
#include "app/cli/commands/commands.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace amparo::cli {

namespace {

using std::chrono::days;
using std::chrono::hours;
using store::BackupSchedule;
using store::BackupStatus;

const QString everyOption = QStringLiteral("every-hours");
const QString keepOption = QStringLiteral("keep");
const QString keepDaysOption = QStringLiteral("keep-days");
const QString offOption = QStringLiteral("off");
constexpr int pagesAStep = 1024;

/// InvalidInput: no number.
template <class Number> Result<> readNumber(const Arguments &arguments, const QString &option, Number &into)
{
    const auto given = arguments.find(option);
    if (!given)
        return {};
    bool isNumber = false;
    into = Number(given->toInt(&isNumber));
    if (isNumber)
        return {};
    return failure(ErrorCode::InvalidInput, QStringLiteral("--%1 is a whole number").arg(option));
}

/// The schedule that stands, or the usual one, with what the arguments name.
Result<BackupSchedule> changed(const Arguments &arguments, const std::optional<BackupSchedule> &before)
{
    BackupSchedule schedule = before.value_or(BackupSchedule());
    if (const QString folder = arguments.positional(0); !folder.isEmpty())
        schedule.folder = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    return readNumber(arguments, everyOption, schedule.every)
        .and_then([&] { return readNumber(arguments, keepOption, schedule.keep); })
        .and_then([&] { return readNumber(arguments, keepDaysOption, schedule.keepFor); })
        .map([&] { return schedule; });
}

/// The second person's yes, where one is named.
Result<std::optional<store::Approval>> approvalIfNamed(const Arguments &arguments, store::Store &store)
{
    if (!arguments.has(QStringLiteral("second")))
        return std::optional<store::Approval>();
    return approvalOf(arguments, store, record::Permission::SetPolicies).map([](store::Approval approval) {
        return std::optional(std::move(approval));
    });
}

Outcome schedule(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    auto approval = approvalIfNamed(arguments, **store);
    if (!approval)
        return failed(approval.error());
    if (arguments.has(offOption)) {
        if (const auto removed = (*store)->removeBackupSchedule(std::move(*approval)); !removed)
            return failed(removed.error());
        return Answer{{}, QStringLiteral("No backup is made by itself any more. Those that are there stay.")};
    }
    const auto next = (*store)->backupSchedule().and_then(
        [&](const std::optional<BackupSchedule> &before) { return changed(arguments, before); });
    if (!next)
        return failed(next.error());
    if (const auto set = (*store)->setBackupSchedule(*next, std::move(*approval)); !set)
        return failed(set.error());
    return Answer{{{QStringLiteral("folder"), next->folder}},
                  QStringLiteral("A backup every %1 h into %2; %3 are kept, for %4 days at most.")
                      .arg(next->every.count())
                      .arg(next->folder)
                      .arg(next->keep)
                      .arg(next->keepFor.count())};
}

QJsonObject toJson(const BackupStatus &status)
{
    QJsonArray backups;
    for (const store::KeptBackup &backup : status.backups)
        backups.append(QJsonObject{{QStringLiteral("folder"), backup.folder},
                                   {QStringLiteral("madeAt"), backup.info.madeAt.toString(Qt::ISODate)},
                                   {QStringLiteral("auditEntry"), backup.info.auditEntry},
                                   {QStringLiteral("bytes"), backup.info.sizeInBytes}});
    QJsonObject object{{QStringLiteral("scheduled"), status.schedule.has_value()},
                       {QStringLiteral("due"), status.isDue},
                       {QStringLiteral("backups"), backups}};
    if (status.schedule) {
        object.insert(QStringLiteral("folder"), status.schedule->folder);
        object.insert(QStringLiteral("everyHours"), int(status.schedule->every.count()));
        object.insert(keepOption, status.schedule->keep);
        object.insert(QStringLiteral("keepDays"), int(status.schedule->keepFor.count()));
    }
    return object;
}

QString toText(const BackupStatus &status)
{
    if (!status.schedule)
        return QStringLiteral(
            "No backup is made by itself: set a schedule (amparoctl backup schedule FOLDER).");
    QStringList lines{QStringLiteral("Every %1 h into %2: %3.")
                          .arg(status.schedule->every.count())
                          .arg(status.schedule->folder,
                               status.isDue ? QStringLiteral("one is due") : QStringLiteral("none is due"))};
    for (const store::KeptBackup &backup : status.backups)
        lines.append(QStringLiteral("%1  %2 MB  %3")
                         .arg(backup.info.madeAt.toString(Qt::ISODate))
                         .arg(double(backup.info.sizeInBytes) / 1e6, 0, 'f', 1)
                         .arg(backup.folder));
    return lines.join(u'\n');
}

Outcome status(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto status = (*store)->backupStatus();
    if (!status)
        return failed(status.error());
    const bool isLate = status->schedule && status->isDue;
    return Answer{toJson(*status), toText(*status), isLate ? ExitCode::Refused : ExitCode::Done};
}

Result<> makeOne(store::Store &store)
{
    while (true) {
        const auto copied = store.stepScheduledBackup(pagesAStep);
        if (!copied)
            return tl::make_unexpected(copied.error());
        if (*copied)
            break;
    }
    return store.takeScheduledBackup()
        .and_then([&](const std::shared_ptr<store::StoreCopy> &copy) {
            return verifyBackupCopy(*copy).and_then([&] { return store.sealBackup(std::move(*copy)); });
        })
        .map([](const store::BackupInfo &) {});
}

Outcome run(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto before = (*store)->backupStatus();
    if (!before)
        return failed(before.error());
    const auto made = before->isDue ? makeOne(**store) : Result<>();
    const auto removed =
        (*store)->expireBackups();  // those past their term go, whatever became of the new one
    if (!made || !removed)
        return failed(made ? removed.error() : made.error());
    return Answer{{{QStringLiteral("made"), before->isDue}, {QStringLiteral("removed"), *removed}},
                  (before->isDue ? QStringLiteral("Backed up and read back; removed: %1.")
                                 : QStringLiteral("None was due; removed: %1."))
                      .arg(*removed)};
}

}  // namespace

Command backupScheduleCommand()
{
    return {
        QStringLiteral("backup schedule"),
        QStringLiteral("say where backups go by themselves, and for how long"),
        QStringLiteral("For an administrator; another schedule than was set before takes a second person. "
                       "What is not named stays as it is, or is a backup a day, 7 of them, for 30 days."),
        {{QStringLiteral("FOLDER"), QStringLiteral("that holds them; it must be there"), true}},
        twoPeopleOptions(
            {{everyOption, QStringLiteral("1 to 744"), QStringLiteral("HOURS")},
             {keepOption, QStringLiteral("so many, 1 to 1000"), QStringLiteral("NUMBER")},
             {keepDaysOption,
              QStringLiteral("1 to 3650; never longer than records stay (amparoctl retention show)"),
              QStringLiteral("DAYS")},
             {offOption, QStringLiteral("make none by itself any more")}}),
        schedule};
}

Command backupStatusCommand()
{
    return {QStringLiteral("backup status"),
            QStringLiteral("show the schedule, and the backups there are"),
            QStringLiteral("Exit code 1: one is due and has not been made."),
            {},
            storeOptions(),
            status};
}

Command backupRunCommand()
{
    return {QStringLiteral("backup run"),
            QStringLiteral("make the backup that is due by the schedule, and remove those past it"),
            QStringLiteral("The desktop does so by itself while somebody is signed in."),
            {},
            storeOptions(),
            run};
}

}  // namespace amparo::cli
