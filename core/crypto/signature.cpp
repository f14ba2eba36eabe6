#include "crypto/signature.h"

#include "crypto/sodium.h"

namespace amparo::crypto {

namespace {

static_assert(signatureSize == crypto_sign_BYTES && publicKeySize == crypto_sign_PUBLICKEYBYTES);

struct SigningPair {
    QByteArray publicKey{publicKeySize, '\0'};
    SecretBytes secretKey{crypto_sign_SECRETKEYBYTES};
};

SigningPair pairFrom(const SecretBytes &seed)
{
    ensureSodium();
    Q_ASSERT(seed.size() == crypto_sign_SEEDBYTES);
    SigningPair pair;
    crypto_sign_seed_keypair(unsignedData(pair.publicKey), pair.secretKey.bytes().data(),
                             seed.bytes().data());
    return pair;
}

}  // namespace

QByteArray signingPublicKey(const SecretBytes &seed) { return pairFrom(seed).publicKey; }

QByteArray sign(QByteArrayView message, const SecretBytes &seed)
{
    const SigningPair pair = pairFrom(seed);
    QByteArray signature(signatureSize, '\0');
    crypto_sign_detached(unsignedData(signature), nullptr, unsignedData(message),
                         quint64(message.size()), pair.secretKey.bytes().data());
    return signature;
}

bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    ensureSodium();
    return publicKey.size() == publicKeySize && signature.size() == signatureSize &&
           crypto_sign_verify_detached(unsignedData(signature), unsignedData(message),
                                       quint64(message.size()), unsignedData(publicKey)) == 0;
}

}  // namespace amparo::crypto
