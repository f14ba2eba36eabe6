#include "crypto/secret.h"

#include "crypto/sodium.h"

#include <algorithm>
#include <utility>

namespace amparo::crypto {

SecretBytes::SecretBytes(std::size_t size) : m_size(size)
{
    ensureSodium();
    if (size == 0)
        return;
    m_data = static_cast<unsigned char *>(sodium_malloc(size));
    if (m_data == nullptr)
        qBadAlloc();
    sodium_memzero(m_data, size);
}

SecretBytes::~SecretBytes() { sodium_free(m_data); }

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

SecretBytes SecretBytes::clone() const
{
    SecretBytes copy(m_size);
    std::ranges::copy(bytes(), copy.m_data);
    return copy;
}

bool SecretBytes::operator==(const SecretBytes &other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

}  // namespace amparo::crypto
