#include "crypto/recovery_key.h"

#include "crypto/sodium.h"

namespace amparo::crypto {

static_assert(recoveryKeySize == crypto_box_PUBLICKEYBYTES && recoveryKeySize == crypto_box_SECRETKEYBYTES);

RecoveryKeyPair makeRecoveryKeyPair()
{
    ensureSodium();
    RecoveryKeyPair pair{QByteArray(recoveryKeySize, '\0'), SecretBytes(recoveryKeySize)};
    crypto_box_keypair(unsignedData(pair.publicKey), pair.secretKey.bytes().data());
    return pair;
}

Result<QByteArray> sealForRecovery(const SecretBytes &secret, const QByteArray &publicKey)
{
    ensureSodium();
    if (publicKey.size() != recoveryKeySize)
        return failure(ErrorCode::InvalidInput, QStringLiteral("a recovery key has 32 bytes"));
    QByteArray sealed(qsizetype(secret.size()) + crypto_box_SEALBYTES, '\0');
    const int outcome = crypto_box_seal(unsignedData(sealed), secret.bytes().data(), secret.size(),
                                        unsignedData(QByteArrayView(publicKey)));
    if (outcome != 0)
        return failure(ErrorCode::InvalidInput, QStringLiteral("nothing can be sealed to this key"));
    return sealed;
}

Result<SecretBytes> openForRecovery(const QByteArray &sealed, const SecretBytes &secretKey)
{
    ensureSodium();
    if (sealed.size() <= qsizetype(crypto_box_SEALBYTES) || secretKey.size() != std::size_t(recoveryKeySize))
        return failure(ErrorCode::Corrupt, QStringLiteral("a sealed key of a wrong size"));
    QByteArray publicKey(recoveryKeySize, '\0');
    crypto_scalarmult_base(unsignedData(publicKey), secretKey.bytes().data());
    SecretBytes secret(std::size_t(sealed.size()) - crypto_box_SEALBYTES);
    const int outcome = crypto_box_seal_open(
        secret.bytes().data(), unsignedData(QByteArrayView(sealed)), std::size_t(sealed.size()),
        unsignedData(QByteArrayView(publicKey)), secretKey.bytes().data());
    if (outcome != 0)
        return failure(ErrorCode::Denied, QStringLiteral("this key does not open the post"));
    return secret;
}

}  // namespace amparo::crypto
