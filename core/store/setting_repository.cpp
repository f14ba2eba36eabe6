#include "store/setting_repository.h"

#include "store/database.h"

namespace amparo::store {

SettingRepository::SettingRepository(Database &database) : m_database(database) {}

Result<std::optional<QByteArray>> SettingRepository::find(const QString &name) const
{
    return m_database.first(
        "SELECT value FROM setting WHERE name = ?", [](const Row &row) { return row.get<QByteArray>(0); },
        name);
}

Result<> SettingRepository::set(const QString &name, const QByteArray &value)
{
    return m_database
        .run("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
             "excluded.value",
             name, value)
        .map([](qint64) {});
}

Result<> SettingRepository::remove(const QString &name)
{
    return m_database.run("DELETE FROM setting WHERE name = ?", name).map([](qint64) {});
}

}  // namespace amparo::store
