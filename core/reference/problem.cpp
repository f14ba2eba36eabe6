#include "reference/problem.h"

namespace amparo::reference {

QString Problem::toText() const
{
    QString place = file;
    if (line > 0)
        place += QStringLiteral(", line %1").arg(line);
    if (!column.isEmpty())
        place += (line > 0 ? QStringLiteral(", column %1") : QStringLiteral(", %1")).arg(column);
    return QStringLiteral("%1: %2").arg(place, message);
}

}  // namespace amparo::reference
