#pragma once

#include <cstddef>
#include <span>

class QDebug;

namespace amparo::crypto {

/// Bytes that must not leak: outside the ordinary heap, between guard pages, locked in memory where the
/// system allows, wiped when they go. They are moved, never copied, and have no text form.
class SecretBytes {
public:
    SecretBytes() = default;

    /// `size` zero bytes.
    explicit SecretBytes(std::size_t size);
    ~SecretBytes();

    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    std::span<unsigned char> bytes() { return {m_data, m_size}; }
    std::span<const unsigned char> bytes() const { return {m_data, m_size}; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    /// A second copy, where two owners are meant.
    SecretBytes clone() const;

    /// In a time that does not depend on where they differ.
    bool operator==(const SecretBytes &other) const;

private:
    unsigned char *m_data = nullptr;
    std::size_t m_size = 0;
};

QDebug operator<<(QDebug, const SecretBytes &) = delete;

}  // namespace amparo::crypto
