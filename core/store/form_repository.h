#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "store/audit_log.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace amparo::store {

class Access;
class Database;

/// A form as it is kept: bytes as they came, whatever their format; core/form reads them.
struct StoredForm {
    QString formId;
    QString version;
    QByteArray definition;
    QMap<QString, QByteArray> media;  ///< by file name, risk model included

    bool operator==(const StoredForm &) const = default;
};

struct FormVersion {
    QString formId;
    QString version;
    QDateTime installedAt;  ///< UTC

    bool operator==(const FormVersion &) const = default;
};

/// The forms of this post. Every version stays, so that a draft goes on with the one it began with. Errors:
/// Database's. Thread: the store's.
class FormRepository {
public:
    FormRepository(Database &database, AuditLog &audit, const Access &access,
                   const Clock &clock);  // all borrowed

    /// Makes this version the form's current one, in one transaction. The same bytes again change nothing.
    /// Denied: not for this role. Conflict: other bytes under a version that is there already.
    [[nodiscard]] Result<> install(const StoredForm &form);

    /// Takes up what the server publishes, for whoever is signed in: administrators have said which server
    /// that is. Other files under a version that is there take the place of its own, as lists change more
    /// often than questions do. False: it was there already. Conflict: another definition under a version
    /// that is there.
    [[nodiscard]] Result<bool> receive(const StoredForm &form);

    /// The version installed last, for a new screening.
    [[nodiscard]] Result<std::optional<StoredForm>> current(const QString &formId) const;

    [[nodiscard]] Result<std::optional<StoredForm>> find(const QString &formId, const QString &version) const;

    /// The XForm document that batches of its records are packed against (exchange/dictionary.h), without its
    /// files; empty: there is no such version, or it came as a workbook.
    [[nodiscard]] Result<QByteArray> xform(const QString &formId, const QString &version) const;

    /// What keepCompiled() was given last for this version; nullopt: nothing yet.
    [[nodiscard]] Result<std::optional<QByteArray>> compiled(const QString &formId,
                                                             const QString &version) const;
    /// Keeps what the program made of an installed form beside it. A cache, and so no matter of the audit
    /// log.
    [[nodiscard]] Result<> keepCompiled(const QString &formId, const QString &version,
                                        const QByteArray &content);

    /// Every form in its current version, by form id.
    [[nodiscard]] Result<QList<FormVersion>> list() const;

private:
    Result<> insert(const StoredForm &form, AuditAction why);
    Result<> insertFiles(const StoredForm &form);
    Result<> replaceFiles(const StoredForm &form);
    Result<std::optional<StoredForm>> withMedia(Result<std::optional<StoredForm>> form) const;

    Database &m_database;
    AuditLog &m_audit;
    const Access &m_access;
    const Clock &m_clock;
};

}  // namespace amparo::store
