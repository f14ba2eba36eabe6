#include "base/language.h"

namespace amparo {

QString primarySubtag(const QString &language)
{
    return language.section(QLatin1Char('-'), 0, 0).section(QLatin1Char('_'), 0, 0);
}

}  // namespace amparo
