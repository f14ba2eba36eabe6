// A wrapped key is sealed with the context and the Argon2id parameters as additional data, so that a file in
// which they were changed opens with no passphrase, however cheap the new parameters are to try.
#include "crypto/key_wrap.h"

#include "crypto/random.h"
#include "crypto/sodium.h"

#include <QtEndian>

#include <algorithm>

namespace amparo::crypto {

namespace {

constexpr KdfParameters floorKdf;
constexpr KdfParameters ceilingKdf{4 * 1024 * 1024, 64};
constexpr quint32 calibratedMemoryInKib = 512 * 1024;

constexpr qsizetype saltSize = crypto_pwhash_argon2id_SALTBYTES;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype sealedSize = qsizetype(keySize) + crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(keySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

bool isAcceptable(const KdfParameters &kdf)
{
    return kdf.memoryInKib >= floorKdf.memoryInKib && kdf.memoryInKib <= ceilingKdf.memoryInKib &&
           kdf.passes >= floorKdf.passes && kdf.passes <= ceilingKdf.passes;
}

Result<SecretBytes> deriveKey(const Passphrase &passphrase, QByteArrayView salt, const KdfParameters &kdf)
{
    SecretBytes key(keySize);
    const auto text = passphrase.utf8().bytes();
    const int outcome =
        crypto_pwhash_argon2id(key.bytes().data(), keySize, reinterpret_cast<const char *>(text.data()),
                               text.size(), unsignedData(salt), kdf.passes,
                               std::size_t(kdf.memoryInKib) * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13);
    if (outcome != 0)
        return failure(ErrorCode::Unavailable, QStringLiteral("too little memory for Argon2id"));
    return key;
}

QByteArray additionalData(const KdfParameters &kdf, QByteArrayView context)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(kdf.memoryInKib, bytes.data());
    qToLittleEndian(kdf.passes, bytes.data() + 4);
    return bytes.append(context.data(), context.size());
}

bool hasRightSizes(const SealedKey &key)
{
    return key.nonce.size() == nonceSize && key.sealed.size() == sealedSize;
}

}  // namespace

SealedKey sealKey(const SecretBytes &key, const SecretBytes &under, QByteArrayView context)
{
    Q_ASSERT(key.size() == keySize && under.size() == keySize);
    ensureSodium();
    SealedKey sealed{randomBytes(nonceSize), QByteArray(sealedSize, '\0')};
    crypto_aead_xchacha20poly1305_ietf_encrypt(unsignedData(sealed.sealed), nullptr, key.bytes().data(),
                                               key.size(), unsignedData(context), std::size_t(context.size()),
                                               nullptr, unsignedData(QByteArrayView(sealed.nonce)),
                                               under.bytes().data());
    return sealed;
}

Result<SecretBytes> openKey(const SealedKey &sealed, const SecretBytes &under, QByteArrayView context)
{
    ensureSodium();
    if (!hasRightSizes(sealed) || under.size() != keySize)
        return failure(ErrorCode::Corrupt, QStringLiteral("sealed key of a wrong size"));
    SecretBytes key(keySize);
    const int outcome = crypto_aead_xchacha20poly1305_ietf_decrypt(
        key.bytes().data(), nullptr, nullptr, unsignedData(QByteArrayView(sealed.sealed)),
        std::size_t(sealedSize), unsignedData(context), std::size_t(context.size()),
        unsignedData(QByteArrayView(sealed.nonce)), under.bytes().data());
    if (outcome != 0)
        return failure(ErrorCode::Denied, QStringLiteral("this does not open the key"));
    return key;
}

KdfParameters calibratedKdf(std::chrono::milliseconds target)
{
    ensureSodium();
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const auto key = deriveKey(Passphrase::fromText(u"calibration"), QByteArray(saltSize, '\0'), floorKdf);
    const double factor = std::chrono::duration<double>(target) / (Clock::now() - start);
    KdfParameters kdf;
    if (!key || factor <= 1.0)
        return kdf;
    constexpr double mostMemory = double(calibratedMemoryInKib) / floorKdf.memoryInKib;
    const double memory = std::min(factor, mostMemory);
    kdf.memoryInKib = quint32(floorKdf.memoryInKib * memory) / 1024 * 1024;
    kdf.passes = std::min(quint32(floorKdf.passes * (factor / memory)), ceilingKdf.passes);
    return kdf;
}

Result<WrappedKey> wrapKey(const SecretBytes &key, const Passphrase &passphrase, const KdfParameters &kdf,
                           QByteArrayView context)
{
    Q_ASSERT(key.size() == keySize);
    if (!isAcceptable(kdf))
        return failure(ErrorCode::InvalidInput, QStringLiteral("Argon2id parameters out of range"));
    const QByteArray salt = randomBytes(saltSize);
    return deriveKey(passphrase, salt, kdf).map([&](const SecretBytes &wrappingKey) {
        return WrappedKey{kdf, salt, sealKey(key, wrappingKey, additionalData(kdf, context))};
    });
}

Result<SecretBytes> unwrapKey(const WrappedKey &wrapped, const Passphrase &passphrase, QByteArrayView context)
{
    ensureSodium();
    if (!isAcceptable(wrapped.kdf))
        return failure(ErrorCode::Corrupt, QStringLiteral("Argon2id parameters out of range"));
    if (wrapped.salt.size() != saltSize || !hasRightSizes(wrapped.key))
        return failure(ErrorCode::Corrupt, QStringLiteral("wrapped key of a wrong size"));
    return deriveKey(passphrase, wrapped.salt, wrapped.kdf).and_then([&](const SecretBytes &wrappingKey) {
        return openKey(wrapped.key, wrappingKey, additionalData(wrapped.kdf, context));
    });
}

}  // namespace amparo::crypto
