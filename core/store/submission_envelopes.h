#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace amparo::store {

class Database;
struct Outgoing;

/// Encrypts what goes out with forms that ask for it (record/encrypted_submission.h). A record gets its key
/// when it first goes out and keeps it, so that each attempt brings the same bytes. For the sources of this
/// room. Thread: the store's.
class SubmissionEnvelopes {
public:
    explicit SubmissionEnvelopes(Database &database) : m_database(database) {}  // borrowed

    /// Puts manifest and encrypted files in the place of what is in clear. Part of a transaction. Errors:
    /// Database's; InvalidInput: the form's key is none, so that the record must not go out.
    [[nodiscard]] Result<> enclose(qint64 sequence, Outgoing &outgoing);

private:
    Result<QString> publicKeyOf(const QString &formId, const QString &version);

    Database &m_database;
    QHash<QString, QString> m_publicKeys;  // by form and version; a version does not change
};

}  // namespace amparo::store
