#pragma once

#include "sync/gateway/postgres.h"

namespace amparo::gateway {

/// Who stands behind a token.
struct PostAccess {
    QString postId;
    bool isOpen = false;

    bool operator==(const PostAccess &) const = default;
};

/// A post as the administrator sees it.
struct PostEntry {
    QString postId;
    bool isOpen = false;
    bool hasSigningKey = false;
    qint64 records = 0;
    QDateTime lastBatch;  ///< invalid: none yet

    bool operator==(const PostEntry &) const = default;
};

/// The posts that may deliver, and how they prove who they are. Of tokens only the hash is kept.
///
/// Errors, besides those named: those of Connection.
class PostRegistry {
public:
    explicit PostRegistry(Connection &connection) : m_connection(connection) {}  ///< borrowed

    /// Nobody has this token: nullopt.
    [[nodiscard]] Result<std::optional<PostAccess>> find(const QByteArray &token) const;

    /// The new post's token, to be told once. `postId` has 1 to 64 letters, digits, '-', '_' or '.', of
    /// ASCII. InvalidInput: it does not. Conflict: there is such a post.
    [[nodiscard]] Result<QByteArray> add(const QString &postId);

    /// A new token for a post, closed or not; the old one counts no more. NotFound: no such post.
    [[nodiscard]] Result<QByteArray> renewToken(const QString &postId);

    /// Its requests are refused from now on, until it is opened. NotFound: no such post.
    [[nodiscard]] Result<> setOpen(const QString &postId, bool isOpen);

    /// The post's Ed25519 key; empty: it has not said one.
    [[nodiscard]] Result<QByteArray> signingKey(const QString &postId) const;

    /// The post that has registered this key; nullopt: none has, or more than one, so that nobody can tell
    /// whose it is.
    [[nodiscard]] Result<std::optional<PostAccess>> findByKey(const QByteArray &signingKey) const;

    /// Registers a key that headquarters was told, for a post that has no link to say it itself. Denied:
    /// another is registered. NotFound: no such post.
    [[nodiscard]] Result<> setKey(const QString &postId, const QByteArray &signingKey);

    /// Takes the post's key at first; afterwards nothing but the same. Denied: another is registered.
    [[nodiscard]] Result<> registerKey(const QString &postId, const QByteArray &signingKey);

    /// The next key that the post says counts. NotFound: no such post.
    [[nodiscard]] Result<> resetKey(const QString &postId);

    [[nodiscard]] Result<QList<PostEntry>> list() const;

private:
    Connection &m_connection;
};

}  // namespace amparo::gateway
