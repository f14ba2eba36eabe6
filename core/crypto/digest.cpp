#include "crypto/digest.h"

#include "crypto/sodium.h"

namespace amparo::crypto {

static_assert(digestSize == crypto_generichash_BYTES);

struct Digest::State {
    crypto_generichash_state state;
};

Digest::Digest() : m_state(std::make_unique<State>())
{
    ensureSodium();
    crypto_generichash_init(&m_state->state, nullptr, 0, digestSize);
}

Digest::~Digest() = default;

void Digest::add(QByteArrayView bytes)
{
    crypto_generichash_update(&m_state->state, unsignedData(bytes), std::size_t(bytes.size()));
}

QByteArray Digest::result()
{
    QByteArray hash(digestSize, '\0');
    crypto_generichash_final(&m_state->state, unsignedData(hash), digestSize);
    return hash;
}

QByteArray digest(QByteArrayView bytes)
{
    Digest digest;
    digest.add(bytes);
    return digest.result();
}

QByteArray shortDigest(QByteArrayView bytes)
{
    ensureSodium();
    QByteArray hash(shortDigestSize, '\0');
    crypto_generichash(unsignedData(hash), std::size_t(shortDigestSize), unsignedData(bytes),
                       std::size_t(bytes.size()), nullptr, 0);
    return hash;
}

QByteArray keyedDigest(const SecretBytes &key, QByteArrayView bytes)
{
    Q_ASSERT(key.size() >= crypto_generichash_KEYBYTES_MIN && key.size() <= crypto_generichash_KEYBYTES_MAX);
    QByteArray hash(digestSize, '\0');
    crypto_generichash(unsignedData(hash), digestSize, unsignedData(bytes), std::size_t(bytes.size()),
                       key.bytes().data(), key.size());
    return hash;
}

bool equalInConstantTime(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() &&
           sodium_memcmp(left.data(), right.data(), std::size_t(left.size())) == 0;
}

}  // namespace amparo::crypto
