// Any bytes as each thing that comes from afar: a batch, a frame, a receipt, a sealed batch, the list of a
// bundle, a package. What is read is written the same way again. The first byte says which it is.

#include <QDebug>  // clang wants it whole where an operator is deleted

#include "crypto/key_wrap.h"
#include "crypto/signature.h"
#include "exchange/bundle.h"
#include "exchange/frame.h"
#include "exchange/manifest.h"
#include "exchange/package.h"
#include "exchange/receipt.h"
#include "exchange/seal.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace amparo::exchange;

namespace {

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

void readBatch(QByteArrayView bytes)
{
    const auto batch = decodeBatch(bytes);
    demand(!batch || *encode(*batch) == bytes);
}

void readFrame(QByteArrayView bytes)
{
    const auto header = readFrameHeader(bytes);
    if (!header || header->isSealed)
        return;
    Dictionary dictionary{header->dictionaryKind, header->dictionaryId, {}};
    if (dictionary.kind != DictionaryKind::None)
        dictionary.bytes = "<data><instanceID></instanceID></data>";
    const auto batch = unpack(bytes, dictionary);
    if (!batch)
        return;
    demand(batch->size() == header->unpackedSize);
    readBatch(*batch);
}

/// A key that nobody has the other half of: nothing is signed by it.
const QByteArray nobody(amparo::crypto::publicKeySize, '\x01');

void readReceipts(QByteArrayView bytes)
{
    const auto ofBatch = decodeBatchReceipt(bytes);
    demand(!ofBatch || encode(*ofBatch) == bytes);
    const auto ofRecord = decodeReceipt(bytes);
    demand(!ofRecord || (encode(*ofRecord) == bytes && !isGenuine(*ofRecord, nobody)));
    const auto manifest = decodeManifest(bytes);
    demand(!manifest || encode(*manifest) == bytes);
}

/// Whose key it is, is for others to know: the bytes are whole.
void readBundle(QByteArrayView bytes)
{
    const auto bundle = decodeBundle(bytes);
    demand(!bundle ||
           (bundle->parts.size() <= mostPartsOfBundle && bundle->records() <= bundle->size() * mostItems));
}

/// Under the key of the seeds, so that what stands within the signature is read as well.
void readSigned(QByteArrayView bytes)
{
    amparo::crypto::SecretBytes seed(amparo::crypto::keySize);
    std::fill(seed.bytes().begin(), seed.bytes().end(), std::uint8_t(7));
    const PackageFloor floor{{1, {amparo::crypto::signingPublicKey(seed), nobody}}, {}};
    const auto anybodys = readPackage(bytes);
    const auto package = accept(bytes, floor, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
    demand(!package || (package->version > 0 && !package->files.isEmpty() && anybodys == package));
    const auto keys = acceptKeys(bytes, floor);
    demand(!keys || keys->version > 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    switch (data[0] % 6) {
    case 0:
        readBatch(bytes);
        break;
    case 1:
        readFrame(bytes);
        break;
    case 2:
        readReceipts(bytes);
        break;
    case 3:
        demand(!readSealed(bytes, nobody));
        break;
    case 4:
        readBundle(bytes);
        break;
    default:
        readSigned(bytes);
    }
    return 0;
}
