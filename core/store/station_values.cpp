#include "store/station_values.h"

#include "store/database.h"

namespace amparo::store {

Result<std::optional<QByteArray>> StationValues::find(const QString &name) const
{
    return m_database.first(
        "SELECT value FROM setting WHERE name = ?", [](const Row &row) { return row.get<QByteArray>(0); },
        name);
}

Result<> StationValues::set(const QString &name, const QByteArray &value)
{
    return m_database
        .run("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
             "excluded.value",
             name, value)
        .map([](qint64) {});
}

Result<> StationValues::remove(const QString &name)
{
    return m_database.run("DELETE FROM setting WHERE name = ?", name).map([](qint64) {});
}

}  // namespace amparo::store
