#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace amparo::exchange {

// A tree of hashes (RFC 9162, section 2.1, with BLAKE2b-256): one signature under its root vouches for every
// leaf, and a leaf is shown to be in it by as many hashes as the tree is high. Thread: any.

/// BLAKE2b-256 of 0x00 and the leaf.
QByteArray leafHash(QByteArrayView leaf);

class MerkleTree {
public:
    explicit MerkleTree(QList<QByteArray> leafHashes);

    /// Of no leaf: BLAKE2b-256 of nothing.
    const QByteArray &root() const { return m_levels.last().first(); }

    /// The hashes beside the way from leaf `index`, which is there, to the root.
    QList<QByteArray> path(qsizetype index) const;

private:
    QList<QList<QByteArray>> m_levels;  // the leaves first, the root last
};

/// The root of a tree of `count` leaves in which `path` leads up from the leaf at `index`; nullopt: no such
/// tree has such a path.
std::optional<QByteArray> rootAbove(const QByteArray &leafHash, qsizetype index, qsizetype count,
                                    const QList<QByteArray> &path);

}  // namespace amparo::exchange
