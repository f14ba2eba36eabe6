#pragma once

#include "base/result.h"
#include "store/access.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace amparo::store {

class AuditLog;
class Database;

/// The policies of this post as named values, some of which must not lie about in clear, a server's address
/// and token above all.
///
/// Setting up a post is one administrator's work: where a name has no value yet, that is enough. Another
/// value in its place needs a second person, and each change is logged by its name.
///
/// What headquarters or the station's IT manages stands over what the post has set: it is what counts, and
/// nobody here changes it. Errors: Database's; Denied: not for this role, nobody has approved, or it is
/// managed. Thread: the store's.
class SettingRepository {
public:
    SettingRepository(Database &database, AuditLog &audit, const Access &access);  // all borrowed

    /// The managed value, else the post's own.
    [[nodiscard]] Result<std::optional<QByteArray>> find(const QString &name) const;
    [[nodiscard]] Result<> set(const QString &name, const QByteArray &value,
                               std::optional<Approval> approval = std::nullopt);
    [[nodiscard]] Result<> remove(const QString &name, std::optional<Approval> approval = std::nullopt);

    /// These values, by their names, count from now on, for as long as the store is open.
    void manage(const QMap<QString, QByteArray> &values) { m_managed = values; }
    bool isManaged(const QString &name) const { return m_managed.contains(name); }

private:
    Result<> checkChange(const QString &name, const std::optional<QByteArray> &value,
                         const std::optional<Approval> &approval) const;

    Database &m_database;
    AuditLog &m_audit;
    const Access &m_access;
    QMap<QString, QByteArray> m_managed;
};

}  // namespace amparo::store
