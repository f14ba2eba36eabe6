#pragma once

#include <array>
#include <cstddef>

namespace amparo::record {

/// Counts by two properties. Sums are always reckoned from the cells, so that rows, columns and total cannot
/// disagree.
template <std::size_t Rows, std::size_t Columns> class Crosstab {
public:
    static constexpr std::size_t rows = Rows;
    static constexpr std::size_t columns = Columns;

    void count(std::size_t row, std::size_t column, int times = 1) { m_cells.at(row).at(column) += times; }
    int at(std::size_t row, std::size_t column) const { return m_cells.at(row).at(column); }

    Crosstab &operator+=(const Crosstab &other)
    {
        for (std::size_t row = 0; row < Rows; ++row) {
            for (std::size_t column = 0; column < Columns; ++column)
                m_cells[row][column] += other.m_cells[row][column];
        }
        return *this;
    }

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

}  // namespace amparo::record
