#include "store/setting_repository.h"

#include "store/access.h"
#include "store/audit_log.h"
#include "store/database.h"
#include "store/station_values.h"

namespace amparo::store {

SettingRepository::SettingRepository(Database &database, AuditLog &audit, const Access &access)
    : m_database(database), m_audit(audit), m_access(access)
{}

Result<std::optional<QByteArray>> SettingRepository::find(const QString &name) const
{
    if (const auto managed = m_managed.constFind(name); managed != m_managed.cend())
        return *managed;
    return StationValues(m_database).find(name);
}

Result<> SettingRepository::checkChange(const QString &name, const std::optional<QByteArray> &value,
                                        const std::optional<Approval> &approval) const
{
    if (const auto allowed = m_access.check(record::Permission::SetPolicies); !allowed)
        return allowed;
    if (isManaged(name))
        return failure(ErrorCode::Denied, QStringLiteral("this policy is managed, and not changed here"));
    if (approval)
        return approval->check(record::Permission::SetPolicies);
    return find(name).and_then([&](const std::optional<QByteArray> &kept) -> Result<> {
        if (kept && kept != value)
            return failure(ErrorCode::Denied, QStringLiteral("another policy needs a second person"));
        return {};
    });
}

Result<> SettingRepository::set(const QString &name, const QByteArray &value,
                                std::optional<Approval> approval)
{
    return inTransaction(m_database, [&] {
        return checkChange(name, value, approval)
            .and_then([&] { return StationValues(m_database).set(name, value); })
            .and_then([&] { return m_audit.append(AuditAction::PolicySet, QString(), name); });
    });
}

Result<> SettingRepository::remove(const QString &name, std::optional<Approval> approval)
{
    return inTransaction(m_database, [&] {
        return checkChange(name, std::nullopt, approval)
            .and_then([&] { return StationValues(m_database).remove(name); })
            .and_then([&] {
                return m_audit.append(AuditAction::PolicySet, QString(), name + QStringLiteral("=none"));
            });
    });
}

}  // namespace amparo::store
