#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace amparo::store {

class Database;

/// What the store remembers for itself under a name: nobody's policy, so nobody is asked and nothing is logged. For
/// the sources of this room; SettingRepository is the way for people. Errors: Database's. Thread: the store's.
class StationValues {
public:
    explicit StationValues(Database &database) : m_database(database) {}  // borrowed

    [[nodiscard]] Result<std::optional<QByteArray>> find(const QString &name) const;
    [[nodiscard]] Result<> set(const QString &name, const QByteArray &value);
    [[nodiscard]] Result<> remove(const QString &name);

private:
    Database &m_database;
};

}  // namespace amparo::store
