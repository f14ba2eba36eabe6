#pragma once

#include "sync/gateway/postgres.h"

#include <chrono>

namespace amparo::gateway {

/// Frames of which a part has arrived. Over a link that breaks every few minutes a frame comes in pieces, on
/// different days and perhaps to different gateways.
///
/// A post has at most mostUploads of them; a further one takes the place of the one that was touched longest
/// ago. Errors: those of Connection.
class UploadShelf {
public:
    static constexpr int mostUploads = 8;
    static constexpr std::chrono::hours keptFor = std::chrono::hours(7 * 24);

    UploadShelf(Connection &connection, QString postId)
        : m_connection(connection), m_postId(std::move(postId))
    {}

    /// How much of the frame is here; nullopt: nothing, or it is complete.
    [[nodiscard]] Result<std::optional<qint64>> received(const QByteArray &batchId) const;

    /// What became of a piece.
    struct Appended {
        bool isTaken = false;  ///< false: it does not begin where the frame ended, or the batch is complete
        qint64 received = 0;   ///< now

        bool operator==(const Appended &) const = default;
    };

    /// Puts a piece at the end of what is here. `beginning` is where it belongs in the frame. On the disk
    /// when this returns.
    [[nodiscard]] Result<Appended> append(const QByteArray &batchId, qint64 beginning,
                                          const QByteArray &piece) const;

    /// All that is here of the frame, in order.
    [[nodiscard]] Result<QByteArray> assembled(const QByteArray &batchId) const;

    [[nodiscard]] Result<> drop(const QByteArray &batchId) const;

    /// Forgets, of all posts, what was not touched for keptFor before `now`. How many there were.
    [[nodiscard]] static Result<int> sweep(Connection &connection, const QDateTime &now);

private:
    Connection &m_connection;
    QString m_postId;
};

}  // namespace amparo::gateway
