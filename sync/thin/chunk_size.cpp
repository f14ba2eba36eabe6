#include "sync/thin/chunk_size.h"

#include <algorithm>

namespace amparo::thin {

namespace {

constexpr qint64 aimInMilliseconds = 6000;

}  // namespace

void ChunkSize::noteTaken(qsizetype bytes, std::chrono::milliseconds time)
{
    const qint64 wanted = bytes * aimInMilliseconds / std::max<qint64>(1, time.count());
    // The last piece of a batch may be small, and its time all delay: it proves nothing but that the link is
    // slow.
    if (wanted > m_bytes && bytes < m_bytes / 2)
        return;
    m_bytes = std::clamp(std::clamp<qsizetype>(wanted, m_bytes / 2, m_bytes * 2), least, most);
}

void ChunkSize::noteBroken() { m_bytes = std::max(least, m_bytes / 2); }

}  // namespace amparo::thin
