#include "crypto/random.h"

#include "crypto/sodium.h"

namespace amparo::crypto {

QByteArray randomBytes(qsizetype size)
{
    ensureSodium();
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), std::size_t(size));
    return bytes;
}

SecretBytes randomSecret(std::size_t size)
{
    SecretBytes secret(size);
    randombytes_buf(secret.bytes().data(), size);
    return secret;
}

}  // namespace amparo::crypto
