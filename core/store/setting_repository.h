#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace amparo::store {

class Database;

/// Named values that must not lie about in clear, a server's address and token above all. Errors: Database's.
/// Thread: the store's.
class SettingRepository {
public:
    explicit SettingRepository(Database &database);  // borrowed

    [[nodiscard]] Result<std::optional<QByteArray>> find(const QString &name) const;
    [[nodiscard]] Result<> set(const QString &name, const QByteArray &value);
    [[nodiscard]] Result<> remove(const QString &name);

private:
    Database &m_database;
};

}  // namespace amparo::store
