#pragma once

#include <array>
#include <cstddef>

namespace amparo::report {

/// Counts by two properties. Sums are always reckoned from the cells, so that rows, columns and total cannot
/// disagree.
template <std::size_t Rows, std::size_t Columns> class Crosstab {
public:
    void count(std::size_t row, std::size_t column) { ++m_cells.at(row).at(column); }

    int at(std::size_t row, std::size_t column) const { return m_cells.at(row).at(column); }

    int rowTotal(std::size_t row) const
    {
        int sum = 0;
        for (const int cell : m_cells.at(row))
            sum += cell;
        return sum;
    }

    int columnTotal(std::size_t column) const
    {
        int sum = 0;
        for (const auto &row : m_cells)
            sum += row.at(column);
        return sum;
    }

    int total() const
    {
        int sum = 0;
        for (std::size_t row = 0; row < Rows; ++row)
            sum += rowTotal(row);
        return sum;
    }

    bool operator==(const Crosstab &) const = default;

private:
    std::array<std::array<int, Columns>, Rows> m_cells{};
};

}  // namespace amparo::report
