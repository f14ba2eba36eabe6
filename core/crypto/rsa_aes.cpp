#include "crypto/rsa_aes.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <memory>

namespace amparo::crypto {

namespace {

constexpr int rsaBits = 2048;

template <auto Free> struct Freed {
    template <class T> void operator()(T *object) const { Free(object); }
};
using PublicKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;

const unsigned char *unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

PublicKey readPublicKey(const QByteArray &der)
{
    const unsigned char *at = unsignedBytes(der);
    PublicKey key(d2i_PUBKEY(nullptr, &at, long(der.size())));
    const bool isWhole = at == unsignedBytes(der) + der.size();
    if (!key || !isWhole || EVP_PKEY_base_id(key.get()) != EVP_PKEY_RSA ||
        EVP_PKEY_bits(key.get()) != rsaBits)
        return nullptr;
    return key;
}

}  // namespace

bool isRsaKey(const QByteArray &publicKey) { return readPublicKey(publicKey) != nullptr; }

Result<QByteArray> encryptToRsaKey(QByteArrayView message, const QByteArray &publicKey)
{
    const PublicKey key = readPublicKey(publicKey);
    if (!key)
        return failure(ErrorCode::InvalidInput, QStringLiteral("no RSA key of 2048 bits"));
    const KeyContext context(EVP_PKEY_CTX_new(key.get(), nullptr));
    QByteArray sealed(EVP_PKEY_size(key.get()), Qt::Uninitialized);
    auto size = std::size_t(sealed.size());
    // The hash of MGF1 is SHA-1 unless it is said.
    const bool done = context && EVP_PKEY_encrypt_init(context.get()) == 1 &&
                      EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1 &&
                      EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()) == 1 &&
                      EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256()) == 1 &&
                      EVP_PKEY_encrypt(context.get(), reinterpret_cast<unsigned char *>(sealed.data()), &size,
                                       unsignedBytes(message), std::size_t(message.size())) == 1;
    if (!done)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the message does not fit the RSA key"));
    sealed.truncate(qsizetype(size));
    return sealed;
}

QByteArray encryptAesCfb(QByteArrayView message, const SecretBytes &key, const QByteArray &iv)
{
    Q_ASSERT(key.size() == 32 && iv.size() == aesBlockSize);
    const auto padding = aesBlockSize - message.size() % aesBlockSize;
    const QByteArray padded = message.toByteArray() + QByteArray(padding, char(padding));
    QByteArray sealed(padded.size(), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(sealed.data());
    const CipherContext context(EVP_CIPHER_CTX_new());
    int size = 0;
    if (!context ||
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_cfb128(), nullptr, key.bytes().data(),
                           unsignedBytes(iv)) != 1 ||
        EVP_EncryptUpdate(context.get(), out, &size, unsignedBytes(padded), int(padded.size())) != 1 ||
        size != padded.size())
        qBadAlloc();  // nothing else can go wrong with sizes that fit
    return sealed;
}

}  // namespace amparo::crypto
