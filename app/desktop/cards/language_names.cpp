#include "app/desktop/cards/language_names.h"

#include <QHash>

namespace amparo::desktop {

QString ownLanguageName(const QString &language)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("ar"), QStringLiteral("العربية")},
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("es"), QStringLiteral("Español")},
        {QStringLiteral("fr"), QStringLiteral("Français")},
        {QStringLiteral("ht"), QStringLiteral("Kreyòl ayisyen")},
        {QStringLiteral("pt-BR"), QStringLiteral("Português (Brasil)")},
    };
    return names.value(language, language);
}

}  // namespace amparo::desktop
