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

Result<std::optional<record::Officer>> OfficerRepository::findActive(OfficerId id) const
{
    return m_database.first(
        "SELECT id, login_name, display_name, role FROM officer WHERE id = ? AND removed_at IS NULL",
        readOfficer, id);
}

Result<> OfficerRepository::insert(const record::Officer &officer, const crypto::SecretBytes &ownKey,
                                   const QDateTime &at)
{
    return m_database
        .run("INSERT INTO officer (id, login_name, display_name, role, added_at) VALUES (?, ?, ?, ?, ?)",
             officer.id, officer.loginName, officer.displayName, record::roleName(officer.role), at)
        .and_then([&](qint64) { return giveOwnKey(officer.id, ownKey); });
}

Result<> OfficerRepository::giveOwnKey(OfficerId id, const crypto::SecretBytes &ownKey)
{
    return m_database.run("INSERT INTO officer_key (officer, key) VALUES (?, ?)", id, ownKey).map([](qint64) {
    });
}

Result<> OfficerRepository::remove(OfficerId id, const QDateTime &at)
{
    return m_database.run("UPDATE officer SET removed_at = ? WHERE id = ? AND removed_at IS NULL", at, id)
        .and_then([&](qint64 changed) -> Result<qint64> {
            if (changed == 0)
                return failure(ErrorCode::NotFound, QStringLiteral("no such officer at this post"));
            return m_database.run("DELETE FROM officer_key WHERE officer = ?", id);
        })
        .map([](qint64) {});
}

Result<> OfficerRepository::setRole(OfficerId id, record::Role role)
{
    return m_database
        .run("UPDATE officer SET role = ? WHERE id = ? AND removed_at IS NULL", record::roleName(role), id)
        .and_then([](qint64 changed) -> Result<> {
            if (changed == 0)
                return failure(ErrorCode::NotFound, QStringLiteral("no such officer at this post"));
            return {};
        });
}

Result<crypto::SecretBytes> OfficerRepository::ownKey(OfficerId id) const
{
    auto key = m_database.first(
        "SELECT key FROM officer_key WHERE officer = ?",
        [](const Row &row) { return row.get<crypto::SecretBytes>(0); }, id);
    if (!key)
        return tl::make_unexpected(key.error());
    if (!key->has_value())
        return failure(ErrorCode::NotFound, QStringLiteral("no such officer at this post"));
    return std::move(**key);
}

}  // namespace amparo::store
