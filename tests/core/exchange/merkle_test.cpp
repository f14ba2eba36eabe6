#include "exchange/merkle.h"

#include "crypto/digest.h"
#include "support/catch.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::exchange;

namespace {

QList<QByteArray> leaves(qsizetype count)
{
    QList<QByteArray> hashes;
    for (qsizetype i = 0; i < count; ++i)
        hashes.append(leafHash(QByteArray::number(i)));
    return hashes;
}

/// The tree as RFC 9162, 2.1.1 defines it: from above, split at the largest power of two below its size.
QByteArray rootByTheRfc(const QList<QByteArray> &hashes)
{
    if (hashes.size() == 1)
        return hashes.first();
    qsizetype split = 1;
    while (split * 2 < hashes.size())
        split *= 2;
    return crypto::digest('\x01' + rootByTheRfc(hashes.first(split)) + rootByTheRfc(hashes.mid(split)));
}

}  // namespace

TEST_CASE("the tree is that of RFC 9162", "[exchange]")
{
    CHECK(leafHash("x") == crypto::digest(QByteArray("\0x", 2)));
    CHECK(MerkleTree({}).root() == crypto::digest({}));
    for (qsizetype count = 1; count <= 70; ++count) {
        CAPTURE(count);
        CHECK(MerkleTree(leaves(count)).root() == rootByTheRfc(leaves(count)));
    }
}

TEST_CASE("a path leads from its leaf to the root, and from no other", "[exchange]")
{
    CHECK(rc::check([] {
        const auto count = *rc::gen::inRange<qsizetype>(1, 600);
        const auto index = *rc::gen::inRange<qsizetype>(0, count);
        const QList<QByteArray> hashes = leaves(count);
        const MerkleTree tree(hashes);
        QList<QByteArray> path = tree.path(index);
        RC_ASSERT(rootAbove(hashes[index], index, count, path) == tree.root());

        const auto other = *rc::gen::inRange<qsizetype>(-1, count + 1);
        if (other != index)
            RC_ASSERT(rootAbove(hashes[index], other, count, path) != tree.root());
        RC_ASSERT(rootAbove(leafHash("x"), index, count, path) != tree.root());
        if (!path.isEmpty()) {
            QList<QByteArray> altered = path;
            altered[*rc::gen::inRange<qsizetype>(0, path.size())][0] ^= 1;
            RC_ASSERT(rootAbove(hashes[index], index, count, altered) != tree.root());
            RC_ASSERT(!rootAbove(hashes[index], index, count, path.mid(1)));
        }
        RC_ASSERT(!rootAbove(hashes[index], index, count, path + QList<QByteArray>{leafHash("x")}));
    }));
}
