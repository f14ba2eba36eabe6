#pragma once

#include "cli/amparoctl.h"
#include "crypto/secret.h"
#include "store/database.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace amparo::test {

/// The key file; the one before it has a longer name.
inline const QString keyName = QStringLiteral("keys.amparo");

/// A post's folder in an attacker's hands: made by the real programs in a morning's work, and closed.
///
/// The programs make one of each kind for a test program, and every SeizedPost is a copy. Its administrator
/// is "admin", its shift lead "lead", its auditor "eva"; three people were screened, two of the records have
/// reached the server and one waits.
class SeizedPost {
public:
    enum class Kind { Usual, Another };  ///< the other has people, keys and ids of its own
    explicit SeizedPost(Kind kind = Kind::Usual);

    QString store() const { return m_place.filePath(QStringLiteral("store")); }
    QString file(const QString &name) const { return store() + QLatin1Char('/') + name; }
    QString receipts() const { return m_receipts; }  ///< the submissions as the server has them
    QString place() const { return m_place.path(); }

    /// amparoctl at this post, as who has signed in with the passphrase of all.
    Run run(const char *officer, const char *command, const QStringList &further = {},
            const QByteArray &input = {}) const;
    /// The same with whatever is typed as a passphrase.
    Run runTyping(const QString &passphrase, const char *officer, const char *command) const;

    /// What an attacker sees who has bribed the shift lead and brings tools: the database under its own key.
    std::unique_ptr<store::Database> openWithKey() const;
    crypto::SecretBytes storeKey() const;

    /// Puts everything into the one database file, so that pages can be exchanged. The answer: its path.
    QString foldLog() const;

private:
    QTemporaryDir m_place;
    QString m_receipts;
};

/// What was typed at the usual post, and must be in no file that the programs leave.
const QStringList &typedSecrets();

/// A file that only its owner reads, for --passphrase-file and the like, outside of what is searched.
class SecretFile {
public:
    explicit SecretFile(const QByteArray &line);
    QString path() const { return m_folder.filePath(QStringLiteral("secret")); }

private:
    QTemporaryDir m_folder;
};

}  // namespace amparo::test
