#include "sync/link_budget.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

namespace amparo::sync {

namespace {

constexpr QLatin1StringView hoursKey("hours");
constexpr QLatin1StringView bytesPerDayKey("bytesPerDay");
constexpr QLatin1StringView rateKey("kilobitsPerSecond");
constexpr QLatin1StringView meteredKey("sparesMeteredLinks");
constexpr QLatin1StringView urgentKey("urgentAnyTime");
const QString timeFormat = QStringLiteral("HH:mm");

bool holds(const SyncPolicy::Hours &hours, QTime time)
{
    if (hours.from < hours.until)
        return hours.from <= time && time < hours.until;
    return hours.from <= time || time < hours.until;
}

}  // namespace

QByteArray toJson(const SyncPolicy &policy)
{
    QJsonArray hours;
    for (const auto &[from, until] : policy.hours)
        hours.append(QJsonArray{from.toString(timeFormat), until.toString(timeFormat)});
    return QJsonDocument(QJsonObject{{hoursKey, hours},
                                     {bytesPerDayKey, policy.bytesPerDay},
                                     {rateKey, policy.kilobitsPerSecond},
                                     {meteredKey, policy.sparesMeteredLinks},
                                     {urgentKey, policy.urgentAnyTime}})
        .toJson(QJsonDocument::Compact);
}

Result<SyncPolicy> syncPolicyFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    SyncPolicy policy;
    for (const QJsonValue &hours : object[hoursKey].toArray()) {
        policy.hours.append({QTime::fromString(hours[0].toString(), timeFormat),
                             QTime::fromString(hours[1].toString(), timeFormat)});
    }
    policy.bytesPerDay = object[bytesPerDayKey].toInteger(-1);
    policy.kilobitsPerSecond = object[rateKey].toInt(-1);
    policy.sparesMeteredLinks = object[meteredKey].toBool(true);
    policy.urgentAnyTime = object[urgentKey].toBool(true);
    if (!check(policy))
        return failure(ErrorCode::Corrupt, QStringLiteral("the rules for the link are malformed"));
    return policy;
}

Result<> check(const SyncPolicy &policy)
{
    const bool areHours =
        std::all_of(policy.hours.begin(), policy.hours.end(), [](const SyncPolicy::Hours &hours) {
            return hours.from.isValid() && hours.until.isValid() && hours.from != hours.until;
        });
    if (!areHours)
        return failure(ErrorCode::InvalidInput, QStringLiteral("hours are written as 08:00-12:30"));
    if (policy.bytesPerDay < 0 || policy.kilobitsPerSecond < 0)
        return failure(ErrorCode::InvalidInput, QStringLiteral("a limit is negative"));
    return {};
}

QString holdName(Hold hold)
{
    switch (hold) {
    case Hold::Hours:
        return QStringLiteral("hours");
    case Hold::DailyBudget:
        return QStringLiteral("daily-budget");
    case Hold::MeteredLink:
        return QStringLiteral("metered-link");
    }
    Q_UNREACHABLE();
}

void LinkBudget::restore(QDate day, qint64 bytes)
{
    m_bytes = day == m_day ? m_bytes + bytes : bytes;
    m_day = day;
}

void LinkBudget::note(qint64 sent, qint64 received, const QDateTime &local,
                      std::chrono::milliseconds monotonic)
{
    m_bytes = bytesOn(local.date()) + sent + received;
    m_day = local.date();
    // Kilobits a second are bits a millisecond.
    if (m_policy.kilobitsPerSecond > 0)
        m_notBefore = std::max(m_notBefore, monotonic) +
                      std::chrono::milliseconds(sent * 8 / m_policy.kilobitsPerSecond);
}

Allowance LinkBudget::allowance(const QDateTime &local) const
{
    const auto held = [&](Hold hold, std::optional<QDateTime> until) {
        return Allowance{hold, m_policy.urgentAnyTime, std::move(until)};
    };
    if (m_policy.bytesPerDay > 0 && bytesOn(local.date()) >= m_policy.bytesPerDay)
        return held(Hold::DailyBudget, local.date().addDays(1).startOfDay(local.timeZone()));
    if (const auto opens = opensAt(local))
        return held(Hold::Hours, opens);
    if (m_isMetered && m_policy.sparesMeteredLinks)
        return held(Hold::MeteredLink, std::nullopt);
    return {};
}

/// nullopt: it is open.
std::optional<QDateTime> LinkBudget::opensAt(const QDateTime &local) const
{
    std::optional<QDateTime> opens;
    for (const SyncPolicy::Hours &hours : m_policy.hours) {
        if (holds(hours, local.time()))
            return std::nullopt;
        QDateTime from = local;
        from.setTime(hours.from);
        if (from <= local)
            from = from.addDays(1);
        opens = std::min(opens.value_or(from), from);
    }
    return opens;
}

}  // namespace amparo::sync
