#include "sync/gateway/receipt_key.h"

#include "base/durable_file.h"
#include "crypto/random.h"
#include "crypto/signature.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace amparo::gateway {

namespace {

constexpr qsizetype seedSize = 32;

ReceiptKey keyFrom(crypto::SecretBytes seed)
{
    QByteArray publicKey = crypto::signingPublicKey(seed);
    return {std::move(seed), std::move(publicKey)};
}

}  // namespace

Result<ReceiptKey> makeReceiptKey(const QString &path)
{
    if (QFileInfo::exists(path))
        return failure(ErrorCode::Conflict, QStringLiteral("there is a receipt key already"));
    crypto::SecretBytes seed = crypto::randomSecret(seedSize);
    const auto bytes = std::as_const(seed).bytes();
    return writeDurably(path, QByteArrayView(bytes.data(), qsizetype(bytes.size()))).map([&] {
        return keyFrom(std::move(seed));
    });
}

Result<ReceiptKey> readReceiptKey(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::NotFound,
                       QStringLiteral("there is no receipt key; amparo-gateway init makes one"));
    if (file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
        return failure(ErrorCode::Denied, QStringLiteral("others than its owner may read the receipt key"));
    crypto::SecretBytes seed(seedSize);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(ErrorCode::Unavailable, QStringLiteral("the receipt key cannot be read"));
    if (file.size() != seedSize ||
        file.read(reinterpret_cast<char *>(seed.bytes().data()), seedSize) != seedSize)
        return failure(ErrorCode::Corrupt, QStringLiteral("the file holds no receipt key"));
    return keyFrom(std::move(seed));
}

}  // namespace amparo::gateway
