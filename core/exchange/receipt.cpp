#include "exchange/receipt.h"

#include "crypto/digest.h"
#include "crypto/signature.h"
#include "exchange/merkle.h"
#include "exchange/wire.h"

// A leaf:  store  generation  instance hash  content hash  verdict  time
// Signed:  "amparo receipt 1"  batch  store  generation  sequence  checkpoint's hash  time  count  root
//
// On the wire, layout 1:
//     of a batch:   1  key id  batch  time  count  verdicts  signature
//     of a record:  1  key id  batch  store  generation  sequence  checkpoint's hash  time  instance hash
//                   content hash  verdict  place  count  path  signature
// Times are milliseconds since 1970. Verdicts: 0 where all are Stored, else 1 and two bits each, the first in
// the lowest.

namespace amparo::exchange {

namespace {

constexpr quint8 receiptLayout = 1;
constexpr quint64 lastMoment = 253'402'300'799'999;  // of the year 9999
constexpr int longestPath = 9;                       // 2^9 >= mostItems
static_assert(mostItems <= 1 << longestPath);

quint64 milliseconds(const QDateTime &time) { return quint64(std::max<qint64>(0, time.toMSecsSinceEpoch())); }

QDateTime moment(quint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(milliseconds), Qt::UTC);
}

QByteArray leafOf(const Receipt &receipt)
{
    WireWriter writer;
    writer.raw(receipt.storeId);
    writer.raw(receipt.generation);
    writer.raw(receipt.record.instanceHash);
    writer.raw(receipt.record.contentHash);
    writer.byte(quint8(receipt.verdict));
    writer.number(milliseconds(receipt.time));
    return leafHash(std::move(writer).bytes());
}

QByteArray signedMessage(const Receipt &receipt, const QByteArray &root)
{
    WireWriter writer;
    writer.sized("amparo receipt 1");
    writer.raw(receipt.batchId);
    writer.raw(receipt.storeId);
    writer.raw(receipt.generation);
    writer.number(receipt.sequence);
    writer.sized(receipt.checkpointHash);
    writer.number(milliseconds(receipt.time));
    writer.number(quint64(receipt.count));
    writer.raw(root);
    return std::move(writer).bytes();
}

/// All that receipts of one batch have in common; the signature comes when there is one.
Receipt receiptOf(const Manifest &manifest, const QByteArray &batchId, const QDateTime &time)
{
    Receipt receipt;
    receipt.batchId = batchId;
    receipt.storeId = manifest.storeId;
    receipt.generation = manifest.generation;
    receipt.sequence = manifest.sequence;
    receipt.checkpointHash = manifest.checkpointHash;
    receipt.time = time;
    receipt.count = manifest.entries.size();
    return receipt;
}

MerkleTree treeOf(const Manifest &manifest, Receipt receipt, const QList<Verdict> &verdicts)
{
    QList<QByteArray> leaves;
    for (qsizetype i = 0; i < manifest.entries.size(); ++i) {
        receipt.record = manifest.entries[i];
        receipt.verdict = verdicts[i];
        leaves.append(leafOf(receipt));
    }
    return MerkleTree(std::move(leaves));
}

void writeVerdicts(WireWriter &writer, const QList<Verdict> &verdicts)
{
    writer.number(quint64(verdicts.size()));
    const bool areAllStored = verdicts.count(Verdict::Stored) == verdicts.size();
    writer.byte(areAllStored ? 0 : 1);
    QByteArray packed(areAllStored ? 0 : (verdicts.size() + 3) / 4, '\0');
    for (qsizetype i = 0; i < verdicts.size() && !areAllStored; ++i)
        packed[i / 4] = char(packed[i / 4] | quint8(verdicts[i]) << i % 4 * 2);
    writer.raw(packed);
}

QList<Verdict> readVerdicts(WireReader &reader)
{
    QList<Verdict> verdicts(qsizetype(reader.number(mostItems)), Verdict::Stored);
    if (reader.byte() == 0)
        return verdicts;
    const QByteArrayView packed = reader.raw((verdicts.size() + 3) / 4);
    for (qsizetype i = 0; i < verdicts.size() && reader.isSound(); ++i)
        verdicts[i] = Verdict(quint8(packed[i / 4]) >> i % 4 * 2 & 3);
    return verdicts;
}

Result<> readLayout(WireReader &reader)
{
    const quint8 layout = reader.byte();
    if (layout > receiptLayout)
        return failure(ErrorCode::TooNew, QStringLiteral("a receipt of a later layout"));
    if (layout != receiptLayout)
        reader.fail();
    return {};
}

/// `receipt`, if all of it was read and encode() would have written just these bytes.
template <class Value> Result<Value> canonical(const WireReader &reader, Value receipt, QByteArrayView bytes)
{
    if (!reader.isRead() || encode(receipt) != bytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("a malformed receipt"));
    return receipt;
}

}  // namespace

QByteArray keyIdOf(const QByteArray &publicKey) { return crypto::shortDigest(publicKey).first(keyIdBytes); }

BatchReceipt issueReceipt(const Manifest &manifest, const QByteArray &batchId, const QDateTime &time,
                          const QList<Verdict> &verdicts, const crypto::SecretBytes &seed)
{
    Q_ASSERT(verdicts.size() == manifest.entries.size());
    const Receipt common = receiptOf(manifest, batchId, time);
    const QByteArray message = signedMessage(common, treeOf(manifest, common, verdicts).root());
    return {keyIdOf(crypto::signingPublicKey(seed)), batchId, time.toUTC(), verdicts,
            crypto::sign(message, seed)};
}

