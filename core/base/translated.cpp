#include "base/translated.h"

#include "base/language.h"

namespace amparo {

QString Translated::in(const QString &language) const
{
    if (const auto exact = byLanguage.constFind(language); exact != byLanguage.cend())
        return *exact;
    for (const QString &wanted : {primarySubtag(language), QStringLiteral("en")}) {
        for (auto it = byLanguage.cbegin(); it != byLanguage.cend(); ++it) {
            if (primarySubtag(it.key()) == wanted)
                return it.value();
        }
    }
    return byLanguage.isEmpty() ? QString() : byLanguage.first();
}

}  // namespace amparo
