#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace amparo::form {

/// Which units are due: a set of small numbers that yields the lowest one first. A bit each, so that what one
/// answer touches, often hundreds, costs no memory to note. For the engine alone.
class DueUnits {
public:
    explicit DueUnits(std::size_t units) : m_words((units + 63) / 64) {}

    bool isEmpty() const { return m_count == 0; }

    void insert(int unit)
    {
        const std::size_t word = std::size_t(unit) / 64;
        const std::uint64_t bit = std::uint64_t(1) << (unit % 64);
        m_count += m_words[word] & bit ? 0 : 1;
        m_words[word] |= bit;
        if (word < m_lowest)
            m_lowest = word;
    }

    /// Takes the lowest one out; there must be one.
    int takeFirst()
    {
        while (m_words[m_lowest] == 0)
            ++m_lowest;
        std::uint64_t &word = m_words[m_lowest];
        const int unit = int(m_lowest) * 64 + std::countr_zero(word);
        word &= word - 1;
        --m_count;
        return unit;
    }

private:
    std::vector<std::uint64_t> m_words;
    std::size_t m_lowest = 0;  ///< no bit stands in a word before
    std::size_t m_count = 0;
};

}  // namespace amparo::form
