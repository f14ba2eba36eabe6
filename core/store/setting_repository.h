#pragma once

#include "base/result.h"
#include "store/access.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace amparo::store {

class AuditLog;
class Database;

/// The policies of this post as named values, some of which must not lie about in clear, a server's address and
/// token above all.
///
/// Setting up a post is one administrator's work: where a name has no value yet, that is enough. Another value in
/// its place needs a second person, and each change is logged by its name. Errors: Database's; Denied: not for this
/// role, or nobody has approved. Thread: the store's.
class SettingRepository {
public:
    SettingRepository(Database &database, AuditLog &audit, const Access &access);  // all borrowed

    [[nodiscard]] Result<std::optional<QByteArray>> find(const QString &name) const;
    [[nodiscard]] Result<> set(const QString &name, const QByteArray &value,
                               std::optional<Approval> approval = std::nullopt);
    [[nodiscard]] Result<> remove(const QString &name, std::optional<Approval> approval = std::nullopt);

private:
    Result<> checkChange(const QString &name, const std::optional<QByteArray> &value,
                         const std::optional<Approval> &approval) const;

    Database &m_database;
    AuditLog &m_audit;
    const Access &m_access;
};

}  // namespace amparo::store
