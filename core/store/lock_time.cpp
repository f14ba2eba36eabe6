#include "store/lock_time.h"

#include "store/store.h"

#include <algorithm>
#include <utility>

namespace amparo::store {

namespace {

const QString lockTimeName = QStringLiteral("lock-time");
const QString pinName = QStringLiteral("pin");
const QByteArray pinRuledOut = QByteArrayLiteral("none");

}  // namespace

Result<std::chrono::minutes> lockTime(const SettingRepository &settings)
{
    return settings.find(lockTimeName).map([](const std::optional<QByteArray> &minutes) {
        const std::chrono::minutes set(minutes ? minutes->toInt() : 0);
        return set == std::clamp(set, shortestLockTime, longestLockTime) ? set : usualLockTime;
    });
}

Result<bool> isPinAllowed(const SettingRepository &settings)
{
    return settings.find(pinName).map(
        [](const std::optional<QByteArray> &rule) { return rule != pinRuledOut; });
}

Result<> Store::setPinAllowed(bool isAllowed, std::optional<Approval> approval)
{
    return m_settings.set(pinName, isAllowed ? QByteArrayLiteral("allowed") : pinRuledOut,
                          std::move(approval));
}

Result<> Store::setLockTime(std::chrono::minutes time, std::optional<Approval> approval)
{
    if (time != std::clamp(time, shortestLockTime, longestLockTime))
        return failure(ErrorCode::InvalidInput, QStringLiteral("the desktop locks after 1 to 15 minutes"));
    return m_settings.set(lockTimeName, QByteArray::number(qint64(time.count())), std::move(approval));
}

}  // namespace amparo::store
