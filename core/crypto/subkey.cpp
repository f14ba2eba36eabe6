#include "crypto/subkey.h"

#include "crypto/key_wrap.h"
#include "crypto/sodium.h"

namespace amparo::crypto {

SecretBytes subkey(const SecretBytes &key, Purpose purpose)
{
    static_assert(keySize == crypto_kdf_KEYBYTES && keySize <= crypto_kdf_BYTES_MAX);
    constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "amparo 1";
    ensureSodium();
    Q_ASSERT(key.size() == keySize);
    SecretBytes derived(keySize);
    crypto_kdf_derive_from_key(derived.bytes().data(), derived.size(), quint64(purpose), context,
                               key.bytes().data());
    return derived;
}

SecretBytes saltedKey(const SecretBytes &key, QByteArrayView salt)
{
    static_assert(keySize <= crypto_generichash_BYTES_MAX && keySize <= crypto_generichash_KEYBYTES_MAX);
    ensureSodium();
    Q_ASSERT(key.size() == keySize && salt.size() >= 16);
    SecretBytes derived(keySize);
    crypto_generichash(derived.bytes().data(), derived.size(),
                       reinterpret_cast<const unsigned char *>(salt.data()), size_t(salt.size()),
                       key.bytes().data(), key.size());
    return derived;
}

}  // namespace amparo::crypto
