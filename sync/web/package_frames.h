#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QCache>
#include <QMutex>

#include <optional>

namespace amparo::web {

/// What headquarters has signed, as it goes out: packed once and kept for a while, so that whoever fetches it
/// in pieces gets pieces of the same. Names are the caller's. Thread: any.
class PackageFrames {
public:
    explicit PackageFrames(qsizetype mostBytes = 64 * 1024 * 1024) : m_frames(mostBytes) {}

    /// nullopt: it was not packed yet, or is no longer kept.
    std::optional<QByteArray> find(const QByteArray &name);

    /// Packed as exchange::packSigned() does. Errors: likewise.
    [[nodiscard]] Result<QByteArray> pack(const QByteArray &name, const QByteArray &signedBytes,
                                          const QByteArray &earlier = {});

private:
    QMutex m_mutex;
    QCache<QByteArray, QByteArray> m_frames;  // costs are bytes
};

}  // namespace amparo::web
