#pragma once

#include "exchange/frame.h"
#include "sync/gateway/postgres.h"

#include <QCache>
#include <QMutex>

namespace amparo::gateway {

/// What the batches of posts are packed against: forms, and the records of batches that came before.
///
/// Keeps the latest in memory; all of it can be made again from the database, by any gateway. Thread: any;
/// the connection is the caller's. Errors, besides those named: those of Connection.
class DictionaryShelf {
public:
    static constexpr int mostFormsOfPost = 500;

    explicit DictionaryShelf(qsizetype mostBytes = 64 * 1024 * 1024) : m_cache(mostBytes) {}

    /// The dictionary that a frame of the post names. NotFound: the client has to do without.
    [[nodiscard]] Result<exchange::Dictionary> find(Connection &connection, const QString &postId,
                                                    const exchange::FrameHeader &header);

    /// The post's next batch will be packed against this one, and none any more against the one before, which
    /// `used` names: what is kept in memory is one a store, however many batches come.
    void remember(const QString &postId, const QByteArray &batchId, const QList<exchange::Item> &items,
                  const exchange::FrameHeader &used);

    /// Keeps a form; true: it is new. InvalidInput: `hash` is not its name. Conflict: the post has brought
    /// mostFormsOfPost already.
    [[nodiscard]] Result<bool> addForm(Connection &connection, const QString &postId, const QByteArray &hash,
                                       const QByteArray &xform);

private:
    Result<exchange::Dictionary> load(Connection &connection, const QString &postId,
                                      const exchange::FrameHeader &header) const;

    QMutex m_mutex;
    QCache<QByteArray, exchange::Dictionary> m_cache;  // by post, kind and id; costs are bytes
};

}  // namespace amparo::gateway
