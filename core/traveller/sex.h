#pragma once

#include "base/names.h"

namespace amparo::traveller {

/// Sex as a travel document prints it; gender, as the person tells it, is a question of the forms.
enum class Sex {
    Unspecified,  ///< `<` in the machine readable zone, or not known
    Female,
    Male,
    X,  ///< printed as X
};

inline constexpr Names<Sex, 4> sexNames{{
    {Sex::Unspecified, QLatin1StringView("unspecified")},
    {Sex::Female, QLatin1StringView("female")},
    {Sex::Male, QLatin1StringView("male")},
    {Sex::X, QLatin1StringView("x")},
}};

}  // namespace amparo::traveller
