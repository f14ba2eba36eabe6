#include "form/problem.h"

#include <QStringList>

#include <algorithm>

namespace amparo::form {

QString Place::toText() const
{
    QStringList parts;
    if (!sheet.isEmpty())
        parts += sheet;
    if (row > 0)
        parts += (sheet.isEmpty() ? QStringLiteral("line %1") : QStringLiteral("row %1")).arg(row);
    if (!column.isEmpty())
        parts += (sheet.isEmpty() ? QStringLiteral("%1") : QStringLiteral("column %1")).arg(column);
    const QString where = parts.join(QLatin1String(", "));
    if (node.isEmpty())
        return where;
    return where.isEmpty() ? node : QStringLiteral("%1 (%2)").arg(where, node);
}

bool hasErrors(const Problems &problems)
{
    return std::any_of(problems.cbegin(), problems.cend(),
                       [](const Problem &problem) { return problem.severity == Severity::Error; });
}

}  // namespace amparo::form
