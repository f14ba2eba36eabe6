#pragma once

#include <QtGlobal>

#include <chrono>

namespace amparo::thin {

/// How much goes into one request: as much as the link took in some four to eight seconds of late. Less pays
/// for headers and delay too often, more loses too much where the link breaks. Thread: one.
class ChunkSize {
public:
    static constexpr qsizetype least = 2 * 1024;
    static constexpr qsizetype most = 1024 * 1024;
    static constexpr qsizetype first = 16 * 1024;

    qsizetype bytes() const { return qMin(m_bytes, m_limit); }

    /// The server takes no more than that at once.
    void limitTo(qsizetype bytes) { m_limit = qMax<qsizetype>(1, bytes); }

    /// A request with so many bytes was answered after `time`.
    void noteTaken(qsizetype bytes, std::chrono::milliseconds time);

    /// The link broke under a request.
    void noteBroken();

private:
    qsizetype m_bytes = first;
    qsizetype m_limit = most;
};

}  // namespace amparo::thin
