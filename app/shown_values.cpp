#include "app/shown_values.h"

#include "record/retention.h"
#include "store/backup_schedule.h"
#include "store/lock_time.h"
#include "sync/link_budget.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace amparo::app {

namespace {

QJsonObject objectOf(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

QString termsText(const record::RetentionRule &rule)
{
    return QStringLiteral("drafts %1 days, records %2 days")
        .arg(rule.draft.count())
        .arg(rule.acknowledged.count());
}

QString termsText(const record::RetentionPolicy &policy)
{
    QStringList parts{termsText(policy.standard)};
    for (auto form = policy.byForm.cbegin(); form != policy.byForm.cend(); ++form)
        parts.append(QStringLiteral("form %1: %2").arg(form.key(), termsText(form.value())));
    return parts.join(QStringLiteral("; "));
}

QString hoursText(const QList<sync::SyncPolicy::Hours> &hours)
{
    QStringList spans;
    for (const auto &[from, until] : hours)
        spans.append(QStringLiteral("%1-%2").arg(from.toString(QStringLiteral("HH:mm")),
                                                 until.toString(QStringLiteral("HH:mm"))));
    return spans.isEmpty() ? QStringLiteral("at any hour") : spans.join(QStringLiteral(" and "));
}

QString linkText(const sync::SyncPolicy &policy)
{
    const QStringList parts{
        hoursText(policy.hours),
        policy.bytesPerDay > 0 ? QStringLiteral("%1 bytes a day").arg(policy.bytesPerDay)
                               : QStringLiteral("any number of bytes"),
        policy.kilobitsPerSecond > 0 ? QStringLiteral("%1 kbit/s").arg(policy.kilobitsPerSecond)
                                     : QStringLiteral("at any rate"),
        policy.sparesMeteredLinks ? QStringLiteral("not over links paid by use")
                                  : QStringLiteral("over links paid by use as well"),
        policy.urgentAnyTime ? QStringLiteral("urgent records in spite of it")
                             : QStringLiteral("urgent records as the others"),
    };
    return parts.join(QStringLiteral(", "));
}

}  // namespace

Result<ShownValue> showLockTime(const KeptValue &kept)
{
    const int minutes = kept ? kept->toInt() : int(store::usualLockTime.count());
    if (minutes < store::shortestLockTime.count() || minutes > store::longestLockTime.count())
        return failure(ErrorCode::Corrupt, QStringLiteral("the lock time cannot be read"));
    return ShownValue{QString::number(minutes), minutes};
}

Result<ShownValue> showAllowed(const KeptValue &kept)
{
    const bool isAllowed = kept != QByteArray("none");
    return ShownValue{isAllowed ? QStringLiteral("true") : QStringLiteral("false"), isAllowed};
}

Result<ShownValue> showTerms(const KeptValue &kept)
{
    const auto policy = kept ? record::retentionPolicyFromBytes(*kept) : Result<record::RetentionPolicy>();
    return policy.map([](const record::RetentionPolicy &terms) {
        return ShownValue{termsText(terms), objectOf(record::toBytes(terms))};
    });
}

Result<ShownValue> showBackups(const KeptValue &kept)
{
    if (!kept)
        return ShownValue{QStringLiteral("none"), QJsonValue::Null};
    return store::backupScheduleFromBytes(*kept).map([](const store::BackupSchedule &schedule) {
        QJsonObject json = objectOf(store::toBytes(schedule));
        json.remove(QStringLiteral("folder"));
        return ShownValue{QStringLiteral("one every %1 h, %2 kept, for %3 days at most")
                              .arg(schedule.every.count())
                              .arg(schedule.keep)
                              .arg(schedule.keepFor.count()),
                          json};
    });
}

Result<ShownValue> showLink(const KeptValue &kept)
{
    const auto policy = kept ? sync::syncPolicyFromJson(*kept) : Result<sync::SyncPolicy>();
    return policy.map([](const sync::SyncPolicy &rules) {
        return ShownValue{linkText(rules), objectOf(sync::toJson(rules))};
    });
}

}  // namespace amparo::app
