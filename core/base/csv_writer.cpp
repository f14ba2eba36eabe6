#include "base/csv_writer.h"

namespace amparo {

namespace {

bool startsLikeFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

QString csvField(QString text)
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

QByteArray csvRow(const QStringList &fields)
{
    QStringList written;
    for (const QString &text : fields)
        written.append(csvField(text));
    return written.join(u',').toUtf8() + "\r\n";
}

}  // namespace amparo
