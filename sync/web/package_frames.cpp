#include "sync/web/package_frames.h"

#include "exchange/package.h"

namespace amparo::web {

std::optional<QByteArray> PackageFrames::find(const QByteArray &name)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray *frame = m_frames.object(name);
    return frame ? std::optional(*frame) : std::nullopt;
}

Result<QByteArray> PackageFrames::pack(const QByteArray &name, const QByteArray &signedBytes,
                                       const QByteArray &earlier)
{
    return exchange::packSigned(signedBytes, earlier).map([&](const QByteArray &frame) {
        const QMutexLocker lock(&m_mutex);
        m_frames.insert(name, new QByteArray(frame), frame.size());
        return frame;
    });
}

}  // namespace amparo::web
