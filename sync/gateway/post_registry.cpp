#include "sync/gateway/post_registry.h"

#include "crypto/digest.h"
#include "crypto/random.h"

#include <QRegularExpression>

namespace amparo::gateway {

namespace {

constexpr qsizetype tokenBytes = 32;

const Statement findToken{"find_token", "SELECT post.post_id, is_open "
                                        "FROM token JOIN post USING (post_id) WHERE token_hash = $1::bytea"};
const Statement addPost{"add_post",
                        "WITH added AS (INSERT INTO post (post_id) VALUES ($1::text) "
                        "ON CONFLICT DO NOTHING RETURNING post_id) "
                        "INSERT INTO token (token_hash, post_id) SELECT $2::bytea, post_id FROM added "
                        "RETURNING post_id"};
const Statement replaceToken{"replace_token",
                             "WITH known AS (SELECT post_id FROM post WHERE post_id = $1::text FOR UPDATE), "
                             "gone AS (DELETE FROM token WHERE post_id = $1::text) "
                             "INSERT INTO token (token_hash, post_id) SELECT $2::bytea, post_id FROM known "
                             "RETURNING post_id"};
const Statement openPost{"open_post",
                         "UPDATE post SET is_open = $2::boolean WHERE post_id = $1::text RETURNING post_id"};
const Statement selectKey{"select_key",
                          "SELECT coalesce(signing_key, '') FROM post WHERE post_id = $1::text"};
const Statement selectByKey{"select_by_key",
                            "SELECT post_id, is_open FROM post WHERE signing_key = $1::bytea LIMIT 2"};
const Statement selectPost{"select_post", "SELECT post_id FROM post WHERE post_id = $1::text"};
const Statement giveKey{"give_key", "UPDATE post SET signing_key = $2::bytea WHERE post_id = $1::text "
                                    "AND (signing_key IS NULL OR signing_key = $2::bytea) RETURNING post_id"};
const Statement dropKey{"drop_key",
                        "UPDATE post SET signing_key = NULL WHERE post_id = $1::text RETURNING post_id"};
const Statement listPosts{
    "list_posts", "SELECT post.post_id, is_open, signing_key IS NOT NULL, "
                  "(SELECT count(*) FROM record_identity identity WHERE identity.post_id = post.post_id), "
                  "(SELECT max(received_at) FROM batch WHERE batch.post_id = post.post_id) "
                  "FROM post ORDER BY post_id"};

QByteArray newToken()
{
    return crypto::randomBytes(tokenBytes)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Error noSuchPost() { return {ErrorCode::NotFound, QStringLiteral("there is no such post")}; }

/// A statement that returns what it changed has found its post, or there is none.
Result<> whetherFound(const Rows &rows)
{
    return rows.count() == 0 ? tl::make_unexpected(noSuchPost()) : Result<>();
}

}  // namespace

Result<std::optional<PostAccess>> PostRegistry::find(const QByteArray &token) const
{
    return m_connection.run(findToken, {bytea(crypto::digest(token))})
        .map([](const Rows &rows) -> std::optional<PostAccess> {
            if (rows.count() == 0)
                return std::nullopt;
            return PostAccess{rows.text(0, 0), rows.flag(0, 1)};
        });
}

Result<QByteArray> PostRegistry::add(const QString &postId)
{
    static const QRegularExpression sound(QStringLiteral("\\A[A-Za-z0-9._-]{1,64}\\z"));
    if (!sound.match(postId).hasMatch())
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("a post's id has 1 to 64 letters, digits, '-', '_' or '.'"));
    const QByteArray token = newToken();
    return m_connection.run(addPost, {text(postId), bytea(crypto::digest(token))})
        .and_then([&](const Rows &rows) -> Result<QByteArray> {
            if (rows.count() == 0)
                return failure(ErrorCode::Conflict, QStringLiteral("there is such a post already"));
            return token;
        });
}

Result<QByteArray> PostRegistry::renewToken(const QString &postId)
{
    const QByteArray token = newToken();
    return m_connection.run(replaceToken, {text(postId), bytea(crypto::digest(token))})
        .and_then([&](const Rows &rows) -> Result<QByteArray> {
            if (rows.count() == 0)
                return tl::make_unexpected(noSuchPost());
            return token;
        });
}

Result<> PostRegistry::setOpen(const QString &postId, bool isOpen)
{
    return m_connection.run(openPost, {text(postId), boolean(isOpen)}).and_then(whetherFound);
}

Result<QByteArray> PostRegistry::signingKey(const QString &postId) const
{
    return m_connection.run(selectKey, {text(postId)}).map([](const Rows &rows) {
        return rows.count() == 0 ? QByteArray() : rows.bytes(0, 0);
    });
}

Result<std::optional<PostAccess>> PostRegistry::findByKey(const QByteArray &signingKey) const
{
    return m_connection.run(selectByKey, {bytea(signingKey)})
        .map([](const Rows &rows) -> std::optional<PostAccess> {
            if (rows.count() != 1)
                return std::nullopt;
            return PostAccess{rows.text(0, 0), rows.flag(0, 1)};
        });
}

Result<> PostRegistry::setKey(const QString &postId, const QByteArray &signingKey)
{
    return m_connection.run(selectPost, {text(postId)}).and_then(whetherFound).and_then([&] {
        return registerKey(postId, signingKey);
    });
}

Result<> PostRegistry::registerKey(const QString &postId, const QByteArray &signingKey)
{
    return m_connection.run(giveKey, {text(postId), bytea(signingKey)})
        .and_then([](const Rows &rows) -> Result<> {
            if (rows.count() == 0)
                return failure(ErrorCode::Denied, QStringLiteral("the post has another signing key"));
            return {};
        });
}

Result<> PostRegistry::resetKey(const QString &postId)
{
    return m_connection.run(dropKey, {text(postId)}).and_then(whetherFound);
}

Result<QList<PostEntry>> PostRegistry::list() const
{
    return m_connection.run(listPosts).map([](const Rows &rows) {
        QList<PostEntry> posts;
        for (int row = 0; row < rows.count(); ++row)
            posts.append({rows.text(row, 0), rows.flag(row, 1), rows.flag(row, 2), rows.number(row, 3),
                          rows.isNull(row, 4) ? QDateTime() : rows.time(row, 4)});
        return posts;
    });
}

}  // namespace amparo::gateway
