// When and how much the post may send.
#include "app/cli/approval.h"
#include "app/cli/commands/commands.h"
#include "sync/server_repository.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace amparo::cli {

namespace {

const QString hoursOption = QStringLiteral("hours");
const QString bytesOption = QStringLiteral("bytes-per-day");
const QString rateOption = QStringLiteral("rate");
const QString meteredOption = QStringLiteral("metered");
const QString urgentOption = QStringLiteral("urgent");
const QString spareWord = QStringLiteral("spare");
const QString useWord = QStringLiteral("use");
const QString anyTimeWord = QStringLiteral("any-time");
const QString asOthersWord = QStringLiteral("as-others");
const QString timeFormat = QStringLiteral("HH:mm");

Answer describe(const sync::SyncPolicy &policy)
{
    QStringList hours;
    for (const auto &[from, until] : policy.hours)
        hours.append(from.toString(timeFormat) + QLatin1Char('-') + until.toString(timeFormat));
    const QString limit = QStringLiteral("%1");
    return {
        QJsonDocument::fromJson(toJson(policy)).object(),
        QStringLiteral(
            "hours %1; bytes a day %2; kilobits a second %3; links paid by use: %4; urgent records: %5")
            .arg(hours.isEmpty() ? QStringLiteral("all") : hours.join(QLatin1Char(',')),
                 policy.bytesPerDay ? limit.arg(policy.bytesPerDay) : QStringLiteral("no limit"),
                 policy.kilobitsPerSecond ? limit.arg(policy.kilobitsPerSecond) : QStringLiteral("no limit"),
                 policy.sparesMeteredLinks ? QStringLiteral("spared") : QStringLiteral("used"),
                 policy.urgentAnyTime ? QStringLiteral("at any time") : QStringLiteral("as the others"))};
}

/// "08:00-12:30,22:00-02:00"; "all": none in particular.
Result<QList<sync::SyncPolicy::Hours>> readHours(const QString &text)
{
    QList<sync::SyncPolicy::Hours> hours;
    if (text == QLatin1String("all"))
        return hours;
    for (const QString &span : text.split(QLatin1Char(','))) {
        const QStringList ends = span.split(QLatin1Char('-'));
        if (ends.size() != 2)
            return failure(ErrorCode::InvalidInput, QStringLiteral("hours are written as 08:00-12:30"));
        hours.append({QTime::fromString(ends[0], timeFormat), QTime::fromString(ends[1], timeFormat)});
    }
    return hours;
}

template <class Number> Result<> readLimit(const Arguments &arguments, const QString &option, Number &limit)
{
    const auto text = arguments.find(option);
    if (!text)
        return {};
    bool isNumber = false;
    const qlonglong number = text->toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > std::numeric_limits<Number>::max())
        return failure(ErrorCode::InvalidInput, QStringLiteral("--%1 is a number; 0: no limit").arg(option));
    limit = Number(number);
    return {};
}

Result<> readChoice(const Arguments &arguments, const QString &option, const QString &yes, const QString &no,
                    bool &choice)
{
    const QString word = arguments.find(option).value_or(choice ? yes : no);
    if (word != yes && word != no)
        return failure(ErrorCode::InvalidInput, QStringLiteral("--%1 is %2 or %3").arg(option, yes, no));
    choice = word == yes;
    return {};
}

Result<sync::SyncPolicy> changed(const Arguments &arguments, sync::SyncPolicy policy)
{
    if (const auto text = arguments.find(hoursOption)) {
        const auto hours = readHours(*text);
        if (!hours)
            return tl::make_unexpected(hours.error());
        policy.hours = *hours;
    }
    return readLimit(arguments, bytesOption, policy.bytesPerDay)
        .and_then([&] { return readLimit(arguments, rateOption, policy.kilobitsPerSecond); })
        .and_then([&] {
            return readChoice(arguments, meteredOption, spareWord, useWord, policy.sparesMeteredLinks);
        })
        .and_then([&] {
            return readChoice(arguments, urgentOption, anyTimeWord, asOthersWord, policy.urgentAnyTime);
        })
        .and_then([&] { return check(policy); })
        .map([&] { return policy; });
}

Outcome runPolicy(const Arguments &arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    sync::ServerRepository repository((*store)->settings());
    const auto kept = repository.policy();
    if (!kept)
        return failed(kept.error());
    const auto policy = changed(arguments, *kept);
    if (!policy)
        return failed(policy.error());
    if (*policy == *kept)
        return describe(*kept);
    auto approval = approvalIfNamed(arguments, **store, record::Permission::SetPolicies);
    if (!approval)
        return failed(approval.error());
    if (const auto set = repository.setPolicy(*policy, std::move(*approval)); !set)
        return failed(set.error());
    return describe(*policy);
}

}  // namespace

Command syncPolicyCommand()
{
    return {QStringLiteral("sync policy"),
            QStringLiteral("say or change when and how much is sent"),
            QStringLiteral(
                "Without options it says what holds. For administrators; other rules in the place of some "
                "need a second\nperson. Records of urgent protection keep to the rate alone, unless told "
                "otherwise."),
            {},
            twoPeopleOptions({
                {hoursOption, QStringLiteral("local hours, as 08:00-12:30,22:00-02:00; all: at any time"),
                 QStringLiteral("HOURS")},
                {bytesOption, QStringLiteral("both ways; 0: no limit"), QStringLiteral("BYTES")},
                {rateOption, QStringLiteral("kilobits a second in the mean; 0: no limit"),
                 QStringLiteral("KBITS")},
                {meteredOption, QStringLiteral("spare or use links that are paid by use"),
                 QStringLiteral("WORD")},
                {urgentOption, QStringLiteral("any-time or as-others"), QStringLiteral("WORD")},
            }),
            runPolicy};
}

}  // namespace amparo::cli
