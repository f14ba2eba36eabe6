#pragma once

#include <QString>

#include <optional>

namespace amparo::risk {

/// What a model advises the officer to decide, in rising order. A score never decides: the officer does.
enum class Recommendation { Clear, SecondLine, UrgentProtection };

/// Stable words, as they stand in models and submissions: "clear", "second_line", "urgent_protection".
QString recommendationName(Recommendation recommendation);
std::optional<Recommendation> recommendationFromName(QStringView name);

}  // namespace amparo::risk
