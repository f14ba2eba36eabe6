#include "sync/gateway/upload_shelf.h"

namespace amparo::gateway {

namespace {

const Statement selectReceived{
    "select_received", "SELECT received FROM upload WHERE post_id = $1::text AND batch_id = $2::bytea"};
// A broken connection may be noticed only after the client has sent everything over another.
const Statement openUpload{
    "open_upload",
    "INSERT INTO upload (post_id, batch_id, received, touched_at) "
    "SELECT $1::text, $2::bytea, 0, now() WHERE NOT EXISTS "
    "(SELECT FROM batch WHERE post_id = $1::text AND batch_id = $2::bytea) ON CONFLICT DO NOTHING"};
const Statement lockUpload{"lock_upload", "SELECT received FROM upload WHERE post_id = $1::text "
                                          "AND batch_id = $2::bytea FOR UPDATE"};
const Statement addPiece{"add_piece", "INSERT INTO upload_piece (post_id, batch_id, beginning, content) "
                                      "VALUES ($1::text, $2::bytea, $3::bigint, $4::bytea)"};
const Statement growUpload{"grow_upload", "UPDATE upload SET received = $3::bigint, touched_at = now() "
                                          "WHERE post_id = $1::text AND batch_id = $2::bytea"};
const Statement makeRoom{"make_room",
                         "DELETE FROM upload WHERE post_id = $1::text AND batch_id IN "
                         "(SELECT batch_id FROM upload WHERE post_id = $1::text "
                         "AND batch_id <> $2::bytea ORDER BY touched_at DESC OFFSET $3::bigint)"};
const Statement selectPieces{"select_pieces", "SELECT content FROM upload_piece WHERE post_id = $1::text "
                                              "AND batch_id = $2::bytea ORDER BY beginning"};
const Statement dropUpload{"drop_upload",
                           "DELETE FROM upload WHERE post_id = $1::text AND batch_id = $2::bytea"};
const Statement sweepUploads{"sweep_uploads",
                             "DELETE FROM upload WHERE touched_at < $1::timestamptz RETURNING batch_id"};

}  // namespace

Result<std::optional<qint64>> UploadShelf::received(const QByteArray &batchId) const
{
    return m_connection.run(selectReceived, {text(m_postId), bytea(batchId)})
        .map([](const Rows &rows) -> std::optional<qint64> {
            return rows.count() == 0 ? std::nullopt : std::optional(rows.number(0, 0));
        });
}

Result<UploadShelf::Appended> UploadShelf::append(const QByteArray &batchId, qint64 beginning,
                                                  const QByteArray &piece) const
{
    const QList<Parameter> key{text(m_postId), bytea(batchId)};
    return retried(m_connection, [&]() -> Result<Appended> {
        const auto found = m_connection.runAll({{beginTransaction}, {openUpload, key}, {lockUpload, key}});
        if (!found)
            return tl::make_unexpected(found.error());
        const bool isThere = found->last().count() == 1;
        const qint64 received = isThere ? found->last().number(0, 0) : 0;
        if (!isThere || received != beginning) {
            m_connection.rollBack();
            return Appended{false, received};
        }
        const qint64 grown = received + piece.size();
        QList<Step> steps;
        if (!piece.isEmpty())
            steps.append({addPiece, key + QList<Parameter>{bigint(beginning), bytea(piece)}});
        return m_connection
            .runAll(steps + QList<Step>{{growUpload, key + QList<Parameter>{bigint(grown)}},
                                        {makeRoom, key + QList<Parameter>{bigint(mostUploads - 1)}},
                                        {commitTransaction}})
            .map([&](const QList<Rows> &) {
                return Appended{true, grown};
            });
    });
}

Result<QByteArray> UploadShelf::assembled(const QByteArray &batchId) const
{
    return m_connection.run(selectPieces, {text(m_postId), bytea(batchId)}).map([](const Rows &rows) {
        QByteArray frame;
        for (int row = 0; row < rows.count(); ++row)
            frame += rows.bytes(row, 0);
        return frame;
    });
}

Result<> UploadShelf::drop(const QByteArray &batchId) const
{
    return m_connection.run(dropUpload, {text(m_postId), bytea(batchId)}).map([](const Rows &) {});
}

Result<int> UploadShelf::sweep(Connection &connection, const QDateTime &now)
{
    const QDateTime limit = now.addSecs(-std::chrono::seconds(keptFor).count());
    return connection.run(sweepUploads, {timestamp(limit)}).map([](const Rows &rows) {
        return rows.count();
    });
}

}  // namespace amparo::gateway