Result<QList<Receipt>> checkedReceipts(const BatchReceipt &receipt, const Manifest &manifest,
                                       const QByteArray &batchId, const QByteArray &publicKey)
{
    const auto denied = [] {
        return failure(ErrorCode::Denied, QStringLiteral("not this server's receipt for this batch"));
    };
    if (receipt.verdicts.size() != manifest.entries.size() || receipt.batchId != batchId ||
        receipt.keyId != keyIdOf(publicKey))
        return denied();
    Receipt common = receiptOf(manifest, batchId, receipt.time);
    const MerkleTree tree = treeOf(manifest, common, receipt.verdicts);
    if (!crypto::isSignedBy(publicKey, signedMessage(common, tree.root()), receipt.signature))
        return denied();
    common.keyId = receipt.keyId;
    common.signature = receipt.signature;
    QList<Receipt> receipts(manifest.entries.size(), common);
    for (qsizetype i = 0; i < receipts.size(); ++i) {
        receipts[i].record = manifest.entries[i];
        receipts[i].verdict = receipt.verdicts[i];
        receipts[i].place = i;
        receipts[i].path = tree.path(i);
    }
    return receipts;
}

Result<QList<Receipt>> checkedReceipts(const QByteArray &receipt, const Manifest &manifest,
                                       const QByteArray &batchId, const QByteArray &publicKey)
{
    return decodeBatchReceipt(receipt).and_then(
        [&](const BatchReceipt &read) { return checkedReceipts(read, manifest, batchId, publicKey); });
}

bool isGenuine(const Receipt &receipt, const QByteArray &publicKey)
{
    const auto root = rootAbove(leafOf(receipt), receipt.place, receipt.count, receipt.path);
    return root && receipt.keyId == keyIdOf(publicKey) &&
           crypto::isSignedBy(publicKey, signedMessage(receipt, *root), receipt.signature);
}

QByteArray encode(const BatchReceipt &receipt)
{
    WireWriter writer;
    writer.byte(receiptLayout);
    writer.raw(receipt.keyId);
    writer.raw(receipt.batchId);
    writer.number(milliseconds(receipt.time));
    writeVerdicts(writer, receipt.verdicts);
    writer.raw(receipt.signature);
    return std::move(writer).bytes();
}

Result<BatchReceipt> decodeBatchReceipt(QByteArrayView bytes)
{
    WireReader reader(bytes);
    if (const auto layout = readLayout(reader); !layout)
        return tl::make_unexpected(layout.error());
    BatchReceipt receipt;
    receipt.keyId = reader.raw(keyIdBytes).toByteArray();
    receipt.batchId = reader.raw(idBytes).toByteArray();
    receipt.time = moment(reader.number(lastMoment));
    receipt.verdicts = readVerdicts(reader);
    receipt.signature = reader.raw(crypto::signatureSize).toByteArray();
    return canonical(reader, std::move(receipt), bytes);
}

QByteArray encode(const Receipt &receipt)
{
    WireWriter writer;
    writer.byte(receiptLayout);
    writer.raw(receipt.keyId);
    writer.raw(receipt.batchId);
    writer.raw(receipt.storeId);
    writer.raw(receipt.generation);
    writer.number(receipt.sequence);
    writer.sized(receipt.checkpointHash);
    writer.number(milliseconds(receipt.time));
    writer.raw(receipt.record.instanceHash);
    writer.raw(receipt.record.contentHash);
    writer.byte(quint8(receipt.verdict));
    writer.number(quint64(receipt.place));
    writer.number(quint64(receipt.count));
    writer.sized(receipt.path.join());
    writer.raw(receipt.signature);
    return std::move(writer).bytes();
}

Result<Receipt> decodeReceipt(QByteArrayView bytes)
{
    WireReader reader(bytes);
    if (const auto layout = readLayout(reader); !layout)
        return tl::make_unexpected(layout.error());
    Receipt receipt;
    receipt.keyId = reader.raw(keyIdBytes).toByteArray();
    receipt.batchId = reader.raw(idBytes).toByteArray();
    receipt.storeId = reader.raw(idBytes).toByteArray();
    receipt.generation = reader.raw(idBytes).toByteArray();
    receipt.sequence = reader.number();
    receipt.checkpointHash = reader.sized(crypto::digestSize).toByteArray();
    receipt.time = moment(reader.number(lastMoment));
    receipt.record.instanceHash = reader.raw(idBytes).toByteArray();
    receipt.record.contentHash = reader.raw(crypto::digestSize).toByteArray();
    receipt.verdict = Verdict(reader.byte());
    receipt.place = qsizetype(reader.number(mostItems - 1));
    receipt.count = qsizetype(reader.number(mostItems));
    const QByteArrayView path = reader.sized(longestPath * crypto::digestSize);
    receipt.signature = reader.raw(crypto::signatureSize).toByteArray();
    if (receipt.verdict > Verdict::Refused || path.size() % crypto::digestSize != 0 ||
        receipt.checkpointHash.size() % crypto::digestSize != 0)
        reader.fail();
    for (qsizetype at = 0; at + crypto::digestSize <= path.size(); at += crypto::digestSize)
        receipt.path.append(path.sliced(at, crypto::digestSize).toByteArray());
    return canonical(reader, std::move(receipt), bytes);
}

}  // namespace amparo::exchange
