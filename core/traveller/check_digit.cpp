#include "traveller/check_digit.h"

#include <array>

namespace amparo::traveller {

std::optional<int> characterValue(QChar character)
{
    const char16_t c = character.unicode();
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    if (c >= u'A' && c <= u'Z')
        return c - u'A' + 10;
    return c == u'<' ? std::optional(0) : std::nullopt;
}

std::optional<int> checkDigit(QStringView field)
{
    static constexpr std::array weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < field.size(); ++i) {
        const std::optional<int> value = characterValue(field[i]);
        if (!value)
            return std::nullopt;
        sum = (sum + *value * weights[std::size_t(i % 3)]) % 10;
    }
    return sum;
}

}  // namespace amparo::traveller
