#include "risk/recommendation.h"

namespace amparo::risk {

QString recommendationName(Recommendation recommendation)
{
    switch (recommendation) {
    case Recommendation::Clear:
        return QStringLiteral("clear");
    case Recommendation::SecondLine:
        return QStringLiteral("second_line");
    case Recommendation::UrgentProtection:
        return QStringLiteral("urgent_protection");
    }
    return {};
}

std::optional<Recommendation> recommendationFromName(QStringView name)
{
    for (const auto candidate :
         {Recommendation::Clear, Recommendation::SecondLine, Recommendation::UrgentProtection}) {
        if (recommendationName(candidate) == name)
            return candidate;
    }
    return std::nullopt;
}

}  // namespace amparo::risk
