#include "traveller/mrz_name.h"

#include <QStringList>

namespace amparo::traveller {

namespace {

QString words(QStringView part)
{
    return part.toString().replace(QLatin1Char('<'), QLatin1Char(' ')).simplified();
}

}  // namespace

MrzName nameFrom(QStringView field)
{
    MrzName name;
    name.mayBeTruncated = !field.isEmpty() && !field.endsWith(QLatin1Char('<'));
    const QStringView separator = u"<<";
    const qsizetype split = field.indexOf(separator);
    const QStringView primary = split < 0 ? field : field.first(split);
    const QStringView secondary = split < 0 ? QStringView() : field.sliced(split + separator.size());
    name.surname = words(primary);
    name.givenNames = words(secondary);

    QStringView text = secondary;
    while (text.endsWith(QLatin1Char('<')))
        text.chop(1);
    const bool nothingBefore = name.surname.isEmpty() && !name.givenNames.isEmpty();
    name.malformed = nothingBefore || text.startsWith(QLatin1Char('<')) || text.contains(separator) ||
                     field.startsWith(QLatin1Char('<'));
    if (nothingBefore)
        std::swap(name.surname, name.givenNames);
    return name;
}

}  // namespace amparo::traveller
