#include "store/officer_repository.h"

#include "store/database.h"

namespace amparo::store {

namespace {

record::Officer readOfficer(const Row &row)
{
    const auto role = record::roleFromName(row.get<QString>(3));
    if (!role)
        row.markMalformed();
    return {row.get<OfficerId>(0), row.get<QString>(1), row.get<QString>(2),
            role.value_or(record::Role::Officer)};
}

}  // namespace

OfficerRepository::OfficerRepository(Database &database) : m_database(database) {}

Result<QList<record::Officer>> OfficerRepository::list() const
{
    return m_database.all("SELECT id, login_name, display_name, role FROM officer WHERE removed_at IS NULL"
                          " ORDER BY display_name, login_name",
                          readOfficer);
}

Result<std::optional<record::Officer>> OfficerRepository::find(OfficerId id) const
{
    return m_database.first("SELECT id, login_name, display_name, role FROM officer WHERE id = ?",
                            readOfficer, id);
}

Result<> OfficerRepository::insert(const record::Officer &officer, const QDateTime &at)
{
    return m_database
        .run("INSERT INTO officer (id, login_name, display_name, role, added_at) VALUES (?, ?, ?, ?, ?)",
             officer.id, officer.loginName, officer.displayName, record::roleName(officer.role), at)
        .map([](qint64) {});
}

}  // namespace amparo::store
