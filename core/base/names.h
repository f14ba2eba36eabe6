#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace amparo {

/// The stable words of an enumeration, as they stand in files, stores and JSON.
template <class Value, size_t Count> using Names = std::array<std::pair<Value, QLatin1StringView>, Count>;

/// The word of a value that the table is known to hold.
template <class Value, size_t Count> QString nameOf(const Names<Value, Count> &names, Value value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return name;
    }
    Q_UNREACHABLE();
}

template <class Value, size_t Count>
std::optional<Value> valueOf(const Names<Value, Count> &names, QStringView name)
{
    for (const auto &[value, known] : names) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

}  // namespace amparo
