#include "store/form_repository.h"

#include "store/access.h"
#include "store/audit_log.h"
#include "store/database.h"

#include <utility>

namespace amparo::store {

namespace {

StoredForm readForm(const Row &row)
{
    return {row.get<QString>(0), row.get<QString>(1), row.get<QByteArray>(2), {}};
}

}  // namespace

FormRepository::FormRepository(Database &database, AuditLog &audit, const Access &access, const Clock &clock)
    : m_database(database), m_audit(audit), m_access(access), m_clock(clock)
{}

Result<> FormRepository::install(const StoredForm &form)
{
    if (const auto allowed = m_access.check(record::Permission::InstallForms); !allowed)
        return allowed;
    if (form.formId.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("the form has no id"));
    const auto installed = find(form.formId, form.version);
    if (!installed)
        return tl::make_unexpected(installed.error());
    if (*installed == form)
        return {};
    if (installed->has_value())
        return failure(ErrorCode::Conflict,
                       QStringLiteral("version %1 of form %2 is installed with other content")
                           .arg(form.version, form.formId));
    return inTransaction(m_database, [&] { return insert(form, AuditAction::FormInstalled); });
}

Result<bool> FormRepository::receive(const StoredForm &form)
{
    if (form.formId.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("the form has no id"));
    const auto installed = find(form.formId, form.version);
    if (!installed)
        return tl::make_unexpected(installed.error());
    if (*installed == form)
        return false;
    if (installed->has_value() && (*installed)->definition != form.definition)
        return failure(ErrorCode::Conflict,
                       QStringLiteral("the server has changed version %1 of form %2 without a new version")
                           .arg(form.version, form.formId));
    return inTransaction(m_database,
                         [&] {
                             return installed->has_value() ? replaceFiles(form)
                                                           : insert(form, AuditAction::FormReceived);
                         })
        .map([] { return true; });
}

Result<> FormRepository::insert(const StoredForm &form, AuditAction why)
{
    return m_database
        .run("INSERT INTO form (form_id, version, installed, installed_at, definition)"
             " VALUES (?, ?, (SELECT coalesce(max(installed), 0) + 1 FROM form), ?, ?)",
             form.formId, form.version, m_clock.utcNow(), form.definition)
        .and_then([&](qint64) { return insertFiles(form); })
        .and_then([&] { return m_audit.append(why, form.formId, form.version); });
}

Result<> FormRepository::insertFiles(const StoredForm &form)
{
    for (auto file = form.media.cbegin(); file != form.media.cend(); ++file) {
        const auto added =
            m_database.run("INSERT INTO form_media (form_id, version, name, content) VALUES (?, ?, ?, ?)",
                           form.formId, form.version, file.key(), file.value());
        if (!added)
            return tl::make_unexpected(added.error());
    }
    return {};
}

/// What was compiled of the form holds its lists, so it goes as well.
Result<> FormRepository::replaceFiles(const StoredForm &form)
{
    return m_database
        .run("DELETE FROM form_media WHERE form_id = ? AND version = ?", form.formId, form.version)
        .and_then([&](qint64) {
            return m_database.run("DELETE FROM compiled_form WHERE form_id = ? AND version = ?", form.formId,
                                  form.version);
        })
        .and_then([&](qint64) { return insertFiles(form); })
        .and_then([&] { return m_audit.append(AuditAction::FormFilesReceived, form.formId, form.version); });
}

Result<std::optional<StoredForm>> FormRepository::current(const QString &formId) const
{
    return withMedia(m_database.first("SELECT form_id, version, definition FROM form WHERE form_id = ?"
                                      " ORDER BY installed DESC LIMIT 1",
                                      readForm, formId));
}

Result<std::optional<StoredForm>> FormRepository::find(const QString &formId, const QString &version) const
{
    return withMedia(
        m_database.first("SELECT form_id, version, definition FROM form WHERE form_id = ? AND version = ?",
                         readForm, formId, version));
}

Result<QByteArray> FormRepository::xform(const QString &formId, const QString &version) const
{
    return m_database
        .first(
            "SELECT definition FROM form WHERE form_id = ? AND version = ?",
            [](const Row &row) { return row.get<QByteArray>(0); }, formId, version)
        .map([](const std::optional<QByteArray> &definition) {
            return definition && definition->startsWith('<') ? *definition : QByteArray();
        });
}

Result<std::optional<StoredForm>> FormRepository::withMedia(Result<std::optional<StoredForm>> form) const
{
    if (!form || !form->has_value())
        return form;
    StoredForm &found = **form;
    const auto files = m_database.all(
        "SELECT name, content FROM form_media WHERE form_id = ? AND version = ?",
        [](const Row &row) { return std::pair(row.get<QString>(0), row.get<QByteArray>(1)); }, found.formId,
        found.version);
    if (!files)
        return tl::make_unexpected(files.error());
    for (const auto &[name, content] : *files)
        found.media.insert(name, content);
    return form;
}

Result<std::optional<QByteArray>> FormRepository::compiled(const QString &formId,
                                                           const QString &version) const
{
    return m_database.first(
        "SELECT content FROM compiled_form WHERE form_id = ? AND version = ?",
        [](const Row &row) { return row.get<QByteArray>(0); }, formId, version);
}

Result<> FormRepository::keepCompiled(const QString &formId, const QString &version,
                                      const QByteArray &content)
{
    return m_database
        .run("INSERT OR REPLACE INTO compiled_form (form_id, version, content) VALUES (?, ?, ?)", formId,
             version, content)
        .map([](qint64) {});
}

Result<QList<FormVersion>> FormRepository::list() const
{
    // SQLite takes the other columns from the row with the maximum.
    return m_database.all(
        "SELECT form_id, version, installed_at, max(installed) FROM form GROUP BY form_id ORDER BY form_id",
        [](const Row &row) {
            return FormVersion{row.get<QString>(0), row.get<QString>(1), row.get<QDateTime>(2)};
        });
}

}  // namespace amparo::store
