#include "report/csv_line.h"

namespace amparo::report {

namespace {

/// A cell with one of these first is run as a formula when the file is opened (OWASP, CSV injection).
bool startsLikeFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

QString field(QString text)
{
    if (startsLikeFormula(text))
        text.prepend(u'\'');
    const bool needsQuotes = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') ||
                             text.contains(u'\r') || text.startsWith(u'\'');
    if (!needsQuotes)
        return text;
    return u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
}

}  // namespace

QString csvLine(const QStringList &fields)
{
    QStringList written;
    for (const QString &text : fields)
        written.append(field(text));
    return written.join(u',') + QLatin1String("\r\n");
}

}  // namespace amparo::report
