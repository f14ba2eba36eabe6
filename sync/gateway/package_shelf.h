#pragma once

#include "sync/gateway/postgres.h"
#include "sync/web/package_frames.h"

#include <QDateTime>

namespace amparo::gateway {

struct ShelvedPackage {
    QString channel;
    qint64 version = 0;
    qint64 bytes = 0;   ///< unpacked
    QDateTime addedAt;  ///< UTC
};

/// What headquarters has signed for its posts, for those that ask. The channel of a list of keys is "keys".
/// Who signed it is for posts to check: whoever has the gateway can hold something back, and put nothing in
/// force. Errors: those of Connection. Thread: any; the connection is the caller's.
class PackageShelf {
public:
    /// Keeps a package as package_files.h reads it. False: it is there. Errors: InvalidInput (no package),
    /// Conflict (other bytes under that number).
    [[nodiscard]] static Result<bool> add(Connection &connection, const QByteArray &signedBytes);

    /// All of them, by channel and number.
    [[nodiscard]] static Result<QList<ShelvedPackage>> list(Connection &connection);

    /// What a post needs that has `have` of a channel, packed against that where it is here as well: the
    /// latest package, or of the keys the next list, for each is signed with a key of the one before.
    /// nullopt: nothing newer. The same bytes each time, so that they can be fetched in pieces.
    [[nodiscard]] Result<std::optional<QByteArray>> next(Connection &connection, const QString &channel,
                                                         qint64 have);

private:
    web::PackageFrames m_frames;  // by channel and both numbers
};

}  // namespace amparo::gateway
