#include "exchange/merkle.h"

#include "crypto/digest.h"

namespace amparo::exchange {

namespace {

QByteArray nodeHash(QByteArrayView left, QByteArrayView right)
{
    crypto::Digest digest;
    digest.add(QByteArrayView("\x01", 1));
    digest.add(left);
    digest.add(right);
    return digest.result();
}

}  // namespace

QByteArray leafHash(QByteArrayView leaf)
{
    crypto::Digest digest;
    digest.add(QByteArrayView("\0", 1));
    digest.add(leaf);
    return digest.result();
}

MerkleTree::MerkleTree(QList<QByteArray> leafHashes)
{
    if (leafHashes.isEmpty())
        leafHashes.append(crypto::digest({}));
    // Level by level, where the last without a neighbour moves up as it is: the RFC's tree, which it
    // describes from above by splitting at the largest power of two.
    m_levels.append(std::move(leafHashes));
    while (m_levels.last().size() > 1) {
        const QList<QByteArray> &below = m_levels.last();
        QList<QByteArray> level;
        for (qsizetype i = 0; i + 1 < below.size(); i += 2)
            level.append(nodeHash(below[i], below[i + 1]));
        if (below.size() % 2 == 1)
            level.append(below.last());
        m_levels.append(std::move(level));
    }
}

QList<QByteArray> MerkleTree::path(qsizetype index) const
{
    QList<QByteArray> path;
    for (const QList<QByteArray> &level : m_levels) {
        const qsizetype neighbour = index ^ 1;
        if (neighbour < level.size())
            path.append(level[neighbour]);
        index /= 2;
    }
    return path;
}

std::optional<QByteArray> rootAbove(const QByteArray &leafHash, qsizetype index, qsizetype count,
                                    const QList<QByteArray> &path)
{
    if (index < 0 || index >= count)
        return std::nullopt;
    QByteArray hash = leafHash;
    qsizetype used = 0;
    for (qsizetype last = count - 1; last > 0; last /= 2, index /= 2) {
        if (index == last && index % 2 == 0)
            continue;  // no neighbour: it moves up as it is
        if (used == path.size())
            return std::nullopt;
        const QByteArray &neighbour = path[used++];
        hash = index % 2 == 1 ? nodeHash(neighbour, hash) : nodeHash(hash, neighbour);
    }
    return used == path.size() ? std::optional(hash) : std::nullopt;
}

}  // namespace amparo::exchange
